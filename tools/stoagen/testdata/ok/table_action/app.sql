-- @resource
-- @action(archive, label: "Put away", confirm: "Put it away?", bulk: true, allow: admin)
-- @action(copy, ask: [name])
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text,
  PRIMARY KEY (tenant_id, id)
);
