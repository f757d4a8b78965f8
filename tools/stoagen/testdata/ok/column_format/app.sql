-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a bigint,  -- @format(bytes)
  b real,  -- @format(percent)
  c numeric,  -- @format(usd)
  d integer,  -- @format(tokens)
  PRIMARY KEY (tenant_id, id)
);
