-- @resource
CREATE TABLE notes (
  tenant_id  uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id         uuid NOT NULL,
  body       text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
