-- @resource
-- @allow(read: boss or size = 'x', create: owner, update: parent, delete: (admin))
-- @scope(a: "status = 'opne'", b: "sise > 3", c: "admin", d: "status = null", e: "size in (1, null)", f: "day > 'soon'")
-- @scope(g: "on_off = 1", h: "who = 'x'", i: "tags = 'x'", j: "config = 'x'", k: "not active", l: "status is 3", m: "size = x")
-- @scope(n: "size in 3", o: "size in (1 2)", p: "size = 1 size", q: "", r: "not(size = 1", s: "size = 1.2.3", t: "price = 'x'")
-- @scope(u: "size = 9999999999999999999999", v: "size = 3 and", w: "status = :me", x: "at = '2026-01-01' or at = '2026-01-01T00:00:00Z'")
-- @action(go, allow: role.boss) @scope(y: "status <> 'else", z: [a])
-- @scope(deep: "not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(not(size = 1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))")
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'shut')),
  size integer,
  price numeric,
  day date,
  at timestamptz,
  on_off boolean,
  who uuid,
  tags text[],
  config jsonb,
  PRIMARY KEY (tenant_id, id)
);
