-- Receipts of calls, and prices that a company pays by contracts of its own.

-- name: FindPriceOverride :one
-- In nano-USD for one million tokens, like the public prices.
SELECT (input * 1000000000)::bigint AS input, (coalesce(cached_input, input) * 1000000000)::bigint AS cached_input,
       (coalesce(cache_write, input) * 1000000000)::bigint AS cache_write, (output * 1000000000)::bigint AS output,
       ('own ' || effective_from)::text AS version
FROM price_overrides
WHERE tenant_id = @tenant_id AND provider = @provider AND model = @model AND effective_from <= @day::date
ORDER BY effective_from DESC
LIMIT 1;

-- name: InsertCostEvent :exec
INSERT INTO cost_events (tenant_id, id, user_id, purpose, provider, model, conversation_id, message_id, generation_id,
                         input_tokens, amount, price_version, created_at)
VALUES (@tenant_id, @id, sqlc.narg('user_id'), @purpose, @provider, @model, sqlc.narg('conversation_id'),
        sqlc.narg('message_id'), sqlc.narg('generation_id'), @input_tokens, sqlc.narg('amount'), sqlc.narg('price_version'),
        coalesce(sqlc.narg('created_at')::timestamptz, now()));

-- name: LockReceipts :one
-- Calls that a limit holds for wait for each other for a moment, so that no two of them spend the same rest.
SELECT id FROM tenants WHERE id = @tenant_id FOR NO KEY UPDATE;

-- name: CountSearchTokens :one
-- What was spent on vectors and reranking since the beginning of this day in UTC; a call that runs counts as what was sent.
SELECT coalesce(sum(input_tokens), 0)::bigint AS tokens FROM cost_events
WHERE tenant_id = @tenant_id AND purpose IN ('passages', 'search', 'rerank') AND created_at >= (date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC');

-- name: SettleCostEvent :execrows
UPDATE cost_events SET
  status = @status, basis = @basis, model = @model,
  input_tokens = @input_tokens, cached_tokens = @cached_tokens, cache_write_tokens = @cache_write_tokens,
  output_tokens = @output_tokens, amount = sqlc.narg('amount'), price_version = sqlc.narg('price_version'),
  finished_at = now()
WHERE tenant_id = @tenant_id AND id = @id AND status = 'running';

-- name: GetRunningCostEvent :one
SELECT id, provider, model, input_tokens, created_at FROM cost_events
WHERE tenant_id = @tenant_id AND generation_id = @generation_id::uuid AND status = 'running';

-- name: ListLeftCostEvents :many
-- Receipts of calls whose process died or lost the database at the end, and which no sweep of answers has found. No call takes a day.
SELECT id, provider, model, input_tokens, created_at FROM cost_events
WHERE tenant_id = @tenant_id AND status = 'running' AND created_at < now() - interval '1 day'
ORDER BY created_at
LIMIT 500;
