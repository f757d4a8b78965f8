-- A statement that belongs to no query.
DELETE FROM messages;

-- name: Fine :one
SELECT id FROM messages WHERE tenant_id = @tenant_id;
