-- @resource(ops: [list, get]) @api(ops: [list, create]) @export(csv)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);
-- @resource @api()
CREATE TABLE b (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);
-- @resource @api(off, ops: [list])
CREATE TABLE c (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);
