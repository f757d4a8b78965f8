-- What model providers charge.

-- Nano-USD for one million tokens; a row holds from its date until the next row of the same model.
-- @global @internal
CREATE TABLE prices (
  provider        text NOT NULL,
  model           text NOT NULL,
  effective_from  date NOT NULL,
  input           bigint NOT NULL CHECK (input >= 0),
  cached_input    bigint NOT NULL CHECK (cached_input >= 0),
  cache_write     bigint NOT NULL CHECK (cache_write >= 0),
  output          bigint NOT NULL CHECK (output >= 0),
  version         text NOT NULL,
  PRIMARY KEY (provider, model, effective_from)
);

-- What a company pays by a contract of its own, in USD for one million tokens; a row holds from its date until the next
-- row of the same model.
-- @resource(label: "Own price", plural: "Own prices", path: "settings/prices", nav: "Company", order: 40) @export(csv) @import(csv) @audit
-- @allow(read: admin, create: admin, update: admin, delete: admin)
-- @list(columns: [model, provider, effective_from, input, output], sort: [-effective_from]) @search([provider, model])
-- @form(layout: [[provider, model], [effective_from], [input, output], [cached_input, cache_write], [note]])
CREATE TABLE price_overrides (
  tenant_id       uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id              uuid NOT NULL,
  provider        text NOT NULL CHECK (char_length(provider) BETWEEN 1 AND 60),  -- @trim @lower @placeholder("openai")
  model           text NOT NULL CHECK (char_length(model) BETWEEN 1 AND 200),    -- @label @sort @trim @placeholder("gpt-5-mini")
  effective_from  date NOT NULL,                                                 -- @sort @filter @default(now)
  input           numeric(12,6) NOT NULL CHECK (input >= 0),                     -- @format(usd)
  cached_input    numeric(12,6) CHECK (cached_input >= 0),                       -- @format(usd)
  cache_write     numeric(12,6) CHECK (cache_write >= 0),                        -- @format(usd)
  output          numeric(12,6) NOT NULL CHECK (output >= 0),                    -- @format(usd)
  note            text CHECK (char_length(note) <= 500),                         -- @widget(textarea)
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, provider, model, effective_from)  -- @message("There is a price of this model from this day on already.", field: effective_from)
);
COMMENT ON TABLE price_overrides IS 'What you pay by contracts of your own, instead of the public prices.';
COMMENT ON COLUMN price_overrides.effective_from IS 'The price holds from this day on. Empty is today.';
COMMENT ON COLUMN price_overrides.input IS 'USD for one million tokens sent.';
COMMENT ON COLUMN price_overrides.cached_input IS 'USD for one million of them that the provider had in its cache. Empty: as much as input.';
COMMENT ON COLUMN price_overrides.cache_write IS 'USD for one million tokens put into the cache. Empty: as much as input.';
COMMENT ON COLUMN price_overrides.output IS 'USD for one million tokens of the answer.';
CREATE INDEX price_overrides_model ON price_overrides (tenant_id, model, id);
CREATE INDEX price_overrides_from ON price_overrides (tenant_id, effective_from, id);
CREATE TRIGGER price_overrides_touch BEFORE UPDATE ON price_overrides FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
