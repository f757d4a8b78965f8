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
