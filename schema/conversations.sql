-- Conversations and their messages. The chat plugin requires these tables, whichever file declares them.

CREATE TYPE message_role AS ENUM ('user', 'assistant');
CREATE TYPE message_status AS ENUM ('streaming', 'complete', 'stopped', 'interrupted', 'failed');

-- Nobody but the person whose chat it is, and whom they share it with, sees it, whatever their role; so the audit log, which
-- admins read, is not about chats.
-- @resource(label: "Chat", plural: "Chats", path: chats, icon: chat, nav: "Chats", order: 10, title: "{title}") @soft_delete(deleted_at) @export(csv)
-- @allow(read: owner or in conversation_shares and deleted_at is null, create: member, update: owner, delete: owner)
-- @realtime(subscribe: [list, get], broadcast: [created, updated, deleted])
-- @list(columns: [title, user_id, model, updated_at], sort: [-updated_at]) @search([title]) @detail(panels: [messages])
-- @scope(mine: "user_id = :me", shared: "not(user_id = :me)")
-- @form(layout: [[title], [model], [system_prompt]])
CREATE TABLE conversations (
  tenant_id      uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id             uuid NOT NULL,
  user_id        uuid NOT NULL,                                                                  -- @owner @readonly @default(me)
  title          text NOT NULL DEFAULT 'New chat' CHECK (char_length(title) BETWEEN 1 AND 200),  -- @label @trim
  model          text CHECK (char_length(model) <= 100),                                         -- @trim
  system_prompt  text CHECK (char_length(system_prompt) <= 8000),                                -- @widget(textarea) @group("Instructions for the assistant") @trim
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),                                             -- @sort
  deleted_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
COMMENT ON TABLE conversations IS 'Conversations with the assistant. Only you, and those you share one with, can read them.';
COMMENT ON COLUMN conversations.model IS 'Which model answers. Empty is the one that your company has chosen.';
COMMENT ON COLUMN conversations.system_prompt IS 'Sent before every message of this chat.';
CREATE INDEX conversations_recent ON conversations (tenant_id, user_id, updated_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE TRIGGER conversations_touch BEFORE UPDATE ON conversations FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- Read by the pages of the chat plugin; as a resource only for the file of a chat and the page of one in the trash.
-- @resource(parent: conversations, ops: [list, get, export]) @allow(read: parent) @export(csv)
-- @list(columns: [role, content, status, created_at], sort: [id])
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
COMMENT ON COLUMN messages.client_id IS 'Made by the composer: the same id twice is the same message.';
COMMENT ON COLUMN messages.error IS 'What to tell the person when an answer failed.';
COMMENT ON COLUMN messages.notice IS 'What is missing in an answer that is complete.';
CREATE INDEX messages_page ON messages (tenant_id, conversation_id, id DESC);
CREATE INDEX messages_user ON messages (tenant_id, user_id);
CREATE TRIGGER messages_touch BEFORE UPDATE ON messages FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
