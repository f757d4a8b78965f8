-- What reads past its tenant.

-- name: Nothing :many
SELECT id FROM conversations;

-- name: OnlySelected :many
SELECT tenant_id, id FROM conversations WHERE id = @id;

-- name: OnlyOrdered :many
SELECT id FROM conversations c ORDER BY c.tenant_id;

-- name: Or :many
SELECT id FROM conversations WHERE tenant_id = @tenant_id OR title = @title;

-- name: OrInside :many
SELECT id FROM conversations WHERE id = @id AND (tenant_id = @tenant_id OR title = @title);

-- name: Not :many
SELECT id FROM conversations WHERE NOT tenant_id = @tenant_id;

-- name: Unequal :many
SELECT id FROM conversations WHERE tenant_id <> @tenant_id;

-- name: OtherParameter :many
SELECT id FROM conversations WHERE tenant_id = @tenant;

-- name: Nullable :many
SELECT id FROM conversations WHERE tenant_id = sqlc.narg('tenant_id');

-- name: Positional :many
SELECT id FROM conversations WHERE tenant_id = $1;

-- name: Itself :many
SELECT id FROM conversations c WHERE c.tenant_id = c.tenant_id;

-- name: Computed :many
SELECT id FROM conversations WHERE coalesce(tenant_id, @tenant_id) = @tenant_id;

-- name: Having :many
SELECT tenant_id FROM conversations GROUP BY tenant_id HAVING tenant_id = @tenant_id;

-- name: OneOfTwo :many
SELECT c.id FROM conversations c JOIN messages m ON m.conversation_id = c.id WHERE c.tenant_id = @tenant_id;

-- name: CommaJoin :many
SELECT c.id
FROM conversations c,
     messages m
WHERE c.tenant_id = @tenant_id;

-- name: Unqualified :many
SELECT c.id FROM conversations c JOIN memberships m ON m.tenant_id = @tenant_id WHERE tenant_id = @tenant_id;

-- name: LeftJoinKeepsLeft :many
SELECT c.id FROM conversations c LEFT JOIN messages m ON m.tenant_id = @tenant_id AND c.tenant_id = @tenant_id;

-- name: RightJoinKeepsRight :many
SELECT c.id FROM messages m RIGHT JOIN conversations c ON c.tenant_id = @tenant_id AND m.tenant_id = c.tenant_id;

-- name: FullJoinKeepsBoth :many
SELECT c.id FROM conversations c FULL JOIN messages m ON c.tenant_id = @tenant_id AND m.tenant_id = @tenant_id;

-- name: LeftJoinChain :many
SELECT c.id FROM conversations c LEFT JOIN messages m ON m.tenant_id = @tenant_id AND c.tenant_id = m.tenant_id;

-- name: OnlyToEachOther :many
SELECT c.id FROM conversations c JOIN messages m ON m.tenant_id = c.tenant_id;

-- name: Subquery :many
SELECT c.id FROM conversations c WHERE c.tenant_id = @tenant_id AND c.id IN (SELECT conversation_id FROM messages);

-- name: InList :many
SELECT c.id, (SELECT count(*) FROM messages m WHERE m.conversation_id = c.id) FROM conversations c WHERE c.tenant_id = @tenant_id;

-- name: InOrder :many
SELECT c.id FROM conversations c WHERE c.tenant_id = @tenant_id ORDER BY (SELECT min(m.content) FROM messages m);

-- name: InLimit :many
SELECT c.id FROM conversations c WHERE c.tenant_id = @tenant_id LIMIT (SELECT count(*) FROM messages);

-- name: InOn :many
SELECT c.id FROM conversations c JOIN messages m ON m.tenant_id = @tenant_id AND m.id = (SELECT max(x.id) FROM messages x)
WHERE c.tenant_id = @tenant_id;

-- name: InFunction :many
SELECT f FROM unnest(ARRAY(SELECT m.id FROM messages m)) AS f;

-- name: Derived :many
SELECT d.id FROM (SELECT tenant_id, id FROM conversations) d WHERE d.tenant_id = @tenant_id;

-- name: SubqueryBindsOuter :many
SELECT c.id FROM conversations c WHERE EXISTS (SELECT 1 FROM messages m WHERE m.tenant_id = @tenant_id AND c.tenant_id = @tenant_id);

-- name: ShadowedAlias :many
SELECT c.id FROM conversations c WHERE c.tenant_id = @tenant_id
  AND EXISTS (SELECT 1 FROM messages m, (SELECT @any::uuid AS tenant_id) c WHERE m.tenant_id = c.tenant_id);

-- name: NotLateral :many
SELECT c.id FROM conversations c JOIN (SELECT m.id FROM messages m WHERE m.tenant_id = c.tenant_id) d ON true WHERE c.tenant_id = @tenant_id;

-- name: Union :many
SELECT id FROM conversations WHERE tenant_id = @tenant_id UNION SELECT id FROM messages;

-- name: With :many
WITH everything AS (SELECT tenant_id, id FROM messages)
SELECT e.id FROM everything e WHERE e.tenant_id = @tenant_id;

-- name: WithOwnName :many
WITH messages AS (SELECT id, content FROM messages)
SELECT id FROM messages;

-- name: WithLater :many
WITH a AS (SELECT id FROM conversations), conversations AS (SELECT @id::uuid AS id)
SELECT a.id FROM a;

-- name: RenamedColumns :many
SELECT m.id FROM messages AS m (id, tenant_id) WHERE m.tenant_id = @tenant_id;

-- name: JoinAlias :many
SELECT j.id FROM (conversations c JOIN messages m ON m.tenant_id = c.tenant_id) AS j WHERE j.tenant_id = @tenant_id;

-- name: Sample :many
SELECT m.id FROM messages m TABLESAMPLE bernoulli (1);

-- name: Natural :many
SELECT c.id FROM conversations c NATURAL JOIN messages m WHERE c.tenant_id = @tenant_id AND m.tenant_id = @tenant_id;

-- name: Using :many
SELECT c.id FROM conversations c JOIN messages m USING (tenant_id) WHERE c.tenant_id = @tenant_id AND m.tenant_id = @tenant_id;

-- name: AllTenants :many
SELECT id, name FROM tenants;

-- name: TenantByParameter :one
SELECT id, name FROM tenants WHERE id = @id;

-- name: AllUsers :many
SELECT id, name FROM users;

-- name: UserByID :one
SELECT name FROM users WHERE id = @user_id;

-- name: UserOfForeignMembership :one
SELECT u.name FROM users u JOIN memberships m ON m.user_id = u.id;

-- name: UserByMessage :one
SELECT u.name FROM conversations c JOIN users u ON u.id = c.user_id WHERE c.tenant_id = @tenant_id;

-- name: KeptUsers :many
SELECT u.name FROM users u LEFT JOIN memberships m ON m.tenant_id = @tenant_id AND m.user_id = u.id;

-- name: Sessions :many
SELECT user_id FROM sessions WHERE tenant_id = @tenant_id;

-- name: Unknown :many
SELECT relname FROM pg_catalog.pg_class;

-- name: OtherSchema :many
SELECT id FROM elsewhere.messages WHERE tenant_id = @tenant_id;
