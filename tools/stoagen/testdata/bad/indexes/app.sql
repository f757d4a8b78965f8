-- @resource @soft_delete(deleted_at) @list(sort: [-b])
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,  -- @sort
  b text,  -- @filter
  c text,  -- @sort
  d text,  -- @sort
  e text,  -- @sort
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, e)
);
CREATE INDEX ON things (tenant_id, a);
CREATE INDEX ON things (tenant_id, c, id DESC);
CREATE INDEX ON things (tenant_id, d, id) WHERE a IS NULL;
