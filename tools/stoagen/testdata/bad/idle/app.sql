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
