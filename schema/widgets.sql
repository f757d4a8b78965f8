-- Chat windows that a company puts into its own websites.

-- Search boxes look into the middle of words; trigrams make that an index's work.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- @resource(label: "Widget", plural: "Widgets", path: widgets, nav: "Work", order: 20, title: "{name}")
-- @allow(read: member, create: admin, update: admin, delete: admin) @soft_delete(deleted_at) @export(csv)
-- @realtime(subscribe: [list, get], broadcast: [created, updated, deleted])
-- @list(columns: [name, active, colour, allowed_origins, updated_at], sort: [-updated_at], page: 25)
-- @search([name, greeting], mode: trigram) @scope(active: "active", paused: "NOT active")
-- @form(layout: [[name], [public_id], [allowed_origins], [colour, active], [greeting], [config]])
CREATE TABLE widgets (
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id               uuid NOT NULL,
  name             text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),                    -- @label @list @sort @trim
  public_id        text NOT NULL DEFAULT substr(replace(gen_random_uuid()::text, '-', ''), 1, 16)
                   CHECK (public_id ~ '^[a-z0-9][a-z0-9-]{3,39}$'),                              -- @immutable @pattern("4 to 40 small letters, digits and hyphens") @trim @lower
  allowed_origins  text[] NOT NULL DEFAULT '{}' CHECK (cardinality(allowed_origins) <= 20),      -- @widget(tags) @pattern("https?://[^/\\s?#]+", "the whole origin, such as https://docs.example.com") @example("https://docs.example.com")
  greeting         text CHECK (char_length(greeting) <= 500),                                    -- @widget(textarea)
  colour           text NOT NULL DEFAULT '#0f5c75' CHECK (colour ~ '^#[0-9a-f]{6}$'),            -- @widget(color) @lower
  active           boolean NOT NULL DEFAULT true,                                                -- @filter
  config           jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(config) = 'object'),          -- @group("Advanced")
  created_at       timestamptz NOT NULL DEFAULT now(),                                           -- @sort @filter
  updated_at       timestamptz NOT NULL DEFAULT now(),                                           -- @sort
  deleted_at       timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, public_id)
);
