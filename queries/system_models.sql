-- What the models plugin reads and writes beside a tenant. Run through tenant.System only.

-- name: ListPrices :many
SELECT provider, model, effective_from, input, cached_input, cache_write, output, version
FROM prices ORDER BY provider, model, effective_from;

-- name: UpsertPrice :exec
INSERT INTO prices (provider, model, effective_from, input, cached_input, cache_write, output, version)
VALUES (@provider, @model, @effective_from, @input, @cached_input, @cache_write, @output, @version)
ON CONFLICT (provider, model, effective_from) DO UPDATE SET
  input = excluded.input, cached_input = excluded.cached_input, cache_write = excluded.cache_write,
  output = excluded.output, version = excluded.version;
