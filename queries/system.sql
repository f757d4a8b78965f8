-- What must be read or written before a tenant is known, or beside it. Run through tenant.System only.
-- What a plugin alone needs so stands in system_<plugin>.sql.

-- name: ListTenants :many
SELECT id FROM tenants ORDER BY id;

-- name: InsertTenant :exec
INSERT INTO tenants (id, name) VALUES (@id, @name);

-- name: InsertUser :exec
INSERT INTO users (id, email, name, password_hash) VALUES (@id, @email, @name, @password_hash);

-- name: InsertMembership :execrows
INSERT INTO memberships (tenant_id, user_id, role) VALUES (@tenant_id, @user_id, @role)
ON CONFLICT (tenant_id, user_id) DO NOTHING;

-- name: GetUserByEmail :one
SELECT id, email, name, password_hash FROM users WHERE email = @email;

-- name: GetUserByID :one
SELECT id, email, name, password_hash FROM users WHERE id = @id;

-- name: SetPasswordHash :exec
UPDATE users SET password_hash = @password_hash WHERE id = @id;

-- name: ReplacePasswordHash :execrows
-- Only when it is still the one that was read.
UPDATE users SET password_hash = @password_hash WHERE id = @id AND password_hash = @old;

-- name: ListMembershipsOfUser :many
SELECT m.tenant_id, t.name AS tenant_name, m.role
FROM memberships m JOIN tenants t ON t.id = m.tenant_id
WHERE m.user_id = @user_id
ORDER BY m.created_at, m.tenant_id;

-- name: InsertSession :exec
INSERT INTO sessions (id_hash, user_id, tenant_id, data, expires_at)
VALUES (@id_hash, @user_id, @tenant_id, @data, @expires_at);

-- name: FindSessions :many
-- Those of the sessions that are valid. One by one, and the keys in a SELECT, which hides how many there are: the planner would find
-- each number worth a plan of its own, for ten times what the question costs.
SELECT f.id_hash, f.user_id, f.tenant_id, f.data, f.last_seen_at, f.expires_at, f.user_name, f.user_email, f.tenant_name, f.role, f.companies
FROM unnest((SELECT @keys::bytea[])) AS k(id_hash)
CROSS JOIN LATERAL (
  SELECT s.id_hash, s.user_id, s.tenant_id, s.data, s.last_seen_at, s.expires_at,
         u.name AS user_name, u.email AS user_email, t.name AS tenant_name, m.role,
         (SELECT count(*) FROM memberships o WHERE o.user_id = s.user_id)::bigint AS companies
  FROM sessions s
  JOIN users u ON u.id = s.user_id
  JOIN tenants t ON t.id = s.tenant_id
  JOIN memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id
  WHERE s.id_hash = k.id_hash AND s.expires_at > now() AND s.last_seen_at > @idle_since
  LIMIT 1
) AS f;

-- name: ListStandings :many
-- What the logins and the tokens of open connections are good for now.
SELECT s.id_hash AS key, s.tenant_id, m.role
FROM sessions s
JOIN memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id
WHERE s.id_hash = ANY(@keys::bytea[]) AND s.expires_at > now() AND s.last_seen_at > @idle_since
UNION ALL
SELECT a.token_hash, a.tenant_id, m.role
FROM api_tokens a
JOIN memberships m ON m.tenant_id = a.tenant_id AND m.user_id = a.user_id
WHERE a.token_hash = ANY(@keys::bytea[]) AND a.expires_at > now();

-- name: TouchSession :exec
UPDATE sessions SET last_seen_at = now() WHERE id_hash = @id_hash;

-- name: UpdateSessionData :exec
UPDATE sessions SET data = @data WHERE id_hash = @id_hash;

-- name: DeleteSession :exec
DELETE FROM sessions WHERE id_hash = @id_hash;

-- name: DeleteSessionsOfUserExcept :execrows
DELETE FROM sessions WHERE user_id = @user_id AND id_hash <> @id_hash;

-- name: DeleteSessionsOfMember :execrows
DELETE FROM sessions WHERE user_id = @user_id AND tenant_id = @tenant_id;

-- name: DeleteExpiredSessions :execrows
DELETE FROM sessions WHERE expires_at <= now() OR last_seen_at <= @idle_since;

-- name: GetInvitationByToken :one
-- A link is worth no more than what its maker may give now; roles are declared from the highest to the lowest.
SELECT i.tenant_id, i.id, i.role, i.expires_at, t.name AS tenant_name, u.name AS inviter_name
FROM invitations i
JOIN memberships m ON m.tenant_id = i.tenant_id AND m.user_id = i.created_by AND m.role <= i.role AND m.role <> 'member'
JOIN tenants t ON t.id = i.tenant_id
JOIN users u ON u.id = i.created_by
WHERE i.token_hash = @token_hash AND i.accepted_at IS NULL AND i.expires_at > now();

-- name: AcceptInvitation :execrows
UPDATE invitations SET accepted_at = now(), accepted_by = @user_id
WHERE tenant_id = @tenant_id AND id = @id AND accepted_at IS NULL AND expires_at > now();

-- name: GetAPIToken :one
-- With the role that its owner has now: whoever is no member any more has no token either.
SELECT a.tenant_id, a.id, a.user_id, a.scopes, a.last_used_at, a.expires_at,
       u.name AS user_name, u.email AS user_email, t.name AS tenant_name, m.role
FROM api_tokens a
JOIN memberships m ON m.tenant_id = a.tenant_id AND m.user_id = a.user_id
JOIN users u ON u.id = a.user_id
JOIN tenants t ON t.id = a.tenant_id
WHERE a.token_hash = @token_hash AND a.expires_at > now();

-- name: DeleteAPITokensOfUser :execrows
-- In all companies: what somebody made with a stolen password ends with it.
DELETE FROM api_tokens WHERE user_id = @user_id;

-- name: TouchAPIToken :exec
UPDATE api_tokens SET last_used_at = now() WHERE token_hash = @token_hash;

-- name: DeleteExpiredAPITokens :execrows
-- They are shown as expired for a while.
DELETE FROM api_tokens WHERE expires_at <= now() - interval '30 days';

-- name: HitThrottle :one
INSERT INTO throttles AS t (bucket, attempts, resets_at)
VALUES (@bucket, 1, now() + make_interval(secs => @window_seconds::float8))
ON CONFLICT (bucket) DO UPDATE SET
  attempts = CASE WHEN t.resets_at <= now() THEN 1 ELSE t.attempts + 1 END,
  resets_at = CASE WHEN t.resets_at <= now() THEN excluded.resets_at ELSE t.resets_at END
RETURNING attempts, resets_at;

-- name: GetThrottle :one
SELECT attempts, resets_at FROM throttles WHERE bucket = @bucket AND resets_at > now();

-- name: ClearThrottle :exec
DELETE FROM throttles WHERE bucket = @bucket;

-- name: DeleteExpiredThrottles :execrows
DELETE FROM throttles WHERE resets_at <= now();

-- name: DeleteOldEvents :execrows
-- Goes through the oldest by number, in batches: no index by age, which every write would pay for.
DELETE FROM events old
WHERE old.at < @before AND old.xid = ANY (ARRAY(SELECT e.xid FROM events e ORDER BY e.xid, e.seq LIMIT @batch));

-- name: TenantsWithImports :many
-- Those that wait to be run, and those that are old enough to go.
SELECT DISTINCT tenant_id FROM imports WHERE state IN ('checking', 'importing') OR updated_at < @old;
