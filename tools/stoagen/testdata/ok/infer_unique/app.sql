-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  code text NOT NULL CHECK (char_length(code) <= 20),
  name text NOT NULL,
  first text,
  second text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),  -- @message("Another thing has this code.")
  UNIQUE (tenant_id, first, second)
);
-- @message("This name is taken.")
CREATE UNIQUE INDEX things_name ON things (tenant_id, name) WHERE first IS NULL;
