-- Imports of files, each for who sent it.

-- name: InsertImport :exec
INSERT INTO imports (tenant_id, id, user_id, resource, filename, encoding, separator, header, total)
VALUES (@tenant_id, @id, @user_id, @resource, @filename, @encoding, @separator, @header, @total);

-- name: InsertImportRows :exec
INSERT INTO import_rows (tenant_id, import_id, n, line, cells)
SELECT @tenant_id, @import_id, unnest(@n::int[]), unnest(@line::int[]), unnest(@cells::text[])::jsonb;

-- name: ListImports :many
SELECT id, filename, state, total, good, bad, created_at FROM imports
WHERE tenant_id = @tenant_id AND user_id = @user_id AND resource = @resource AND state <> 'loading'
ORDER BY id DESC
LIMIT @most;

-- name: GetImport :one
SELECT tenant_id, id, user_id, resource, filename, encoding, separator, header, mapping, state, total, position, good, bad, message, created_at, updated_at
FROM imports
WHERE tenant_id = @tenant_id AND id = @id AND user_id = @user_id AND resource = @resource;

-- name: NextImport :one
SELECT tenant_id, id, user_id, resource, filename, encoding, separator, header, mapping, state, total, position, good, bad, message, created_at, updated_at
FROM imports
WHERE tenant_id = @tenant_id AND state IN ('checking', 'importing')
ORDER BY updated_at, id
LIMIT 1;

-- name: LockImport :one
SELECT true AS found FROM imports
WHERE tenant_id = @tenant_id AND id = @id AND state = @state AND position = @position
FOR UPDATE;

-- name: ImportLoaded :exec
UPDATE imports SET state = 'mapping' WHERE tenant_id = @tenant_id AND id = @id AND state = 'loading';

-- name: CheckImport :execrows
UPDATE imports SET state = 'checking', mapping = @mapping, position = 0, good = 0, bad = 0
WHERE tenant_id = @tenant_id AND id = @id AND state IN ('mapping', 'checked');

-- name: StartImport :execrows
UPDATE imports SET state = 'importing', position = 0, good = 0
WHERE tenant_id = @tenant_id AND id = @id AND state = 'checked' AND good > 0;

-- name: AdvanceImport :exec
UPDATE imports SET position = @position, good = good + @good::int, bad = bad + @bad::int, message = NULL
WHERE tenant_id = @tenant_id AND id = @id;

-- name: NoteImport :exec
-- Also puts it behind the tenant's others.
UPDATE imports SET message = @message::text WHERE tenant_id = @tenant_id AND id = @id AND state IN ('checking', 'importing');

-- name: EndImport :execrows
-- What a dry run found good was not imported.
UPDATE imports SET state = @state, message = sqlc.narg('message'),
  good = CASE WHEN state = 'importing' OR @state = 'checked' THEN good ELSE 0 END
WHERE tenant_id = @tenant_id AND id = @id AND state IN ('mapping', 'checking', 'checked', 'importing');

-- name: ImportSample :many
SELECT cells FROM import_rows
WHERE tenant_id = @tenant_id AND import_id = @import_id
ORDER BY n
LIMIT 3;

-- name: ImportRows :many
SELECT n, line, cells FROM import_rows
WHERE tenant_id = @tenant_id AND import_id = @import_id AND n > @position AND problems IS NULL
ORDER BY n
LIMIT @most;

-- name: BadImportRows :many
SELECT n, line, cells, problems FROM import_rows
WHERE tenant_id = @tenant_id AND import_id = @import_id AND n > @position AND problems IS NOT NULL
ORDER BY n
LIMIT @most;

-- name: SetImportProblems :exec
UPDATE import_rows SET problems = p.problems::jsonb
FROM (SELECT unnest(@n::int[]) AS n, unnest(@problems::text[]) AS problems) AS p
WHERE import_rows.tenant_id = @tenant_id AND import_rows.import_id = @import_id AND import_rows.n = p.n;

-- name: ClearImportProblems :exec
UPDATE import_rows SET problems = NULL WHERE tenant_id = @tenant_id AND import_id = @import_id AND problems IS NOT NULL;

-- name: DropImportRows :exec
DELETE FROM import_rows WHERE tenant_id = @tenant_id AND import_id = @import_id AND (problems IS NULL OR @all_rows::bool);

-- name: DeleteOldImports :exec
DELETE FROM imports WHERE tenant_id = @tenant_id AND updated_at < @old;
