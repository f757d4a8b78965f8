PREPARE countReadings AS
SELECT count(*)::bigint AS total
FROM (
  SELECT id FROM readings
  WHERE tenant_id = $1
  LIMIT $2
) AS w;

PREPARE expireReadings AS
DELETE FROM readings WHERE readings.tenant_id = $1 AND readings.id IN (
  SELECT o.id FROM readings AS o
  WHERE o.tenant_id = $1 AND o.day < current_date - make_interval(days => 365)
  ORDER BY o.day LIMIT $2
);

PREPARE getReading AS
SELECT id, day, xmin::text AS revision
FROM readings
WHERE tenant_id = $1 AND id = $2;

PREPARE listReadings AS
SELECT id, day, xmin::text AS revision
FROM readings
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

PREPARE readingOptions AS
SELECT id, id::text AS label FROM readings
WHERE tenant_id = $1 AND ($2::uuid[] IS NULL OR id = ANY ($2::uuid[])) AND ($3::text IS NULL OR id::text ILIKE $3::text)
ORDER BY id, id
LIMIT $4;

PREPARE countTools AS
SELECT count(*)::bigint AS total
FROM (
  SELECT tools.id FROM tools
  WHERE tools.tenant_id = $1
    AND CASE WHEN $2::boolean THEN tools.deleted_at IS NOT NULL ELSE tools.deleted_at IS NULL END
    AND ($3::text IS NULL OR to_tsvector('english', coalesce(tools.name, '') || ' ' || coalesce(tools.remark, '')) @@ to_tsquery('english', $3::text))
  LIMIT $4
) AS w;

PREPARE createTool AS
INSERT INTO tools (
  tenant_id, id, user_id, name, remark, state, kind, power
) VALUES (
  $1, $2, $3::uuid, $4, $5::text, coalesce($6::text, 'open'),
  $7::text, $8::bigint
);

PREPARE deleteTools AS
UPDATE tools SET deleted_at = now() WHERE tools.tenant_id = $1 AND tools.id = ANY ($2::uuid[]) AND tools.deleted_at IS NULL;

PREPARE expireTools AS
DELETE FROM tools WHERE tools.tenant_id = $1 AND tools.id IN (
  SELECT o.id FROM tools AS o
  WHERE o.tenant_id = $1 AND o.deleted_at < now() - make_interval(days => 30)
  ORDER BY o.deleted_at LIMIT $2
);

PREPARE getTool AS
SELECT tools.id, tools.user_id, tools.name, tools.remark, tools.state, tools.kind, tools.power, tools.deleted_at,
coalesce(($1::int >= 2 OR tools.user_id = $2::uuid), false)::boolean AS may_update,
coalesce((($1::int >= 2 AND tools.state = 'open') OR $1::int >= 3), false)::boolean AS may_act_lend,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $3 AND r.user_id = tools.user_id), '')::text AS user_id_label,
tools.xmin::text AS revision
FROM tools
WHERE tools.tenant_id = $3 AND tools.id = $4;

PREPARE listTools AS
SELECT tools.id, tools.user_id, tools.name, tools.remark, tools.state, tools.kind, tools.power, tools.deleted_at,
coalesce(($1::int >= 2 OR tools.user_id = $2::uuid), false)::boolean AS may_update,
coalesce((($1::int >= 2 AND tools.state = 'open') OR $1::int >= 3), false)::boolean AS may_act_lend,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $3 AND r.user_id = tools.user_id), '')::text AS user_id_label,
tools.xmin::text AS revision
FROM tools
WHERE tools.tenant_id = $3
  AND CASE WHEN $4::boolean THEN tools.deleted_at IS NOT NULL ELSE tools.deleted_at IS NULL END
  AND ($5::text IS NULL OR to_tsvector('english', coalesce(tools.name, '') || ' ' || coalesce(tools.remark, '')) @@ to_tsquery('english', $5::text))
  AND ($6::uuid[] IS NULL OR tools.id = ANY ($6::uuid[]))
  AND ($7::uuid IS NULL OR CASE $8::text
    WHEN 'deleted_at' THEN (tools.deleted_at, tools.id) > ($9::timestamptz, $7::uuid)
    WHEN '-deleted_at' THEN (tools.deleted_at, tools.id) < ($9::timestamptz, $7::uuid)
    WHEN 'id' THEN tools.id > $7::uuid
    WHEN '-id' THEN tools.id < $7::uuid
  END)
ORDER BY
  CASE WHEN $8::text = 'deleted_at' THEN tools.deleted_at END,
  CASE WHEN $8::text = '-deleted_at' THEN tools.deleted_at END DESC,
  CASE WHEN left($8::text, 1) <> '-' THEN tools.id END,
  tools.id DESC
LIMIT $10;

PREPARE purgeTools AS
DELETE FROM tools WHERE tools.tenant_id = $1 AND tools.id = ANY ($2::uuid[]) AND tools.deleted_at IS NOT NULL;

PREPARE restoreTools AS
UPDATE tools SET deleted_at = NULL WHERE tools.tenant_id = $1 AND tools.id = ANY ($2::uuid[]) AND tools.deleted_at IS NOT NULL;

PREPARE toolOptions AS
SELECT tools.id, tools.name::text AS label FROM tools
WHERE tools.tenant_id = $1 AND tools.deleted_at IS NULL AND ($2::uuid[] IS NULL OR tools.id = ANY ($2::uuid[])) AND ($3::text IS NULL OR tools.name ILIKE $3::text)
ORDER BY tools.name, tools.id
LIMIT $4;

PREPARE updateTool AS
UPDATE tools SET
  name = $1, remark = $2::text, state = $3, kind = $4::text,
  power = $5::bigint
WHERE tools.tenant_id = $6 AND tools.id = $7 AND tools.deleted_at IS NULL AND tools.xmin::text = $8::text AND ($9::int >= 2 OR tools.user_id = $10::uuid);

