-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  must text NOT NULL,
  may text,
  given text NOT NULL DEFAULT 'x',
  counted integer NOT NULL DEFAULT 1 + 1,
  made timestamptz NOT NULL DEFAULT now(),
  checked text CHECK (checked IS NOT NULL),
  on_off boolean NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
