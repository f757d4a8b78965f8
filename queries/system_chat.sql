-- What the chat plugin reads beside a tenant. Run through tenant.System only.

-- name: ListDeadGenerations :many
SELECT tenant_id, id, lease_until FROM generations
WHERE status = 'streaming' AND (lease_until <= now() OR (@all_others::boolean AND instance_id <> @instance_id))
ORDER BY lease_until
LIMIT 500;
