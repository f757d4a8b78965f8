-- @resource @search([name, secret, size], mode: fts)
-- @action(purge) @action(tell, ask: [name, created_at, nothing]) @retention(days: 0, column: created_at)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  secret text,  -- @allow(read: admin)
  size integer,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX ON things USING gin (to_tsvector('english', name));

-- @resource @search([name], language: english)
CREATE TABLE others (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

-- @resource
CREATE TABLE parts (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL,
  size integer NOT NULL,  -- @show(when: kind = 'x')
  PRIMARY KEY (tenant_id, id)
);

-- @internal @retention(days: 7, column: at)
CREATE TABLE inside (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
