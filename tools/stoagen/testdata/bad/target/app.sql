-- @resource
CREATE TYPE kind AS ENUM ('a');
-- @label
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
-- @enum(a: "A")
-- @label @readonly
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,  -- @resource @soft_delete(name)
  kind kind,  -- @enum(a: "A")
  size text,  -- @message("none")
  PRIMARY KEY (tenant_id, id),
  -- @label
  UNIQUE (tenant_id, name)
);
