-- @resource
CREATE TABLE events (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);

-- @resource
CREATE TABLE login (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);

-- @resource(path: settings)
CREATE TABLE a (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);

-- @resource(path: "settings/b")
CREATE TABLE b (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);

-- @resource(path: "/c/")
CREATE TABLE c (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);

-- @resource(path: "Big")
CREATE TABLE d (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);

-- @internal
CREATE TABLE river_x (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);

-- @resource(path: "api/v1")
CREATE TABLE e (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);

-- @resource(path: f)
CREATE TABLE f (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);

-- @resource(path: f)
CREATE TABLE g (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);

-- @resource(path: search)
CREATE TABLE h (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);
