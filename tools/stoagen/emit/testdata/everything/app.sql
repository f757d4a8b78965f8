-- One column for each row of the inference table, an owner, a parent and its children.
CREATE TYPE task_status AS ENUM ('open', 'doing', 'done');
CREATE DOMAIN code AS text CHECK (value ~ '^[A-Z]{2,8}$');

-- @resource(title: "{name}") @soft_delete(deleted_at) @audit @export(csv) @import(csv) @allow(read: owner or admin, create: member, update: owner or admin, delete: owner or admin)
-- @list(sort: [name]) @search([name, summary])
CREATE TABLE projects (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  user_id     uuid NOT NULL,                                                        -- @owner @readonly @default(me)
  name        text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),             -- @label @sort
  summary     varchar(900),
  "order"     smallint NOT NULL DEFAULT 3 CHECK ("order" > 0 AND "order" <= 9),     -- @sort
  budget      numeric(10,2) CHECK (budget >= 0),                                    -- @format(usd)
  starts_on   date,
  ends_on     date,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  deleted_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, user_id, name),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE,
  CHECK (ends_on >= starts_on)  -- @message("It ends before it starts.")
);
CREATE INDEX ON projects (tenant_id, name, id);
CREATE INDEX ON projects (tenant_id, "order", id);

-- @resource(parent: projects, nav: "Work") @allow(read: parent, create: member, update: parent, delete: parent)
-- @list(columns: [title, status, assignee_id, due, effort], sort: [-due], count: exact)
-- @scope(mine: assignee_id = :me, late: status in ('open', 'doing') and due is not null, quick: not(effort > 2.5)) @realtime(by: project_id)
CREATE TABLE tasks (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id           uuid NOT NULL,
  project_id   uuid NOT NULL,
  assignee_id  uuid,                                                                        -- @filter
  title        text NOT NULL CHECK (char_length(title) <= 200),                             -- @label
  reference    code,
  status       task_status NOT NULL DEFAULT 'open',                                         -- @filter @sort
  mood         task_status,
  size         text NOT NULL CHECK (size IN ('s', 'm', 'l')),                               -- @enum(s: "Small", m: "Medium", l: "Large")
  due          timestamptz NOT NULL,                                                        -- @sort @filter @default(now)
  effort       numeric(6,2) NOT NULL DEFAULT 1 CHECK (effort > 0),                          -- @filter
  ratio        double precision,
  points       integer CHECK (points BETWEEN 0 AND 100),                                    -- @filter
  likes        bigint NOT NULL DEFAULT 0,                                                   -- @readonly
  urgent       boolean NOT NULL DEFAULT false,
  approved     boolean,
  labels       text[],
  extra        jsonb,
  email        citext,
  contact      citext NOT NULL DEFAULT '' CHECK (char_length(contact) <= 100),
  opens_at     time,
  takes        interval NOT NULL DEFAULT '1 hour',
  source       inet,
  external_id  uuid,
  token        text NOT NULL DEFAULT '' CHECK (char_length(token) <= 64),                   -- @hidden
  made_by      uuid NOT NULL,                                                               -- @readonly @default(me)
  started_on   date NOT NULL,                                                               -- @default(now) @filter
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, assignee_id) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (assignee_id),
  FOREIGN KEY (tenant_id, made_by) REFERENCES memberships (tenant_id, user_id)
);
CREATE INDEX ON tasks (tenant_id, project_id, id);
CREATE INDEX ON tasks (tenant_id, assignee_id, id);
CREATE INDEX ON tasks (tenant_id, status, id);
CREATE INDEX ON tasks (tenant_id, due, id);
CREATE INDEX ON tasks (tenant_id, effort, id);
CREATE INDEX ON tasks (tenant_id, points, id);
CREATE INDEX ON tasks (tenant_id, started_on, id);

-- @resource(ops: [list, get]) @list(count: none) @allow(read: admin)
CREATE TABLE task_visits (
  tenant_id  uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id         uuid NOT NULL,
  task_id    uuid NOT NULL,
  at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, task_id) REFERENCES tasks (tenant_id, id)
);
CREATE INDEX ON task_visits (tenant_id, task_id, id);
