-- The receipt of every model call.

CREATE TYPE cost_status AS ENUM ('running', 'complete', 'stopped', 'interrupted', 'failed');
-- exact: the provider reported the tokens; estimated: we counted them.
CREATE TYPE cost_basis AS ENUM ('exact', 'estimated');

-- Written before the call and settled after it, so that no call goes unrecorded. amount is nano-USD; NULL means that the price is unknown, never that it is zero.
-- What it was for is the chat plugin's: its file has the keys to conversations, messages and generations.
-- @resource(label: "Model call", plural: "Model calls", path: "usage/calls", nav: "Company", order: 26, ops: [list, get, export])
-- @allow(read: owner or admin)
-- @list(columns: [created_at, user_id, purpose, model, status, input_tokens, output_tokens, amount], sort: [-created_at])
CREATE TABLE cost_events (
  tenant_id           uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id                  uuid NOT NULL,
  user_id             uuid,                                                        -- @owner @readonly
  purpose             text NOT NULL CHECK (char_length(purpose) BETWEEN 1 AND 40),
  provider            text NOT NULL,
  model               text NOT NULL,                                               -- @label
  conversation_id     uuid,                                                        -- @hidden
  message_id          uuid,                                                        -- @hidden
  generation_id       uuid,                                                        -- @hidden
  status              cost_status NOT NULL DEFAULT 'running',
  basis               cost_basis NOT NULL DEFAULT 'estimated',
  input_tokens        bigint NOT NULL DEFAULT 0 CHECK (input_tokens >= 0),         -- @format(tokens)
  cached_tokens       bigint NOT NULL DEFAULT 0 CHECK (cached_tokens >= 0),        -- @format(tokens)
  cache_write_tokens  bigint NOT NULL DEFAULT 0 CHECK (cache_write_tokens >= 0),   -- @format(tokens)
  output_tokens       bigint NOT NULL DEFAULT 0 CHECK (output_tokens >= 0),        -- @format(tokens)
  amount              bigint CHECK (amount >= 0),                                  -- @format(usd)
  price_version       text,
  created_at          timestamptz NOT NULL DEFAULT now(),                          -- @sort @filter
  finished_at         timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE SET NULL (user_id)
);
COMMENT ON COLUMN cost_events.input_tokens IS 'All tokens sent, cached ones included.';
CREATE INDEX cost_events_day ON cost_events (tenant_id, created_at DESC, id DESC);
CREATE INDEX cost_events_user ON cost_events (tenant_id, user_id, created_at DESC);
CREATE INDEX cost_events_conversation ON cost_events (tenant_id, conversation_id);
CREATE INDEX cost_events_message ON cost_events (tenant_id, message_id);
CREATE INDEX cost_events_generation ON cost_events (tenant_id, generation_id);
CREATE INDEX cost_events_running ON cost_events (tenant_id, created_at) WHERE status = 'running';
