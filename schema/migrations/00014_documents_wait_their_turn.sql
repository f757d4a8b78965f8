-- +goose Up

-- documents wait their turn.

ALTER TABLE knowledge_versions ADD COLUMN attempts integer DEFAULT 0 NOT NULL;

ALTER TABLE knowledge_versions ADD COLUMN page integer DEFAULT 0 NOT NULL;

ALTER TABLE knowledge_versions ADD COLUMN plan bytea;

-- accepted: LOCK: nobody can write to knowledge_versions while the index is built
CREATE INDEX knowledge_versions_waiting ON public.knowledge_versions USING btree (tenant_id, id) WHERE (status = ANY (ARRAY['queued'::version_status, 'reading'::version_status, 'indexing'::version_status]));

CREATE POLICY knowledge_versions_system ON knowledge_versions FOR SELECT TO stoa_system
  USING (true);

GRANT SELECT (status, tenant_id) ON knowledge_versions TO stoa_system;

-- +goose StatementBegin
COMMENT ON COLUMN knowledge_versions.attempts IS 'How often reading it has begun; indexing begins at none again.';
-- +goose StatementEnd

COMMENT ON COLUMN knowledge_versions.done IS 'How many of its total passages are indexed, up to which page.';

COMMENT ON COLUMN knowledge_versions.plan IS 'How its text is cut, while it is being indexed.';
