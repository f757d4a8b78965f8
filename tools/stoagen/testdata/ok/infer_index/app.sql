-- @resource @soft_delete(deleted_at) @list(sort: [-b])
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text NOT NULL,  -- @sort
  b integer,  -- @sort @filter
  c text NOT NULL,  -- @sort
  d boolean NOT NULL,
  e boolean NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, c)
);
CREATE INDEX things_a ON things (tenant_id, a DESC, id DESC);
CREATE INDEX things_b ON things (tenant_id, b, id) WHERE deleted_at IS NULL;
CREATE INDEX things_d ON things (tenant_id, d, id);
CREATE INDEX things_e ON things (tenant_id, e, id) WHERE a = 'x';
