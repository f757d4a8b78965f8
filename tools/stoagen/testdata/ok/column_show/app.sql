-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('web', 'mail')),
  address text,  -- @show(when: kind = 'mail')
  PRIMARY KEY (tenant_id, id)
);
