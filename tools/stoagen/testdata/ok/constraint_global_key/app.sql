-- @internal
CREATE TABLE log (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,  -- @global
  tenant_id uuid NOT NULL
);
