-- @resource
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE things IS 'All the things.';
COMMENT ON COLUMN things.name IS 'What it is called.';
CREATE VIEW few WITH (security_invoker = true) AS SELECT id FROM things;
COMMENT ON VIEW few IS 'Some of them.';