-- The answers being written, what they were offered to cite, whom chats are shared with, and how far they were read.

-- One answer being made. Its instance renews the lease with every checkpoint; a lease that ran out is a dead instance.
-- @internal
CREATE TABLE generations (
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id               uuid NOT NULL,
  conversation_id  uuid NOT NULL,
  message_id       uuid NOT NULL,
  user_id          uuid,
  status           message_status NOT NULL DEFAULT 'streaming',
  instance_id      uuid NOT NULL,
  lease_until      timestamptz NOT NULL,
  stop_requested   boolean NOT NULL DEFAULT false,
  started_at       timestamptz NOT NULL DEFAULT now(),
  finished_at      timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (user_id)
);
CREATE UNIQUE INDEX generations_running ON generations (tenant_id, conversation_id) WHERE status = 'streaming';
CREATE INDEX generations_lease ON generations (lease_until) WHERE status = 'streaming';
CREATE INDEX generations_message ON generations (tenant_id, message_id);
CREATE INDEX generations_user ON generations (tenant_id, user_id);

-- The passages that were offered to an answer, by the number under which it may cite them. mark is the sentence that is meant.
-- Documents are the knowledge plugin's: its file has the key to them.
-- @internal
CREATE TABLE message_sources (
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  message_id   uuid NOT NULL,
  number       integer NOT NULL CHECK (number > 0),
  document_id  uuid,
  version_id   uuid,
  title        text NOT NULL,
  heading      text NOT NULL,
  text_from    integer NOT NULL,
  text_to      integer NOT NULL,
  mark_from    integer NOT NULL,
  mark_to      integer NOT NULL,
  page         integer NOT NULL,
  score        float8 NOT NULL,
  cited        boolean NOT NULL,
  verified     boolean NOT NULL,
  PRIMARY KEY (tenant_id, message_id, number),
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX message_sources_document ON message_sources (tenant_id, document_id);

-- @enum(read: "May read", write: "May read and write")
CREATE TYPE share_access AS ENUM ('read', 'write');

-- Whom a chat is shared with, and what for. A member who leaves the company loses it with the membership.
-- @resource(label: "Share", plural: "Shares", path: shares, parent: conversations, title: "{user_id}")
-- @allow(read: parent, create: parent, update: parent, delete: parent or owner)
-- @realtime(subscribe: [list, get], broadcast: [created, updated, deleted], by: conversation_id)
-- @list(columns: [user_id, access, conversation_id, created_at], sort: [id]) @form(layout: [[conversation_id], [user_id], [access]])
CREATE TABLE conversation_shares (
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id               uuid NOT NULL,
  conversation_id  uuid NOT NULL,                          -- @immutable
  user_id          uuid NOT NULL,                          -- @owner @immutable
  access           share_access NOT NULL DEFAULT 'read',
  created_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  -- @message("It is shared with this member already.", field: user_id)
  UNIQUE (tenant_id, conversation_id, user_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
COMMENT ON TABLE conversation_shares IS 'Members who read a chat that is not theirs, or write in it too. They see all of it, also what an answer quotes from documents that they may not open.';
CREATE INDEX conversation_shares_user ON conversation_shares (tenant_id, user_id, conversation_id);

-- A share that comes, changes or goes is news of its chat: lists show it or show it no more, and open pages look at once
-- whether they may go on. The triggers of @realtime notify, so these do not.
CREATE FUNCTION share_event() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS
$$ BEGIN
  INSERT INTO events (tenant_id, topic, op, row_id) SELECT DISTINCT tenant_id, 'conversations', 'shared', conversation_id FROM changed;
  RETURN NULL;
END $$;
CREATE TRIGGER conversation_shares_created AFTER INSERT ON conversation_shares
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION share_event();
CREATE TRIGGER conversation_shares_changed AFTER UPDATE ON conversation_shares
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION share_event();
CREATE TRIGGER conversation_shares_ended AFTER DELETE ON conversation_shares
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION share_event();

-- How far somebody has read a chat. What lies beyond it and is not theirs is unread.
-- @internal
CREATE TABLE conversation_reads (
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  conversation_id  uuid NOT NULL,
  user_id          uuid NOT NULL,
  message_id       uuid NOT NULL,
  read_at          timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, conversation_id, user_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE CASCADE
);
COMMENT ON COLUMN conversation_reads.message_id IS 'The newest message that was shown whole; it may be gone.';
CREATE INDEX conversation_reads_user ON conversation_reads (tenant_id, user_id);

-- What a model call was for.
ALTER TABLE cost_events ADD FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE SET NULL (conversation_id);
ALTER TABLE cost_events ADD FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id) ON DELETE SET NULL (message_id);
ALTER TABLE cost_events ADD FOREIGN KEY (tenant_id, generation_id) REFERENCES generations (tenant_id, id) ON DELETE SET NULL (generation_id);

-- @enum(everyone: "Everyone", admins: "Admins and owners")
CREATE TYPE assistant_access AS ENUM ('everyone', 'admins');

-- What a chat can be started with. Its instructions and its model are read with each question, so a change holds for old chats too.
-- @resource(label: "Assistant", plural: "Assistants", path: assistants, nav: "Work", order: 17, title: "{name}")
-- @allow(read: admin or access = 'everyone', create: admin, update: admin, delete: admin) @audit
-- @realtime(subscribe: [list, get], broadcast: [created, updated, deleted])
-- @list(columns: [name, description, access, model], sort: [name]) @search([name, description])
-- @form(layout: [[name], [description], [access], [instructions], [starters], [model, temperature]])
-- @action(withdraw, label: "Withdraw", bulk: true, allow: admin and access = 'everyone')
-- @action(publish, label: "Publish", bulk: true, allow: admin and access = 'admins')
CREATE TABLE assistants (
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id            uuid NOT NULL,
  name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),                            -- @label @sort @trim
  description   text CHECK (char_length(description) <= 300),                                       -- @trim
  access        assistant_access NOT NULL DEFAULT 'everyone',
  instructions  text CHECK (char_length(instructions) <= 8000),                                     -- @widget(textarea) @trim
  starters      text[] NOT NULL DEFAULT '{}' CHECK (cardinality(starters) <= 6),
  model         text CHECK (char_length(model) <= 100),                                             -- @trim
  temperature   numeric(3,2) CHECK (temperature BETWEEN 0 AND 2),
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),                                                 -- @sort
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name)
);
COMMENT ON TABLE assistants IS 'Named ways to answer: what to say, from which documents, with which model. One is chosen when a chat starts.';
COMMENT ON COLUMN assistants.access IS 'Who may start a chat with it.';
COMMENT ON COLUMN assistants.instructions IS 'Sent before every message of its chats.';
COMMENT ON COLUMN assistants.starters IS 'Questions that an empty chat offers.';
COMMENT ON COLUMN assistants.model IS 'Which model answers. Empty is the one that your company has chosen.';
COMMENT ON COLUMN assistants.temperature IS 'From 0, always the likeliest word, to 2. Empty is the model''s own.';
CREATE INDEX assistants_name ON assistants (tenant_id, name, id);
CREATE INDEX assistants_updated ON assistants (tenant_id, updated_at, id);
CREATE TRIGGER assistants_touch BEFORE UPDATE ON assistants FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- Which assistant a chat was started with. The assistant goes, the chat stays.
-- @internal
CREATE TABLE conversation_assistants (
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  conversation_id  uuid NOT NULL,
  assistant_id     uuid NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, assistant_id) REFERENCES assistants (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX conversation_assistants_assistant ON conversation_assistants (tenant_id, assistant_id);
