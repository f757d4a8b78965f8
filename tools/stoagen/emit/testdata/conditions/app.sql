-- Conditions of every kind in @allow, and what holds of the parent above.
-- @resource(title: "{name}") @allow(read: owner or shared = true or admin, create: owner or admin, update: owner and not(state = 'closed') or admin and state <> 'locked' or role.owner, delete: admin and state = 'closed')
-- @soft_delete(deleted_at)
CREATE TABLE boards (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  user_id     uuid NOT NULL,                                                                     -- @owner @default(me)
  name        text NOT NULL CHECK (char_length(name) <= 80),                                     -- @label
  shared      boolean NOT NULL DEFAULT false,
  state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'locked')),
  deleted_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id)
);

-- @resource(parent: boards) @allow(read: parent, create: parent, update: parent or helper_id = :me, delete: parent)
CREATE TABLE cards (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  board_id    uuid NOT NULL,
  helper_id   uuid,
  title       text NOT NULL CHECK (char_length(title) <= 80),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, board_id) REFERENCES boards (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, helper_id) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (helper_id)
);

-- @resource(parent: cards) @allow(read: parent, create: parent, update: parent and stars in (1, 2, 3), delete: role.owner)
CREATE TABLE remarks (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  card_id     uuid NOT NULL,
  body        text NOT NULL CHECK (char_length(body) <= 400),
  stars       integer CHECK (stars BETWEEN 1 AND 5),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, card_id) REFERENCES cards (tenant_id, id) ON DELETE CASCADE
);

-- A room is open to whom a guest's row names, while that is not in the trash.
-- @resource @allow(read: admin or in guests, create: admin, update: admin, delete: admin)
CREATE TABLE rooms (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  name        text NOT NULL CHECK (char_length(name) <= 80),  -- @label
  PRIMARY KEY (tenant_id, id)
);

-- @internal @soft_delete(gone_at)
CREATE TABLE guests (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  room_id     uuid NOT NULL,
  user_id     uuid NOT NULL,  -- @owner
  gone_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, room_id) REFERENCES rooms (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
