-- What writes past its tenant.

-- name: InsertWithout :exec
INSERT INTO conversations (id, title) VALUES (@id, @title);

-- name: InsertOther :exec
INSERT INTO conversations (tenant_id, id) VALUES (@other, @id);

-- name: InsertSecondRow :exec
INSERT INTO conversations (tenant_id, id) VALUES (@tenant_id, @a), (@other, @b);

-- name: InsertNoColumns :exec
INSERT INTO conversations VALUES (@tenant_id, @id, @user_id, @title);

-- name: InsertDefault :exec
INSERT INTO conversations DEFAULT VALUES;

-- name: InsertWrongPlace :exec
INSERT INTO conversations (id, tenant_id) VALUES (@tenant_id, @id);

-- name: InsertSelect :exec
INSERT INTO messages (tenant_id, id, conversation_id) SELECT @tenant_id, @id, c.id FROM conversations c;

-- name: InsertSelectForeign :exec
INSERT INTO messages (tenant_id, id, conversation_id) SELECT c.tenant_id, c.id, c.id FROM conversations c WHERE c.id = @tenant_id;

-- name: InsertUnion :exec
INSERT INTO messages (tenant_id, id, conversation_id) SELECT @tenant_id, @a, @c UNION ALL SELECT @other, @b, @c;

-- name: UpsertGlobalKey :exec
INSERT INTO invitations (tenant_id, id, token_hash) VALUES (@tenant_id, @id, @token_hash)
ON CONFLICT (token_hash) DO UPDATE SET role = excluded.role;

-- name: UpsertExcluded :exec
INSERT INTO invitations (tenant_id, id, token_hash) VALUES (@tenant_id, @id, @token_hash)
ON CONFLICT (token_hash) DO UPDATE SET role = excluded.role WHERE excluded.tenant_id = @tenant_id;

-- name: UpsertMoves :exec
INSERT INTO conversations (tenant_id, id) VALUES (@tenant_id, @id)
ON CONFLICT (tenant_id, id) DO UPDATE SET tenant_id = @other;

-- name: InsertReturning :one
INSERT INTO conversations (tenant_id, id) VALUES (@tenant_id, @id) RETURNING (SELECT count(*) FROM messages);

-- name: UpdateAll :exec
UPDATE conversations SET title = @title WHERE id = @id;

-- name: UpdateMoves :exec
UPDATE conversations SET tenant_id = @other WHERE tenant_id = @tenant_id;

-- name: UpdateFrom :exec
UPDATE messages m SET content = c.title FROM conversations c WHERE m.tenant_id = @tenant_id AND c.id = m.conversation_id;

-- name: UpdateOnlySource :exec
UPDATE messages m SET content = '' FROM conversations c WHERE c.tenant_id = @tenant_id AND c.id = m.conversation_id;

-- name: UpdateSet :exec
UPDATE conversations SET title = (SELECT max(m.content) FROM messages m) WHERE tenant_id = @tenant_id;

-- name: UpdateWith :exec
WITH gone AS (DELETE FROM messages WHERE id = @id RETURNING conversation_id)
UPDATE conversations c SET title = '' FROM gone g WHERE c.tenant_id = @tenant_id AND c.id = g.conversation_id;

-- name: DeleteAll :exec
DELETE FROM messages;

-- name: DeleteUsing :exec
DELETE FROM messages m USING conversations c WHERE m.tenant_id = @tenant_id AND m.conversation_id = c.id;

-- name: WriteUser :exec
UPDATE users u SET name = @name FROM memberships m WHERE m.tenant_id = @tenant_id AND u.id = m.user_id;

-- name: InsertUser :exec
INSERT INTO users (id, email, name) VALUES (@id, @email, @name);

-- name: WritePrice :exec
UPDATE prices SET input = 0;

-- name: InsertTenant :exec
INSERT INTO tenants (id, name) VALUES (@id, @name);
