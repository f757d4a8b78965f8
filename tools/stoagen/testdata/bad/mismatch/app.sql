CREATE DOMAIN amount AS integer;  -- @email @widget(markdown)
-- @resource(order: "first", title: "{b", label: x, icon: 3, ops: list)
-- @list(page: 0, sort: [m], columns: [1]) @retention(days: 0, column: a) @soft_delete(b) @action(go, bulk: 1, label: "a")
-- @search([a]) @realtime(by: a, stream: a) @action(stop, bulk: true, confirm: 4)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a integer,  -- @email @trim @secret @widget(textarea)
  b text,  -- @format(usd) @widget(switch) @options(limit: 5)
  c text,  -- @widget(slider)
  d text,  -- @group(3)
  e text,  -- @placeholder(x) @owner
  f date,  -- @default("soon") @widget(tags)
  g boolean,  -- @default(1) @widget(switch)
  h integer,  -- @default("one") @example(true) @widget(json)
  i text,  -- @default(now) @widget(date)
  j text,  -- @default(me) @widget(time)
  k uuid REFERENCES users (id),  -- @options(limit: 500)
  l text,  -- @pattern("[a") @widget(radio)
  m jsonb,  -- @sort @label @widget(select)
  n text,  -- @show(when: n = 'x' and o = 3) @widget(relation)
  o text[],  -- @filter @widget(number)
  p text CHECK (p IN ('x', 'y')),  -- @default("z") @enum(z: "Z")
  q text CHECK (q <> ''),  -- @enum(a: "A") @widget(datetime)
  r jsonb,  -- @widget(text) @search
  s text,  -- @default(:me)
  t text,  -- @default(1 2)
  PRIMARY KEY (tenant_id, id)
);
