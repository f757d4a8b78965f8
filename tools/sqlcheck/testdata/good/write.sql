-- What writes only its tenant.

-- name: Insert :exec
INSERT INTO conversations (id, tenant_id, title) VALUES (@id, @tenant_id, @title);

-- name: InsertRows :exec
INSERT INTO conversations (tenant_id, id) VALUES (@tenant_id, @a), (@tenant_id::uuid, @b);

-- name: InsertSelect :exec
INSERT INTO messages (tenant_id, id, conversation_id)
SELECT @tenant_id, unnest(@ids::uuid[]), @conversation_id;

-- name: InsertCopy :exec
INSERT INTO messages (tenant_id, id, conversation_id)
SELECT c.tenant_id, @id, c.id FROM conversations c WHERE c.tenant_id = @tenant_id;

-- name: InsertUnion :exec
INSERT INTO messages (tenant_id, id, conversation_id) SELECT @tenant_id, @a, @c UNION ALL SELECT @tenant_id, @b, @c;

-- name: Upsert :exec
INSERT INTO conversations (tenant_id, id, title) VALUES (@tenant_id, @id, @title)
ON CONFLICT (tenant_id, id) DO UPDATE SET title = excluded.title;

-- name: UpsertByWhere :exec
INSERT INTO invitations AS i (tenant_id, id, token_hash) VALUES (@tenant_id, @id, @token_hash)
ON CONFLICT (token_hash) DO UPDATE SET role = excluded.role WHERE i.tenant_id = @tenant_id;

-- name: InsertNothing :exec
INSERT INTO invitations (tenant_id, id, token_hash) VALUES (@tenant_id, @id, @token_hash) ON CONFLICT (token_hash) DO NOTHING;

-- name: Update :execrows
UPDATE conversations SET title = @title WHERE tenant_id = @tenant_id AND id = @id;

-- name: UpdateFrom :execrows
UPDATE messages m SET content = c.title FROM conversations c
WHERE m.tenant_id = @tenant_id AND c.tenant_id = m.tenant_id AND c.id = m.conversation_id;

-- name: UpdateWith :many
WITH input AS (SELECT unnest(@ids::uuid[]) AS id), written AS (
  UPDATE messages m SET content = '' FROM input i WHERE m.tenant_id = @tenant_id AND m.id = i.id RETURNING m.conversation_id
)
UPDATE conversations c SET title = '' FROM written w WHERE c.tenant_id = @tenant_id AND c.id = w.conversation_id RETURNING c.id;

-- name: RenameTenant :execrows
UPDATE tenants SET name = @name WHERE id = @tenant_id;

-- name: Delete :execrows
DELETE FROM messages WHERE messages.tenant_id = @tenant_id AND id = @id;

-- name: DeleteUsing :execrows
DELETE FROM messages m USING conversations c WHERE m.tenant_id = @tenant_id AND c.tenant_id = @tenant_id AND c.id = m.conversation_id;
