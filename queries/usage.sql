-- What receipts add up to.
-- name: UsageTotals :one
SELECT count(*)::bigint AS calls, coalesce(sum(amount), 0)::bigint AS amount,
       coalesce(sum(input_tokens), 0)::bigint AS input_tokens, coalesce(sum(output_tokens), 0)::bigint AS output_tokens,
       count(*) FILTER (WHERE amount IS NULL)::bigint AS unpriced,
       count(*) FILTER (WHERE basis = 'estimated')::bigint AS estimated
FROM cost_events
WHERE tenant_id = @tenant_id AND created_at >= @from_time AND created_at < @to_time
  AND (sqlc.narg('user_id')::uuid IS NULL OR user_id = sqlc.narg('user_id')::uuid);

-- name: UsageByDay :many
SELECT date_trunc('day', created_at AT TIME ZONE 'UTC')::date AS day, count(*)::bigint AS calls,
       coalesce(sum(amount), 0)::bigint AS amount, coalesce(sum(input_tokens), 0)::bigint AS input_tokens,
       coalesce(sum(output_tokens), 0)::bigint AS output_tokens, count(*) FILTER (WHERE amount IS NULL)::bigint AS unpriced
FROM cost_events
WHERE tenant_id = @tenant_id AND created_at >= @from_time AND created_at < @to_time
  AND (sqlc.narg('user_id')::uuid IS NULL OR user_id = sqlc.narg('user_id')::uuid)
GROUP BY 1 ORDER BY 1;

-- name: UsageByModel :many
SELECT provider, model, count(*)::bigint AS calls,
       coalesce(sum(amount), 0)::bigint AS amount, coalesce(sum(input_tokens), 0)::bigint AS input_tokens,
       coalesce(sum(output_tokens), 0)::bigint AS output_tokens, count(*) FILTER (WHERE amount IS NULL)::bigint AS unpriced
FROM cost_events
WHERE tenant_id = @tenant_id AND created_at >= @from_time AND created_at < @to_time
  AND (sqlc.narg('user_id')::uuid IS NULL OR user_id = sqlc.narg('user_id')::uuid)
GROUP BY provider, model ORDER BY coalesce(sum(amount), 0) DESC, count(*) DESC, provider, model;

-- name: UsageByPerson :many
SELECT coalesce(u.name, '')::text AS name, count(*)::bigint AS calls,
       coalesce(sum(e.amount), 0)::bigint AS amount, coalesce(sum(e.input_tokens), 0)::bigint AS input_tokens,
       coalesce(sum(e.output_tokens), 0)::bigint AS output_tokens, count(*) FILTER (WHERE e.amount IS NULL)::bigint AS unpriced
FROM cost_events e
LEFT JOIN memberships m ON m.tenant_id = @tenant_id AND m.user_id = e.user_id
LEFT JOIN users u ON u.id = m.user_id
WHERE e.tenant_id = @tenant_id AND e.created_at >= @from_time AND e.created_at < @to_time
  AND (sqlc.narg('user_id')::uuid IS NULL OR e.user_id = sqlc.narg('user_id')::uuid)
GROUP BY e.user_id, u.name ORDER BY coalesce(sum(e.amount), 0) DESC, count(*) DESC, name;

-- name: UsageNow :one
-- Of this day in UTC, and the answers that are being written; one that runs for an hour has lost its process.
SELECT count(*) FILTER (WHERE status = 'running' AND purpose = 'chat' AND created_at > now() - interval '1 hour')::bigint AS running,
       coalesce(sum(amount) FILTER (WHERE created_at >= @day::timestamptz), 0)::bigint AS amount,
       count(*) FILTER (WHERE created_at >= @day::timestamptz AND amount IS NULL AND status <> 'running')::bigint AS unpriced
FROM cost_events
WHERE tenant_id = @tenant_id AND created_at >= least(@day::timestamptz, now() - interval '1 hour');
