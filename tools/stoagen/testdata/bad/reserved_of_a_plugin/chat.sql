-- @resource(path: settings)
CREATE TABLE a (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);
-- @resource(path: usage)
CREATE TABLE b (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);
