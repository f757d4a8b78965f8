-- name: GetUserByEmail :one
SELECT id, name FROM users WHERE email = @email;

-- name: GetSession :one
SELECT s.user_id, m.role FROM sessions s JOIN memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id WHERE s.id_hash = @id_hash;

-- name: InsertTenant :exec
INSERT INTO tenants (id, name) VALUES (@id, @name);

-- name: UpsertPrice :exec
INSERT INTO prices (model, input) VALUES (@model, @input) ON CONFLICT (model) DO UPDATE SET input = excluded.input;
