CREATE TYPE size AS ENUM ('small', 'medium', 'large');
CREATE TYPE day AS ENUM ('mon', 'tue', 'wed', 'thu', 'fri');  -- @enum(mon: "Monday")
-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'in_progress', 'done')),  -- @enum(open: "To do")
  other text CHECK (other = ANY (ARRAY['a', 'b', 'c', 'd', 'e'])),
  third text CHECK (third = 'x' OR third = 'y'),
  size size NOT NULL,
  day day,
  active boolean NOT NULL DEFAULT true,
  maybe boolean,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX things_size ON things (tenant_id, size, id);