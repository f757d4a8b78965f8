-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text DEFAULT 'it''s',
  b boolean NOT NULL DEFAULT false,
  c integer DEFAULT -3,
  d jsonb NOT NULL DEFAULT '{}'::jsonb,
  e uuid DEFAULT gen_random_uuid(),
  f text DEFAULT NULL,
  PRIMARY KEY (tenant_id, id)
);
