-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  token text NOT NULL DEFAULT '',  -- @secret
  hash bytea,  -- @hidden
  phone text,  -- @pii @widget(tel)
  salary integer,  -- @allow(read: admin, write: role.owner)
  state text,  -- @readonly
  kind text NOT NULL,  -- @immutable
  PRIMARY KEY (tenant_id, id)
);
