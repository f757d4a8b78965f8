PREPARE countNotes AS
SELECT count(*)::bigint AS total
FROM (
  SELECT id FROM notes
  WHERE tenant_id = $1
  LIMIT $2
) AS w;

PREPARE createNote AS
INSERT INTO notes (
  tenant_id, id, body
) VALUES (
  $1, $2, $3
);

PREPARE deleteNotes AS
DELETE FROM notes WHERE tenant_id = $1 AND id = ANY ($2::uuid[]);

PREPARE getNote AS
SELECT id, body, xmin::text AS revision
FROM notes
WHERE tenant_id = $1 AND id = $2;

PREPARE listNotes AS
SELECT id, body, xmin::text AS revision
FROM notes
WHERE tenant_id = $1
  AND ($2::uuid[] IS NULL OR id = ANY ($2::uuid[]))
  AND ($3::uuid IS NULL OR CASE $4::text
    WHEN 'id' THEN id > $3::uuid
    WHEN '-id' THEN id < $3::uuid
  END)
ORDER BY
  CASE WHEN left($4::text, 1) <> '-' THEN id END,
  id DESC
LIMIT $5;

PREPARE noteOptions AS
SELECT id, body::text AS label FROM notes
WHERE tenant_id = $1 AND ($2::uuid[] IS NULL OR id = ANY ($2::uuid[])) AND ($3::text IS NULL OR body ILIKE $3::text)
ORDER BY body, id
LIMIT $4;

PREPARE updateNote AS
UPDATE notes SET
  body = $1
WHERE tenant_id = $2 AND id = $3 AND xmin::text = $4::text;

