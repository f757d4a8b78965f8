-- What reads only its tenant.

-- name: Plain :one
SELECT id, title FROM conversations WHERE tenant_id = @tenant_id AND id = @id;

-- name: Turned :one
SELECT id FROM conversations WHERE @tenant_id = tenant_id;

-- name: Cast :one
SELECT id FROM conversations WHERE tenant_id = @tenant_id::uuid;

-- name: Arg :one
SELECT id FROM conversations c WHERE c.tenant_id = sqlc.arg('tenant_id') AND c.title = sqlc.narg(title);

-- name: TableNameAsAlias :one
SELECT id FROM conversations WHERE conversations.tenant_id = @tenant_id;

-- name: InnerJoin :many
SELECT c.id, m.id FROM conversations c JOIN messages m ON m.tenant_id = c.tenant_id AND m.conversation_id = c.id
WHERE c.tenant_id = @tenant_id;

-- name: BoundInOn :many
SELECT c.id FROM conversations c
JOIN messages m ON c.tenant_id = @tenant_id AND m.tenant_id = c.tenant_id AND m.conversation_id = c.id;

-- name: Chain :many
SELECT a.id FROM messages a, messages b, messages c
WHERE a.tenant_id = b.tenant_id AND b.tenant_id = c.tenant_id AND c.tenant_id = @tenant_id;

-- name: LeftJoin :many
SELECT c.id, m.content FROM conversations c LEFT JOIN messages m ON m.tenant_id = @tenant_id AND m.conversation_id = c.id
WHERE c.tenant_id = @tenant_id;

-- name: RightJoin :many
SELECT c.id FROM messages m RIGHT JOIN conversations c ON m.tenant_id = c.tenant_id WHERE c.tenant_id = @tenant_id;

-- name: FullJoin :many
SELECT c.id FROM conversations c FULL JOIN messages m ON m.conversation_id = c.id
WHERE c.tenant_id = @tenant_id AND m.tenant_id = @tenant_id;

-- name: People :many
SELECT u.name FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.tenant_id = @tenant_id;

-- name: MaybePeople :many
SELECT c.id, u.name FROM conversations c
LEFT JOIN memberships p ON p.tenant_id = @tenant_id AND p.user_id = c.user_id
LEFT JOIN users u ON u.id = p.user_id
WHERE c.tenant_id = @tenant_id;

-- name: Exists :many
SELECT c.id FROM conversations c
WHERE c.tenant_id = @tenant_id AND (c.title = @title OR EXISTS (SELECT 1 FROM messages m WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id));

-- name: ScalarInList :many
SELECT c.id, (SELECT count(*) FROM messages m WHERE m.tenant_id = @tenant_id AND m.conversation_id = c.id)::bigint AS n
FROM conversations c WHERE c.tenant_id = @tenant_id ORDER BY (SELECT max(m.id::text) FROM messages m WHERE m.tenant_id = c.tenant_id);

-- name: Lateral :many
SELECT c.id, l.content FROM conversations c
LEFT JOIN LATERAL (SELECT m.content FROM messages m WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id LIMIT 1) l ON true
WHERE c.tenant_id = @tenant_id;

-- name: With :many
WITH mine AS (SELECT id FROM conversations WHERE tenant_id = @tenant_id)
SELECT m.id FROM messages m JOIN mine ON mine.id = m.conversation_id WHERE m.tenant_id = @tenant_id;

-- name: WithRecursive :many
WITH RECURSIVE thread AS (
  SELECT m.id FROM messages m WHERE m.tenant_id = @tenant_id AND m.id = @id
  UNION ALL
  SELECT m.id FROM messages m JOIN thread t ON t.id = m.conversation_id WHERE m.tenant_id = @tenant_id
)
SELECT t.id FROM thread t;

-- name: Union :many
SELECT id FROM conversations WHERE tenant_id = @tenant_id
UNION ALL
SELECT id FROM messages WHERE tenant_id = @tenant_id;

-- name: Functions :many
SELECT x.id, m.content FROM unnest(@ids::uuid[]) AS x(id) JOIN messages m ON m.id = x.id AND m.tenant_id = @tenant_id;

-- name: Operators :many
-- A comment may say =@x and 'quote it; the tags operator is no parameter.
SELECT id, 'it''s @nothing' AS a, E'\'@nothing' AS b, $t$ @nothing $t$ AS c, "tags" /* @nothing /* deeper */ */
FROM messages WHERE tenant_id = @tenant_id AND tags @> @tags AND content <> @content;

-- name: Tenant :one
SELECT id, name FROM tenants WHERE id = @tenant_id;

-- name: TenantByJoin :one
SELECT t.name, m.role FROM memberships m JOIN tenants t ON t.id = m.tenant_id WHERE m.tenant_id = @tenant_id;

-- name: Prices :many
SELECT model, input FROM prices ORDER BY model;

-- name: Locked :one
SELECT m.id FROM messages m JOIN conversations c ON c.tenant_id = m.tenant_id WHERE m.tenant_id = @tenant_id FOR UPDATE OF m;
