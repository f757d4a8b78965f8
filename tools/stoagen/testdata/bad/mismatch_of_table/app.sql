-- @resource(order: 1 2, title: "{b} {x}") @list(page: -7, sort: [-a, b], columns: [b - c]) @realtime(by: a, stream: a)
-- @retention(days: 1.5, column: a) @soft_delete(b) @search([a]) @api(off, ops: [list]) @export(xls) @hook(whenever)
CREATE TABLE things (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  a integer,
  b text NOT NULL,
  c text,  -- @slug(from: 3)
  PRIMARY KEY (tenant_id, id)
);
-- @audit @internal
CREATE TABLE pairs (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  a uuid NOT NULL,
  b uuid NOT NULL,
  PRIMARY KEY (tenant_id, a, b)
);
