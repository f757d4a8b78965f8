-- @resource(path: chats, icon: chat, nav: "Chat", order: 10, title: "{title}") @audit @soft_delete(deleted_at)
-- @allow(read: owner or admin, create: member, update: owner or admin, delete: owner or admin)
-- @realtime(subscribe: [list, get], broadcast: [created, updated, deleted])
-- @list(sort: [-updated_at]) @detail(panels: [messages])
CREATE TABLE conversations (
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id            uuid NOT NULL,
  user_id       uuid NOT NULL,                                                                  -- @owner @readonly @default(me)
  title         text NOT NULL DEFAULT 'New chat' CHECK (char_length(title) BETWEEN 1 AND 200),  -- @label @list @search @sort
  model         text CHECK (char_length(model) <= 100),                                         -- @list @filter
  system_prompt text CHECK (char_length(system_prompt) <= 8000),                                -- @widget(textarea) @group("Advanced")
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),                                             -- @list @sort
  deleted_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id)
);
COMMENT ON COLUMN conversations.system_prompt IS 'Sent before every message of this chat.';
CREATE INDEX ON conversations (tenant_id, updated_at DESC, id DESC) WHERE deleted_at IS NULL;

-- What the example leaves out: its panel, and the indexes that its @sort and @filter need.
-- @resource(parent: conversations, ops: [list, get]) @allow(read: parent)
CREATE TABLE messages (
  tenant_id uuid NOT NULL, id uuid NOT NULL, conversation_id uuid NOT NULL,
  content text NOT NULL DEFAULT '',
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX ON conversations (tenant_id, title, id) WHERE deleted_at IS NULL;
CREATE INDEX ON conversations (tenant_id, model, id) WHERE deleted_at IS NULL;
