-- @resource
-- @list(columns: [a,, b])
-- @search([])
-- @form(layout: [a, [b]])
-- @detail(panels: stones)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a text,  -- @
  b text,  -- @ label
  c text,  -- @label the name
  d text,  -- @group("x
  e text,  -- @group("x"
  f text,  -- @group("x" "y")
  g text,  -- @group()
  h text,  -- @group("x", )
  i text,  -- @group(, "x")
  j text,  -- @slug(from:)
  k text,  -- @show(when: `a = 'x)
  l text,  -- @group("a" @trim
  m text,  -- @widget(text, name: x)
  n text,  -- @message[x]
  o text,  -- @widget(text, textarea)
  PRIMARY KEY (tenant_id, id)
);
