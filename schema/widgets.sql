-- Chat windows that a company puts into its own websites.

-- Search boxes look into the middle of words; trigrams make that the work of an index.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- @resource(label: "Widget", plural: "Widgets", path: widgets, nav: "Work", order: 20, title: "{name}")
-- @allow(read: member, create: admin, update: admin, delete: admin) @soft_delete(deleted_at) @export(csv) @import(csv) @audit
-- @realtime(subscribe: [list, get], broadcast: [created, updated, deleted])
-- @list(columns: [name, active, colour, allowed_origins, updated_at], sort: [-updated_at], page: 25)
-- @search([name, greeting], mode: trigram) @scope(active: active = true, paused: active = false)
-- @form(layout: [[name], [public_id], [allowed_origins], [colour, active], [greeting], [config]])
CREATE TABLE widgets (
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id               uuid NOT NULL,
  name             text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),                -- @label @sort @trim
  public_id        text NOT NULL DEFAULT substr(replace(gen_random_uuid()::text, '-', ''), 1, 16)
                   CHECK (public_id ~ '^[a-z0-9][a-z0-9-]{3,39}$'),                          -- @immutable @widget(text) @trim @lower @message("Use 4 to 40 small letters, digits and hyphens.")
  allowed_origins  text[] NOT NULL DEFAULT '{}' CHECK (cardinality(allowed_origins) <= 20),  -- @pattern("https?://[^\\s/?#]+") @placeholder("https://docs.example.com")
  greeting         text CHECK (char_length(greeting) <= 500),                                -- @widget(textarea)
  colour           text NOT NULL DEFAULT '#0f5c75' CHECK (colour ~ '^#[0-9a-f]{6}$'),        -- @widget(color) @lower
  active           boolean NOT NULL DEFAULT true,                                            -- @filter
  config           jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(config) = 'object'),      -- @group("Advanced")
  created_at       timestamptz NOT NULL DEFAULT now(),                                       -- @sort @filter
  updated_at       timestamptz NOT NULL DEFAULT now(),                                       -- @sort
  deleted_at       timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, public_id)
);
COMMENT ON TABLE widgets IS 'Chat windows for your websites.';
COMMENT ON COLUMN widgets.name IS 'Shown to your visitors in the header.';
COMMENT ON COLUMN widgets.public_id IS 'Stands in the code of your website and cannot be changed later. Leave it empty to have one made.';
COMMENT ON COLUMN widgets.allowed_origins IS 'The websites that may show this widget.';
COMMENT ON COLUMN widgets.greeting IS 'The first words that a visitor reads.';
COMMENT ON COLUMN widgets.active IS 'A paused widget shows nothing.';
COMMENT ON COLUMN widgets.config IS 'Settings for developers, as a JSON object.';
CREATE INDEX widgets_name ON widgets (tenant_id, name, id) WHERE deleted_at IS NULL;
CREATE INDEX widgets_active ON widgets (tenant_id, active, id) WHERE deleted_at IS NULL;
CREATE INDEX widgets_created ON widgets (tenant_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX widgets_updated ON widgets (tenant_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX widgets_trash ON widgets (tenant_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX widgets_search ON widgets USING gin (name gin_trgm_ops, greeting gin_trgm_ops);
CREATE TRIGGER widgets_touch BEFORE UPDATE ON widgets FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
