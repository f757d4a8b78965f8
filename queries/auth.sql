-- Who belongs to the tenant.

-- name: GetTenant :one
SELECT id, name, created_at FROM tenants WHERE id = @tenant_id;

-- name: GetMember :one
SELECT m.user_id, u.name, u.email, m.role
FROM memberships m JOIN users u ON u.id = m.user_id
WHERE m.tenant_id = @tenant_id AND m.user_id = @user_id;

-- name: LockOwners :many
SELECT m.user_id FROM memberships m
WHERE m.tenant_id = @tenant_id AND m.role = 'owner'
ORDER BY m.user_id -- all lock in one order
FOR UPDATE;

-- name: InsertInvitation :exec
INSERT INTO invitations (tenant_id, id, token_hash, role, created_by, expires_at)
VALUES (@tenant_id, @id, @token_hash, @role, @created_by, @expires_at);

-- name: ListOpenInvitations :many
SELECT i.id, i.role, i.created_at, i.expires_at, u.name AS inviter_name
FROM invitations i
JOIN memberships m ON m.tenant_id = @tenant_id AND m.user_id = i.created_by
JOIN users u ON u.id = m.user_id
WHERE i.tenant_id = @tenant_id AND i.accepted_at IS NULL AND i.expires_at > now()
ORDER BY i.created_at DESC, i.id DESC;

-- name: DeleteInvitation :execrows
DELETE FROM invitations WHERE invitations.tenant_id = @tenant_id AND id = @id AND accepted_at IS NULL;

-- name: InsertAPIToken :exec
INSERT INTO api_tokens (tenant_id, id, user_id, name, token_hash, hint, scopes, expires_at)
VALUES (@tenant_id, @id, @user_id, @name, @token_hash, @hint, @scopes::text[], @expires_at);

-- name: ListAPITokens :many
-- Of one person, or of everybody.
SELECT a.id, a.user_id, u.name AS user_name, a.name, a.hint, a.scopes, a.created_at, a.expires_at, a.last_used_at
FROM api_tokens a
JOIN memberships m ON m.tenant_id = @tenant_id AND m.user_id = a.user_id
JOIN users u ON u.id = m.user_id
WHERE a.tenant_id = @tenant_id AND (@everybody::boolean OR a.user_id = @user_id)
ORDER BY a.created_at DESC, a.id DESC
LIMIT 500;

-- name: CountAPITokens :one
SELECT count(*)::bigint FROM api_tokens WHERE api_tokens.tenant_id = @tenant_id AND user_id = @user_id;

-- name: DeleteAPIToken :execrows
DELETE FROM api_tokens
WHERE api_tokens.tenant_id = @tenant_id AND id = @id AND (@everybody::boolean OR user_id = @user_id);
