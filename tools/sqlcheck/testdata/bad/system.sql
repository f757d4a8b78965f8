-- name: Conversations :many
SELECT id FROM conversations WHERE tenant_id = @tenant_id;

-- name: Hidden :many
SELECT id FROM users WHERE id IN (SELECT user_id FROM conversations);

-- name: Written :exec
WITH x AS (DELETE FROM messages RETURNING id) SELECT id FROM x;

-- name: Inserted :exec
INSERT INTO messages (id) VALUES (@id);

-- name: Star :many
SELECT * FROM users;
