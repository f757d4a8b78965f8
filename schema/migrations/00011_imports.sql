-- +goose Up

-- Files of rows for any table that is @import, from the upload to the report of what became of each row.

-- One file. It is seen by who sent it alone, and goes with their membership. Changes wake the page that shows the progress.
-- @internal @realtime
CREATE TABLE imports (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  user_id     uuid NOT NULL,
  resource    text NOT NULL,
  filename    text NOT NULL,
  encoding    text NOT NULL,
  separator   text NOT NULL,
  header      text[] NOT NULL,
  mapping     text[] NOT NULL DEFAULT '{}',
  state       text NOT NULL DEFAULT 'loading'
              CHECK (state IN ('loading', 'mapping', 'checking', 'checked', 'importing', 'done', 'cancelled', 'failed')),
  total       integer NOT NULL,
  position    integer NOT NULL DEFAULT 0,
  good        integer NOT NULL DEFAULT 0,
  bad         integer NOT NULL DEFAULT 0,
  message     text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
COMMENT ON COLUMN imports.mapping IS 'By column of the file: the field that it fills, or nothing.';
COMMENT ON COLUMN imports.position IS 'The last row that this dry run or import has looked at.';
COMMENT ON COLUMN imports.message IS 'Why the import stopped.';
CREATE INDEX imports_of_person ON imports (tenant_id, user_id, resource, id);
CREATE INDEX imports_waiting ON imports (tenant_id, id) WHERE state IN ('checking', 'importing');
CREATE TRIGGER imports_touch BEFORE UPDATE ON imports FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- One row of a file, by its number; line is where it begins. Problems are by field, "" for the row.
-- @internal
CREATE TABLE import_rows (
  tenant_id  uuid NOT NULL,
  import_id  uuid NOT NULL,
  n          integer NOT NULL,
  line       integer NOT NULL,
  cells      jsonb NOT NULL,
  problems   jsonb,
  PRIMARY KEY (tenant_id, import_id, n),
  FOREIGN KEY (tenant_id, import_id) REFERENCES imports (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX import_rows_bad ON import_rows (tenant_id, import_id, n) WHERE problems IS NOT NULL;

ALTER TABLE imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE imports FORCE ROW LEVEL SECURITY;
CREATE POLICY imports_tenant ON imports TO stoa_app USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON imports TO stoa_app;
CREATE POLICY imports_system ON imports FOR SELECT TO stoa_system USING (true);
GRANT SELECT (tenant_id, state, updated_at) ON imports TO stoa_system;
CREATE TRIGGER imports_event_created AFTER INSERT ON imports
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('created');
CREATE TRIGGER imports_event_updated AFTER UPDATE ON imports
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('updated');
CREATE TRIGGER imports_event_deleted AFTER DELETE ON imports
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('deleted');

ALTER TABLE import_rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_rows FORCE ROW LEVEL SECURITY;
CREATE POLICY import_rows_tenant ON import_rows TO stoa_app USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON import_rows TO stoa_app;
