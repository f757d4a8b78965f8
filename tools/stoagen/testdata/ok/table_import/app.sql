-- @resource @import(csv)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  PRIMARY KEY (tenant_id, id)
);
-- @resource(ops: [list, create, import])
CREATE TABLE rocks (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  PRIMARY KEY (tenant_id, id)
);
