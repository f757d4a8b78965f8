/* prose first */
/* @resource(label: "One") */
-- and prose between, with an @label in it
-- @list(page: 10)

CREATE TABLE things (  -- @audit
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- @label
  -- @placeholder("x")
  a text, b text,  -- @group("of b")
  /* @group("of c") */ c text NOT NULL
    CHECK (c IN ('x', 'y')),  /* @example("x") */  -- @enum(x: "The x")
  d text
    -- @message("too long")
    CHECK (char_length(d) < 9),
  "select" text,  -- @widget(
                  --   text
                  -- ) @trim
  PRIMARY KEY (tenant_id, id),
  -- @message("twice")
  UNIQUE (tenant_id, a)
);
