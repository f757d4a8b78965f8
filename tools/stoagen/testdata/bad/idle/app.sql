-- @resource @form(layout: [[c, d], [a, created_at], [h, i, j]])
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,  -- @hidden @list @label
  b text,  -- @secret @search @sort
  c text,  -- @readonly @immutable @placeholder("x")
  d text,  -- @email @url
  e bytea NOT NULL,
  f text NOT NULL,  -- @readonly
  g text NOT NULL,  -- @hidden
  h text,  -- @show(when: e = 'x')
  i text,  -- @show(when: j = :me)
  j uuid,
  created_at timestamptz NOT NULL,  -- @widget(date)
  PRIMARY KEY (tenant_id, id)
);
-- @list(page: 5) @allow(read: admin) @internal
CREATE TABLE rocks (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,  -- @sort @list
  PRIMARY KEY (tenant_id, id)
);
-- What would do nothing, each in its place.
-- @resource(ops: [list, get, export]) @export(csv) @api(ops: [list, export])
CREATE TABLE stones (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,  -- @readonly @trim @lower @pattern("x") @default("y")
  b uuid,  -- @readonly @options(label: "{a}", where: `a = 'x'`, limit: 5)
  c numeric,  -- @format(bytes)
  d timestamptz,  -- @widget(date) @default("2026-01-01")
  e uuid,  -- @widget(select)
  f text,  -- @slug(from: a) @widget(markdown)
  g text[],  -- @default("x")
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, b) REFERENCES stones (tenant_id, id),
  FOREIGN KEY (tenant_id, e) REFERENCES stones (tenant_id, id)
);
-- @internal @realtime(subscribe: [list], stream: a) @allow(read: admin)
CREATE TABLE sands (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,
  PRIMARY KEY (tenant_id, id)
);
