-- @resource(title: "{a.b} {user_id.user_id.email}")
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  user_id uuid,  -- @options(label: "{user_id.nmae} {tenant_id} {role}", where: "usr_id = :me")
  a text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id)
);
-- @resource(title: "{}")
CREATE TABLE rocks (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);
