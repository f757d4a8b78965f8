-- Actions, old rows that go, a search of words, cards, fields that hang on others, and widgets.

-- @resource @allow(read: member, update: owner or admin, delete: admin) @soft_delete(deleted_at)
-- @search([name, remark], mode: fts, language: english) @retention(days: 30, column: deleted_at)
-- @action(finish, label: "Finish", confirm: "Nobody changes it afterwards.", bulk: true, ask: [remark])
-- @list(view: cards)
-- @action(lend, allow: state = 'open' and admin or role.owner) @action(count)
CREATE TABLE tools (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  user_id     uuid NOT NULL,  -- @owner @readonly @default(me)
  name        text NOT NULL CHECK (char_length(name) <= 80),
  remark      text CHECK (char_length(remark) <= 200),
  state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
  kind        text CHECK (kind IN ('saw', 'drill')),  -- @widget(radio)
  power       integer CHECK (power BETWEEN 0 AND 9),  -- @widget(slider) @show(when: kind = 'drill' or not(state in ('done')))
  deleted_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX ON tools (tenant_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX ON tools USING gin (to_tsvector('english', coalesce(name, '') || ' ' || coalesce(remark, '')));

-- @resource(ops: [list, get]) @retention(days: 365, column: day)
CREATE TABLE readings (
  tenant_id  uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id         uuid NOT NULL,
  day        date NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX ON readings (tenant_id, day, id);
