-- The application that the engine is tried with: each part of the schema's language once, on a real database.

-- @resource(title: "{name}") @soft_delete(deleted_at) @realtime @export(csv) @detail(panels: [cards])
-- @allow(read: owner or shared = true or admin, create: owner or admin,
--   update: owner and not(state = 'closed') or admin and state <> 'locked' or role.owner, delete: owner or admin and state = 'closed')
-- @list(columns: [name, state, shared], sort: [name]) @search([name])
CREATE TABLE boards (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  user_id     uuid NOT NULL,                                                                 -- @owner @readonly @default(me)
  name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),                      -- @label
  shared      boolean NOT NULL DEFAULT false,                                                -- @filter
  state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'locked')),    -- @filter
  created_at  timestamptz NOT NULL DEFAULT now(),
  deleted_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX ON boards (tenant_id, name, id);
CREATE INDEX ON boards (tenant_id, state, id);
CREATE INDEX ON boards (tenant_id, shared, id);

-- @resource(parent: boards) @realtime(by: board_id)
-- @allow(read: parent, create: parent, update: parent or helper_id = :me, delete: parent)
-- @list(columns: [title, board_id, done], sort: [title])
CREATE TABLE cards (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  board_id    uuid NOT NULL,
  helper_id   uuid,                                                       -- @options(where: role <> 'owner', limit: 5)
  title       text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 80),  -- @label @example("Call Ada")
  slug        text CHECK (char_length(slug) <= 40),                       -- @slug(from: title)
  done        boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, board_id) REFERENCES boards (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, helper_id) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (helper_id)
);
CREATE INDEX ON cards (tenant_id, board_id, id);
CREATE INDEX ON cards (tenant_id, title, id);

-- Rows that all may see, with a tab of one's own, and a board's name that not all may read.
-- @resource(title: "{what}, by {user_id}") @realtime(subscribe: [list]) @scope(mine: user_id = :me) @list(columns: [what, board_id])
CREATE TABLE visits (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  user_id     uuid NOT NULL,                                              -- @readonly @default(me)
  board_id    uuid,
  what        text NOT NULL CHECK (char_length(what) BETWEEN 1 AND 80),   -- @label
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, board_id) REFERENCES boards (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX ON visits (tenant_id, board_id, id);

-- Columns that some may read and others write.
-- @resource(plural: "Staff") @realtime @export(csv) @search([name, remark]) @list(columns: [name, wage, remark], sort: [name])
CREATE TABLE staff (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  user_id     uuid NOT NULL,                                                                     -- @owner @readonly @default(me)
  name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),                          -- @label @sort
  wage        integer NOT NULL DEFAULT 0 CHECK (wage BETWEEN 0 AND 999999),                      -- @sort @filter @allow(read: owner or admin, write: admin)
  remark      text CHECK (char_length(remark) <= 200),                                           -- @allow(read: admin)
  pin         text,                                                                              -- @secret @pattern("[0-9]{4,8}")
  badge       bytea,                                                                             -- @secret @allow(write: admin)
  phone       text CHECK (char_length(phone) <= 40),                                             -- @allow(write: owner or admin)
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX ON staff (tenant_id, name, id);
CREATE INDEX ON staff (tenant_id, wage, id);

-- What people lend each other: actions, a search of words, rows that go when they are old.
-- @resource(title: "{name}", icon: again) @realtime(stream: remark) @export(csv) @soft_delete(deleted_at) @retention(days: 30, column: deleted_at)
-- @allow(read: member, create: member, update: owner or admin, delete: owner or admin)
-- @list(columns: [name, state, borrower], sort: [name], view: cards) @search([name, remark], mode: fts, language: english)
-- @action(lend, label: "Lend", bulk: true, ask: [borrower], allow: owner and state = 'here' or admin and state = 'here')
-- @action(bring_back, label: "Bring back", confirm: "Is it whole?", allow: state = 'lent') @action(count)
CREATE TABLE things (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  user_id     uuid NOT NULL,                                                             -- @owner @readonly @default(me)
  name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),                  -- @label @sort
  remark      text CHECK (char_length(remark) <= 200),
  state       text NOT NULL DEFAULT 'here' CHECK (state IN ('here', 'lent')),            -- @readonly
  borrower    text CHECK (char_length(borrower) <= 20),                                  -- @trim
  kind        text NOT NULL DEFAULT 'tool' CHECK (kind IN ('tool', 'book')),             -- @widget(select)
  worth       integer NOT NULL DEFAULT 3 CHECK (worth BETWEEN 1 AND 5),                  -- @widget(slider)
  phone       text CHECK (char_length(phone) <= 40),                                     -- @widget(tel) @caption("Whom to call")
  pages       integer CHECK (pages > 0),                                                 -- @show(when: kind = 'book')
  signed      boolean NOT NULL DEFAULT false,                                            -- @show(when: kind = 'book' and pages > 100)
  counted     integer NOT NULL DEFAULT 0,                                                -- @readonly
  created_at  timestamptz NOT NULL DEFAULT now(),
  deleted_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX ON things (tenant_id, name, id);
CREATE INDEX ON things (tenant_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX ON things USING gin (to_tsvector('english', coalesce(name, '') || ' ' || coalesce(remark, '')));
