-- +goose Up

-- The passages that were offered to an answer, by the number under which it may cite them. mark is the sentence that is meant.
-- When a document goes, its answers keep their words and lose the link.
-- @internal
CREATE TABLE message_sources (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  message_id   uuid NOT NULL,
  number       integer NOT NULL CHECK (number > 0),
  document_id  uuid,
  version_id   uuid,
  title        text NOT NULL,
  heading      text NOT NULL,
  text_from    integer NOT NULL,
  text_to      integer NOT NULL,
  mark_from    integer NOT NULL,
  mark_to      integer NOT NULL,
  page         integer NOT NULL,
  score        float8 NOT NULL,
  cited        boolean NOT NULL,
  verified     boolean NOT NULL,
  PRIMARY KEY (tenant_id, message_id, number),
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, document_id) REFERENCES knowledge_documents (tenant_id, id) ON DELETE SET NULL (document_id)
);
CREATE INDEX message_sources_document ON message_sources (tenant_id, document_id);

ALTER TABLE message_sources ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_sources FORCE ROW LEVEL SECURITY;
CREATE POLICY message_sources_tenant ON message_sources TO stoa_app USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON message_sources TO stoa_app;
