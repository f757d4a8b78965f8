-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  starts date NOT NULL,
  ends date NOT NULL,
  low integer,
  high integer,
  PRIMARY KEY (tenant_id, id),
  CHECK (ends >= starts),  -- @message("The end lies before the start.", field: ends)
  -- @message("Low must be below high.")
  CONSTRAINT things_range CHECK (low < high)
);
