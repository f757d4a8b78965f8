-- @resource(ops: [list, create]) @import(csv)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  PRIMARY KEY (tenant_id, id)
);
-- @resource(ops: [list, import])
CREATE TABLE rocks (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  PRIMARY KEY (tenant_id, id)
);
-- @resource @import(csv)
CREATE TABLE keys (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  token text NOT NULL, -- @secret
  PRIMARY KEY (tenant_id, id)
);
