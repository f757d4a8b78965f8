-- @was(mood)
CREATE TYPE temper AS ENUM ('a');
CREATE TYPE mood AS ENUM ('a');
-- @internal @was(users)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,  -- @was(b)
  b text,
  PRIMARY KEY (tenant_id, id)
);
