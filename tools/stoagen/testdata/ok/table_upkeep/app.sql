-- @resource @audit @soft_delete(deleted_at) @retention(days: 30, column: ended_at) @was(items)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  ended_at timestamptz,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX ON things (tenant_id, ended_at, id);
