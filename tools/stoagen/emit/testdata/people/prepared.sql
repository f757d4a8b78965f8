PREPARE countLamps AS
SELECT count(*)::bigint AS total
FROM (
  SELECT lamps.id FROM lamps
  WHERE lamps.tenant_id = $1
  LIMIT $2
) AS w;

PREPARE createLamp AS
INSERT INTO lamps (
  tenant_id, id, name, user_id
) VALUES (
  $1, $2, $3, $4::uuid
);

PREPARE deleteLamps AS
DELETE FROM lamps WHERE lamps.tenant_id = $1 AND lamps.id = ANY ($2::uuid[]);

PREPARE getLamp AS
SELECT lamps.id, lamps.name, lamps.user_id,
coalesce((SELECT r_user_id.role FROM seats AS r JOIN memberships AS r_user_id ON r_user_id.user_id = r.user_id AND r_user_id.tenant_id = r.tenant_id WHERE r.tenant_id = $1 AND r.user_id = lamps.user_id), '')::text AS user_id_label,
lamps.xmin::text AS revision
FROM lamps
WHERE lamps.tenant_id = $1 AND lamps.id = $2;

PREPARE lampOptions AS
SELECT lamps.id, lamps.name::text AS label FROM lamps
WHERE lamps.tenant_id = $1 AND ($2::uuid[] IS NULL OR lamps.id = ANY ($2::uuid[])) AND ($3::text IS NULL OR lamps.name ILIKE $3::text)
ORDER BY lamps.name, lamps.id
LIMIT $4;

PREPARE lampUserIDOptions AS
SELECT r.user_id AS id, (r_user_id.role)::text AS label FROM seats AS r JOIN memberships AS r_user_id ON r_user_id.user_id = r.user_id AND r_user_id.tenant_id = r.tenant_id
WHERE r.tenant_id = $1 AND ($2::uuid[] IS NULL OR r.user_id = ANY ($2::uuid[])) AND ($3::text IS NULL OR r_user_id.role ILIKE $3::text)
ORDER BY 2, 1
LIMIT $4;

PREPARE listLamps AS
SELECT lamps.id, lamps.name, lamps.user_id,
coalesce((SELECT r_user_id.role FROM seats AS r JOIN memberships AS r_user_id ON r_user_id.user_id = r.user_id AND r_user_id.tenant_id = r.tenant_id WHERE r.tenant_id = $1 AND r.user_id = lamps.user_id), '')::text AS user_id_label,
lamps.xmin::text AS revision
FROM lamps
WHERE lamps.tenant_id = $1
  AND ($2::uuid[] IS NULL OR lamps.id = ANY ($2::uuid[]))
  AND ($3::uuid IS NULL OR CASE $4::text
    WHEN 'id' THEN lamps.id > $3::uuid
    WHEN '-id' THEN lamps.id < $3::uuid
  END)
ORDER BY
  CASE WHEN left($4::text, 1) <> '-' THEN lamps.id END,
  lamps.id DESC
LIMIT $5;

PREPARE updateLamp AS
UPDATE lamps SET
  name = $1, user_id = $2::uuid
WHERE lamps.tenant_id = $3 AND lamps.id = $4 AND lamps.xmin::text = $5::text;

PREPARE countSeatChildren AS
SELECT (SELECT count(*) FROM lamps AS c WHERE c.tenant_id = $1 AND c.user_id IN (SELECT p.user_id FROM seats AS p WHERE p.tenant_id = $1 AND p.id = ANY ($2::uuid[])))::bigint AS lamps;

PREPARE countSeats AS
SELECT count(*)::bigint AS total
FROM (
  SELECT seats.id FROM seats
  WHERE seats.tenant_id = $1
    AND ($2::text IS NULL OR EXISTS (SELECT concat(r_user_id.name, ' <', r_user_id.email, '>') FROM memberships AS r JOIN users AS r_user_id ON r_user_id.id = r.user_id WHERE r.tenant_id = $1 AND r.user_id = seats.user_id AND concat(r_user_id.name, ' <', r_user_id.email, '>') ILIKE $2::text))
  LIMIT $3
) AS w;

PREPARE deleteSeats AS
DELETE FROM seats WHERE seats.tenant_id = $1 AND seats.id = ANY ($2::uuid[]);

PREPARE getSeat AS
SELECT seats.id, seats.user_id, seats.place,
coalesce((SELECT concat(r_user_id.name, ' <', r_user_id.email, '>') FROM memberships AS r JOIN users AS r_user_id ON r_user_id.id = r.user_id WHERE r.tenant_id = $1 AND r.user_id = seats.user_id), '')::text AS user_id_label,
seats.xmin::text AS revision
FROM seats
WHERE seats.tenant_id = $1 AND seats.id = $2;

PREPARE listSeats AS
SELECT seats.id, seats.user_id, seats.place,
coalesce((SELECT concat(r_user_id.name, ' <', r_user_id.email, '>') FROM memberships AS r JOIN users AS r_user_id ON r_user_id.id = r.user_id WHERE r.tenant_id = $1 AND r.user_id = seats.user_id), '')::text AS user_id_label,
seats.xmin::text AS revision
FROM seats
WHERE seats.tenant_id = $1
  AND ($2::text IS NULL OR EXISTS (SELECT concat(r_user_id.name, ' <', r_user_id.email, '>') FROM memberships AS r JOIN users AS r_user_id ON r_user_id.id = r.user_id WHERE r.tenant_id = $1 AND r.user_id = seats.user_id AND concat(r_user_id.name, ' <', r_user_id.email, '>') ILIKE $2::text))
  AND ($3::uuid[] IS NULL OR seats.id = ANY ($3::uuid[]))
  AND ($4::uuid IS NULL OR CASE $5::text
    WHEN 'id' THEN seats.id > $4::uuid
    WHEN '-id' THEN seats.id < $4::uuid
  END)
ORDER BY
  CASE WHEN left($5::text, 1) <> '-' THEN seats.id END,
  seats.id DESC
LIMIT $6;

PREPARE seatOptions AS
SELECT seats.id, seats_user_id.role::text AS label FROM seats JOIN memberships AS seats_user_id ON seats_user_id.user_id = seats.user_id AND seats_user_id.tenant_id = seats.tenant_id
WHERE seats.tenant_id = $1 AND ($2::uuid[] IS NULL OR seats.id = ANY ($2::uuid[])) AND ($3::text IS NULL OR seats_user_id.role ILIKE $3::text)
ORDER BY seats_user_id.role, seats.id
LIMIT $4;

PREPARE updateSeat AS
UPDATE seats SET
  place = $1
WHERE seats.tenant_id = $2 AND seats.id = $3 AND seats.xmin::text = $4::text;

