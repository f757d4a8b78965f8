-- Legal SQL that goes wrong in sqlc, and what is not a query.

-- name: Glued :one
SELECT id FROM conversations WHERE tenant_id=@tenant_id;

-- name: GluedOther :one
SELECT id FROM conversations WHERE tenant_id = @tenant_id
  AND title >=@title;

-- name: Star :many
SELECT * FROM conversations WHERE tenant_id = @tenant_id;

-- name: AliasStar :many
SELECT c.* FROM conversations c WHERE c.tenant_id = @tenant_id;

-- name: ReturningStar :one
DELETE FROM messages WHERE tenant_id = @tenant_id RETURNING *;

-- name: Merge :exec
MERGE INTO conversations c USING messages m ON c.tenant_id = @tenant_id WHEN MATCHED THEN DELETE;

-- name: MergeInside :exec
WITH gone AS (MERGE INTO messages m USING conversations c ON true WHEN MATCHED THEN DELETE RETURNING m.id) SELECT id FROM gone;

-- name: Two :exec
DELETE FROM messages WHERE tenant_id = @tenant_id; DELETE FROM conversations;

-- name: Empty :exec

-- name: Truncate :exec
TRUNCATE messages;

-- name: Into :exec
SELECT m.id INTO copied FROM messages m WHERE m.tenant_id = @tenant_id;

-- name: Broken :one
SELECT id
FROM conversations
WHERE AND tenant_id = @tenant_id;
