-- The answers being written, and what they were offered to cite.

-- One answer being made. Its instance renews the lease with every checkpoint; a lease that ran out is a dead instance.
-- @internal
CREATE TABLE generations (
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id               uuid NOT NULL,
  conversation_id  uuid NOT NULL,
  message_id       uuid NOT NULL,
  user_id          uuid,
  status           message_status NOT NULL DEFAULT 'streaming',
  instance_id      uuid NOT NULL,
  lease_until      timestamptz NOT NULL,
  stop_requested   boolean NOT NULL DEFAULT false,
  started_at       timestamptz NOT NULL DEFAULT now(),
  finished_at      timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (user_id)
);
CREATE UNIQUE INDEX generations_running ON generations (tenant_id, conversation_id) WHERE status = 'streaming';
CREATE INDEX generations_lease ON generations (lease_until) WHERE status = 'streaming';
CREATE INDEX generations_message ON generations (tenant_id, message_id);
CREATE INDEX generations_user ON generations (tenant_id, user_id);

-- The passages that were offered to an answer, by the number under which it may cite them. mark is the sentence that is meant.
-- Documents are the knowledge plugin's: its file has the key to them.
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
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX message_sources_document ON message_sources (tenant_id, document_id);
