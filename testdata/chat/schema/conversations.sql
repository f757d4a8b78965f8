-- A chat application: conversations with a model, and their messages.
CREATE TYPE message_role AS ENUM ('user', 'assistant');  -- @enum(user: "You", assistant: "Assistant")
CREATE TYPE message_status AS ENUM ('streaming', 'complete', 'stopped', 'interrupted', 'failed');

-- @resource(label: "Conversation", plural: "Conversations", path: chats, nav: "Chats", title: "{title}") @soft_delete(deleted_at)
-- @allow(read: owner, create: member, update: owner, delete: owner)
-- @realtime(subscribe: [list, get], broadcast: [created, updated, deleted])
-- @list(columns: [title, model, updated_at], sort: [-updated_at])
CREATE TABLE conversations (
  tenant_id      uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id             uuid NOT NULL,
  user_id        uuid NOT NULL,                                                                  -- @owner @readonly @default(me)
  title          text NOT NULL DEFAULT 'New chat' CHECK (char_length(title) BETWEEN 1 AND 200),  -- @label
  model          text CHECK (char_length(model) <= 100),
  system_prompt  text CHECK (char_length(system_prompt) <= 8000),                                -- @widget(textarea) @group("Advanced")
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),                                             -- @sort
  deleted_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX conversations_recent ON conversations (tenant_id, user_id, updated_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE TRIGGER conversations_touch BEFORE UPDATE ON conversations FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- @resource(label: "Message", plural: "Messages", parent: conversations, ops: [list, get]) @allow(read: parent)
-- @list(columns: [content, role, status, created_at], sort: [id])
CREATE TABLE messages (
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id               uuid NOT NULL,
  conversation_id  uuid NOT NULL,
  user_id          uuid,
  role             message_role NOT NULL,
  status           message_status NOT NULL DEFAULT 'complete',
  content          text NOT NULL DEFAULT '' CHECK (octet_length(content) <= 4000000),
  client_id        uuid,                                                                         -- @hidden
  error            text,
  notice           text,
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, conversation_id, client_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (user_id)
);
CREATE INDEX messages_page ON messages (tenant_id, conversation_id, id DESC);
CREATE INDEX messages_user ON messages (tenant_id, user_id);
CREATE TRIGGER messages_touch BEFORE UPDATE ON messages FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
