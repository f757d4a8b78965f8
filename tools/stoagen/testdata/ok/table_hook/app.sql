-- @resource @hook(before_create, after_commit)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  code text NOT NULL,  -- @hidden
  PRIMARY KEY (tenant_id, id)
);
