-- @resource @scope(open: "status = 'open'", in_archive: archived_at IS NOT NULL)
-- @scope(mine: `NOT (status = 'shut') AND archived_at is null`)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'shut')),
  archived_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
