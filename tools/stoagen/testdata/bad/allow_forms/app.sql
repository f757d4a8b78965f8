-- @resource(parent: twigs)
-- @allow(read: not(admin), update: not(parent), delete: parent)
CREATE TABLE twigs (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  twig_id uuid,
  name text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, twig_id) REFERENCES twigs (tenant_id, id)
);

-- @resource(title: "{code}") @scope(rich: "wage > 100")
CREATE TABLE branches (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,   -- @label @allow(read: admin)
  code text NOT NULL,   -- @allow(read: admin)
  wage integer,         -- @allow(read: admin)
  town text,            -- @allow(read: admin)
  PRIMARY KEY (tenant_id, id)
);
CREATE TABLE leaves (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  branch_id uuid,  -- @options(label: "{name}, {town}")
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, branch_id) REFERENCES branches (tenant_id, id)
);

CREATE TABLE vaults (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  key text CHECK (char_length(key) < 9),  -- @secret
  pin varchar(9),                         -- @secret
  code text,                              -- @secret
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
