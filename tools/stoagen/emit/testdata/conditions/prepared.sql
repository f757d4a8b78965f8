PREPARE boardOptions AS
SELECT boards.id, boards.name::text AS label FROM boards
WHERE boards.tenant_id = $1 AND boards.deleted_at IS NULL AND ($2::uuid[] IS NULL OR boards.id = ANY ($2::uuid[])) AND ($3::text IS NULL OR boards.name ILIKE $3::text) AND ($4::int >= 2 OR boards.user_id = $5::uuid OR boards.shared)
ORDER BY boards.name, boards.id
LIMIT $6;

PREPARE boardUserIDOptions AS
SELECT r.user_id AS id, (r.role)::text AS label FROM memberships AS r
WHERE r.tenant_id = $1 AND ($2::uuid[] IS NULL OR r.user_id = ANY ($2::uuid[])) AND ($3::text IS NULL OR r.role ILIKE $3::text)
ORDER BY 2, 1
LIMIT $4;

PREPARE countBoardChildren AS
SELECT (SELECT count(*) FROM cards AS c WHERE c.tenant_id = $1 AND c.board_id = ANY ($2::uuid[]))::bigint AS cards;

PREPARE countBoards AS
SELECT count(*)::bigint AS total
FROM (
  SELECT boards.id FROM boards
  WHERE boards.tenant_id = $1
    AND ($2::int >= 2 OR boards.user_id = $3::uuid OR boards.shared)
    AND CASE WHEN $4::boolean THEN boards.deleted_at IS NOT NULL ELSE boards.deleted_at IS NULL END
  LIMIT $5
) AS w;

PREPARE createBoard AS
INSERT INTO boards (
  tenant_id, id, user_id, name, shared, state
) VALUES (
  $1, $2, coalesce($3::uuid, $4::uuid), $5,
  coalesce($6::boolean, false), coalesce($7::text, 'open')
);

PREPARE deleteBoards AS
UPDATE boards SET deleted_at = now() WHERE boards.tenant_id = $1 AND boards.id = ANY ($2::uuid[]) AND boards.deleted_at IS NULL AND (($3::int >= 2 OR boards.user_id = $4::uuid OR boards.shared) AND ($3::int >= 2 AND boards.state = 'closed'));

PREPARE getBoard AS
SELECT boards.id, boards.user_id, boards.name, boards.shared, boards.state, boards.deleted_at,
coalesce((($1::int >= 2 AND boards.state <> 'locked') OR $1::int >= 3 OR (boards.user_id = $2::uuid AND NOT (boards.state = 'closed'))), false)::boolean AS may_update,
coalesce(($1::int >= 2 AND boards.state = 'closed'), false)::boolean AS may_delete,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $3 AND r.user_id = boards.user_id), '')::text AS user_id_label,
boards.xmin::text AS revision
FROM boards
WHERE boards.tenant_id = $3 AND boards.id = $4 AND ($1::int >= 2 OR boards.user_id = $2::uuid OR boards.shared);

PREPARE listBoards AS
SELECT boards.id, boards.user_id, boards.name, boards.shared, boards.state, boards.deleted_at,
coalesce((($1::int >= 2 AND boards.state <> 'locked') OR $1::int >= 3 OR (boards.user_id = $2::uuid AND NOT (boards.state = 'closed'))), false)::boolean AS may_update,
coalesce(($1::int >= 2 AND boards.state = 'closed'), false)::boolean AS may_delete,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $3 AND r.user_id = boards.user_id), '')::text AS user_id_label,
boards.xmin::text AS revision
FROM boards
WHERE boards.tenant_id = $3
  AND ($1::int >= 2 OR boards.user_id = $2::uuid OR boards.shared)
  AND CASE WHEN $4::boolean THEN boards.deleted_at IS NOT NULL ELSE boards.deleted_at IS NULL END
  AND ($5::uuid[] IS NULL OR boards.id = ANY ($5::uuid[]))
  AND ($6::uuid IS NULL OR CASE $7::text
    WHEN 'deleted_at' THEN (boards.deleted_at, boards.id) > ($8::timestamptz, $6::uuid)
    WHEN '-deleted_at' THEN (boards.deleted_at, boards.id) < ($8::timestamptz, $6::uuid)
    WHEN 'id' THEN boards.id > $6::uuid
    WHEN '-id' THEN boards.id < $6::uuid
  END)
ORDER BY
  CASE WHEN $7::text = 'deleted_at' THEN boards.deleted_at END,
  CASE WHEN $7::text = '-deleted_at' THEN boards.deleted_at END DESC,
  CASE WHEN left($7::text, 1) <> '-' THEN boards.id END,
  boards.id DESC
LIMIT $9;

PREPARE mayMakeBoard AS
SELECT coalesce(($1::int >= 2 OR boards.user_id = $2::uuid), false)::boolean AS may FROM boards
WHERE boards.tenant_id = $3 AND boards.id = $4;

PREPARE purgeBoards AS
DELETE FROM boards WHERE boards.tenant_id = $1 AND boards.id = ANY ($2::uuid[]) AND boards.deleted_at IS NOT NULL AND (($3::int >= 2 OR boards.user_id = $4::uuid OR boards.shared) AND ($3::int >= 2 AND boards.state = 'closed'));

PREPARE restoreBoards AS
UPDATE boards SET deleted_at = NULL WHERE boards.tenant_id = $1 AND boards.id = ANY ($2::uuid[]) AND boards.deleted_at IS NOT NULL AND (($3::int >= 2 OR boards.user_id = $4::uuid OR boards.shared) AND ($3::int >= 2 AND boards.state = 'closed'));

PREPARE updateBoard AS
UPDATE boards SET
  user_id = $1::uuid, name = $2, shared = $3::boolean, state = $4
WHERE boards.tenant_id = $5 AND boards.id = $6 AND boards.deleted_at IS NULL AND boards.xmin::text = $7::text AND (($8::int >= 2 OR boards.user_id = $9::uuid OR boards.shared) AND (($8::int >= 2 AND boards.state <> 'locked') OR $8::int >= 3 OR (boards.user_id = $9::uuid AND NOT (boards.state = 'closed'))));

PREPARE cardHelperIDOptions AS
SELECT r.user_id AS id, (r.role)::text AS label FROM memberships AS r
WHERE r.tenant_id = $1 AND ($2::uuid[] IS NULL OR r.user_id = ANY ($2::uuid[])) AND ($3::text IS NULL OR r.role ILIKE $3::text)
ORDER BY 2, 1
LIMIT $4;

PREPARE cardOptions AS
SELECT cards.id, cards.title::text AS label FROM cards
WHERE cards.tenant_id = $1 AND ($2::uuid[] IS NULL OR cards.id = ANY ($2::uuid[])) AND ($3::text IS NULL OR cards.title ILIKE $3::text) AND EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = cards.board_id AND ($4::int >= 2 OR p.user_id = $5::uuid OR p.shared))
ORDER BY cards.title, cards.id
LIMIT $6;

PREPARE countCardChildren AS
SELECT (SELECT count(*) FROM remarks AS c WHERE c.tenant_id = $1 AND c.card_id = ANY ($2::uuid[]))::bigint AS remarks;

PREPARE countCards AS
SELECT count(*)::bigint AS total
FROM (
  SELECT cards.id FROM cards
  WHERE cards.tenant_id = $1
    AND EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = cards.board_id AND ($2::int >= 2 OR p.user_id = $3::uuid OR p.shared))
    AND ($4::uuid IS NULL OR cards.board_id = $4::uuid)
  LIMIT $5
) AS w;

PREPARE createCard AS
INSERT INTO cards (
  tenant_id, id, board_id, helper_id, title
) VALUES (
  $1, $2, $3::uuid, $4::uuid, $5
);

PREPARE deleteCards AS
DELETE FROM cards WHERE cards.tenant_id = $1 AND cards.id = ANY ($2::uuid[]) AND (EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = cards.board_id AND ($3::int >= 2 OR p.user_id = $4::uuid OR p.shared)) AND EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = cards.board_id AND ($3::int >= 2 AND p.state = 'closed')));

PREPARE getCard AS
SELECT cards.id, cards.board_id, cards.helper_id, cards.title,
coalesce((EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = cards.board_id AND (($2::int >= 2 AND p.state <> 'locked') OR $2::int >= 3 OR (p.user_id = $3::uuid AND NOT (p.state = 'closed')))) OR cards.helper_id = $3::uuid), false)::boolean AS may_update,
coalesce(EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = cards.board_id AND ($2::int >= 2 AND p.state = 'closed')), false)::boolean AS may_delete,
coalesce((SELECT r.name FROM boards AS r WHERE r.tenant_id = $1 AND r.id = cards.board_id AND ($2::int >= 2 OR r.user_id = $3::uuid OR r.shared)), '')::text AS board_id_label,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $1 AND r.user_id = cards.helper_id), '')::text AS helper_id_label,
cards.xmin::text AS revision
FROM cards
WHERE cards.tenant_id = $1 AND cards.id = $4 AND EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = cards.board_id AND ($2::int >= 2 OR p.user_id = $3::uuid OR p.shared));

PREPARE listCards AS
SELECT cards.id, cards.board_id, cards.helper_id, cards.title,
coalesce((EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = cards.board_id AND (($2::int >= 2 AND p.state <> 'locked') OR $2::int >= 3 OR (p.user_id = $3::uuid AND NOT (p.state = 'closed')))) OR cards.helper_id = $3::uuid), false)::boolean AS may_update,
coalesce(EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = cards.board_id AND ($2::int >= 2 AND p.state = 'closed')), false)::boolean AS may_delete,
coalesce((SELECT r.name FROM boards AS r WHERE r.tenant_id = $1 AND r.id = cards.board_id AND ($2::int >= 2 OR r.user_id = $3::uuid OR r.shared)), '')::text AS board_id_label,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $1 AND r.user_id = cards.helper_id), '')::text AS helper_id_label,
cards.xmin::text AS revision
FROM cards
WHERE cards.tenant_id = $1
  AND EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = cards.board_id AND ($2::int >= 2 OR p.user_id = $3::uuid OR p.shared))
  AND ($4::uuid IS NULL OR cards.board_id = $4::uuid)
  AND ($5::uuid[] IS NULL OR cards.id = ANY ($5::uuid[]))
  AND ($6::uuid IS NULL OR CASE $7::text
    WHEN 'id' THEN cards.id > $6::uuid
    WHEN '-id' THEN cards.id < $6::uuid
  END)
ORDER BY
  CASE WHEN left($7::text, 1) <> '-' THEN cards.id END,
  cards.id DESC
LIMIT $8;

PREPARE mayMakeCard AS
SELECT coalesce(EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = cards.board_id AND (($2::int >= 2 AND p.state <> 'locked') OR $2::int >= 3 OR (p.user_id = $3::uuid AND NOT (p.state = 'closed')))), false)::boolean AS may FROM cards
WHERE cards.tenant_id = $1 AND cards.id = $4;

PREPARE mayMoveCard AS
SELECT coalesce(cards.board_id IS NOT DISTINCT FROM $1::uuid OR EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $2 AND p.id = $1::uuid AND (($3::int >= 2 AND p.state <> 'locked') OR $3::int >= 3 OR (p.user_id = $4::uuid AND NOT (p.state = 'closed')))), false)::boolean AS may FROM cards
WHERE cards.tenant_id = $2 AND cards.id = $5;

PREPARE updateCard AS
UPDATE cards SET
  board_id = $1::uuid, helper_id = $2::uuid, title = $3
WHERE cards.tenant_id = $4 AND cards.id = $5 AND cards.xmin::text = $6::text AND (EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $4 AND p.id = cards.board_id AND ($7::int >= 2 OR p.user_id = $8::uuid OR p.shared)) AND (EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $4 AND p.id = cards.board_id AND (($7::int >= 2 AND p.state <> 'locked') OR $7::int >= 3 OR (p.user_id = $8::uuid AND NOT (p.state = 'closed')))) OR cards.helper_id = $8::uuid));

PREPARE countRemarks AS
SELECT count(*)::bigint AS total
FROM (
  SELECT remarks.id FROM remarks
  WHERE remarks.tenant_id = $1
    AND EXISTS (SELECT FROM cards AS p WHERE p.tenant_id = $1 AND p.id = remarks.card_id AND EXISTS (SELECT FROM boards AS pp WHERE pp.tenant_id = $1 AND pp.id = p.board_id AND ($2::int >= 2 OR pp.user_id = $3::uuid OR pp.shared)))
    AND ($4::uuid IS NULL OR remarks.card_id = $4::uuid)
  LIMIT $5
) AS w;

PREPARE createRemark AS
INSERT INTO remarks (
  tenant_id, id, card_id, body, stars
) VALUES (
  $1, $2, $3::uuid, $4, $5::bigint
);

PREPARE deleteRemarks AS
DELETE FROM remarks WHERE remarks.tenant_id = $1 AND remarks.id = ANY ($2::uuid[]) AND EXISTS (SELECT FROM cards AS p WHERE p.tenant_id = $1 AND p.id = remarks.card_id AND EXISTS (SELECT FROM boards AS pp WHERE pp.tenant_id = $1 AND pp.id = p.board_id AND ($3::int >= 2 OR pp.user_id = $4::uuid OR pp.shared)));

PREPARE getRemark AS
SELECT remarks.id, remarks.card_id, remarks.body, remarks.stars,
coalesce((EXISTS (SELECT FROM cards AS p WHERE p.tenant_id = $1 AND p.id = remarks.card_id AND (EXISTS (SELECT FROM boards AS pp WHERE pp.tenant_id = $1 AND pp.id = p.board_id AND (($2::int >= 2 AND pp.state <> 'locked') OR $2::int >= 3 OR (pp.user_id = $3::uuid AND NOT (pp.state = 'closed')))) OR p.helper_id = $3::uuid)) AND remarks.stars IN (1, 2, 3)), false)::boolean AS may_update,
coalesce((SELECT r.title FROM cards AS r WHERE r.tenant_id = $1 AND r.id = remarks.card_id AND EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = r.board_id AND ($2::int >= 2 OR p.user_id = $3::uuid OR p.shared))), '')::text AS card_id_label,
remarks.xmin::text AS revision
FROM remarks
WHERE remarks.tenant_id = $1 AND remarks.id = $4 AND EXISTS (SELECT FROM cards AS p WHERE p.tenant_id = $1 AND p.id = remarks.card_id AND EXISTS (SELECT FROM boards AS pp WHERE pp.tenant_id = $1 AND pp.id = p.board_id AND ($2::int >= 2 OR pp.user_id = $3::uuid OR pp.shared)));

PREPARE listRemarks AS
SELECT remarks.id, remarks.card_id, remarks.body, remarks.stars,
coalesce((EXISTS (SELECT FROM cards AS p WHERE p.tenant_id = $1 AND p.id = remarks.card_id AND (EXISTS (SELECT FROM boards AS pp WHERE pp.tenant_id = $1 AND pp.id = p.board_id AND (($2::int >= 2 AND pp.state <> 'locked') OR $2::int >= 3 OR (pp.user_id = $3::uuid AND NOT (pp.state = 'closed')))) OR p.helper_id = $3::uuid)) AND remarks.stars IN (1, 2, 3)), false)::boolean AS may_update,
coalesce((SELECT r.title FROM cards AS r WHERE r.tenant_id = $1 AND r.id = remarks.card_id AND EXISTS (SELECT FROM boards AS p WHERE p.tenant_id = $1 AND p.id = r.board_id AND ($2::int >= 2 OR p.user_id = $3::uuid OR p.shared))), '')::text AS card_id_label,
remarks.xmin::text AS revision
FROM remarks
WHERE remarks.tenant_id = $1
  AND EXISTS (SELECT FROM cards AS p WHERE p.tenant_id = $1 AND p.id = remarks.card_id AND EXISTS (SELECT FROM boards AS pp WHERE pp.tenant_id = $1 AND pp.id = p.board_id AND ($2::int >= 2 OR pp.user_id = $3::uuid OR pp.shared)))
  AND ($4::uuid IS NULL OR remarks.card_id = $4::uuid)
  AND ($5::uuid[] IS NULL OR remarks.id = ANY ($5::uuid[]))
  AND ($6::uuid IS NULL OR CASE $7::text
    WHEN 'id' THEN remarks.id > $6::uuid
    WHEN '-id' THEN remarks.id < $6::uuid
  END)
ORDER BY
  CASE WHEN left($7::text, 1) <> '-' THEN remarks.id END,
  remarks.id DESC
LIMIT $8;

PREPARE mayMakeRemark AS
SELECT coalesce(EXISTS (SELECT FROM cards AS p WHERE p.tenant_id = $1 AND p.id = remarks.card_id AND (EXISTS (SELECT FROM boards AS pp WHERE pp.tenant_id = $1 AND pp.id = p.board_id AND (($2::int >= 2 AND pp.state <> 'locked') OR $2::int >= 3 OR (pp.user_id = $3::uuid AND NOT (pp.state = 'closed')))) OR p.helper_id = $3::uuid)), false)::boolean AS may FROM remarks
WHERE remarks.tenant_id = $1 AND remarks.id = $4;

PREPARE mayMoveRemark AS
SELECT coalesce(remarks.card_id IS NOT DISTINCT FROM $1::uuid OR EXISTS (SELECT FROM cards AS p WHERE p.tenant_id = $2 AND p.id = $1::uuid AND (EXISTS (SELECT FROM boards AS pp WHERE pp.tenant_id = $2 AND pp.id = p.board_id AND (($3::int >= 2 AND pp.state <> 'locked') OR $3::int >= 3 OR (pp.user_id = $4::uuid AND NOT (pp.state = 'closed')))) OR p.helper_id = $4::uuid)), false)::boolean AS may FROM remarks
WHERE remarks.tenant_id = $2 AND remarks.id = $5;

PREPARE remarkOptions AS
SELECT remarks.id, remarks.body::text AS label FROM remarks
WHERE remarks.tenant_id = $1 AND ($2::uuid[] IS NULL OR remarks.id = ANY ($2::uuid[])) AND ($3::text IS NULL OR remarks.body ILIKE $3::text) AND EXISTS (SELECT FROM cards AS p WHERE p.tenant_id = $1 AND p.id = remarks.card_id AND EXISTS (SELECT FROM boards AS pp WHERE pp.tenant_id = $1 AND pp.id = p.board_id AND ($4::int >= 2 OR pp.user_id = $5::uuid OR pp.shared)))
ORDER BY remarks.body, remarks.id
LIMIT $6;

PREPARE updateRemark AS
UPDATE remarks SET
  card_id = $1::uuid, body = $2, stars = $3::bigint
WHERE remarks.tenant_id = $4 AND remarks.id = $5 AND remarks.xmin::text = $6::text AND (EXISTS (SELECT FROM cards AS p WHERE p.tenant_id = $4 AND p.id = remarks.card_id AND EXISTS (SELECT FROM boards AS pp WHERE pp.tenant_id = $4 AND pp.id = p.board_id AND ($7::int >= 2 OR pp.user_id = $8::uuid OR pp.shared))) AND (EXISTS (SELECT FROM cards AS p WHERE p.tenant_id = $4 AND p.id = remarks.card_id AND (EXISTS (SELECT FROM boards AS pp WHERE pp.tenant_id = $4 AND pp.id = p.board_id AND (($7::int >= 2 AND pp.state <> 'locked') OR $7::int >= 3 OR (pp.user_id = $8::uuid AND NOT (pp.state = 'closed')))) OR p.helper_id = $8::uuid)) AND remarks.stars IN (1, 2, 3)));

PREPARE countRoomChildren AS
SELECT (SELECT count(*) FROM guests AS c WHERE c.tenant_id = $1 AND c.room_id = ANY ($2::uuid[]))::bigint AS guests;

PREPARE countRooms AS
SELECT count(*)::bigint AS total
FROM (
  SELECT rooms.id FROM rooms
  WHERE rooms.tenant_id = $1
    AND ($2::int >= 2 OR rooms.id = ANY (ARRAY(SELECT n.room_id FROM guests AS n WHERE n.tenant_id = $1 AND n.user_id = $3::uuid AND n.gone_at IS NULL)))
  LIMIT $4
) AS w;

PREPARE createRoom AS
INSERT INTO rooms (
  tenant_id, id, name
) VALUES (
  $1, $2, $3
);

PREPARE deleteRooms AS
DELETE FROM rooms WHERE rooms.tenant_id = $1 AND rooms.id = ANY ($2::uuid[]) AND ($3::int >= 2 OR rooms.id = ANY (ARRAY(SELECT n.room_id FROM guests AS n WHERE n.tenant_id = $1 AND n.user_id = $4::uuid AND n.gone_at IS NULL)));

PREPARE getRoom AS
SELECT rooms.id, rooms.name, rooms.xmin::text AS revision
FROM rooms
WHERE rooms.tenant_id = $1 AND rooms.id = $2 AND ($3::int >= 2 OR rooms.id = ANY (ARRAY(SELECT n.room_id FROM guests AS n WHERE n.tenant_id = $1 AND n.user_id = $4::uuid AND n.gone_at IS NULL)));

PREPARE listRooms AS
SELECT rooms.id, rooms.name, rooms.xmin::text AS revision
FROM rooms
WHERE rooms.tenant_id = $1
  AND ($2::int >= 2 OR rooms.id = ANY (ARRAY(SELECT n.room_id FROM guests AS n WHERE n.tenant_id = $1 AND n.user_id = $3::uuid AND n.gone_at IS NULL)))
  AND ($4::uuid[] IS NULL OR rooms.id = ANY ($4::uuid[]))
  AND ($5::uuid IS NULL OR CASE $6::text
    WHEN 'id' THEN rooms.id > $5::uuid
    WHEN '-id' THEN rooms.id < $5::uuid
  END)
ORDER BY
  CASE WHEN left($6::text, 1) <> '-' THEN rooms.id END,
  rooms.id DESC
LIMIT $7;

PREPARE roomOptions AS
SELECT rooms.id, rooms.name::text AS label FROM rooms
WHERE rooms.tenant_id = $1 AND ($2::uuid[] IS NULL OR rooms.id = ANY ($2::uuid[])) AND ($3::text IS NULL OR rooms.name ILIKE $3::text) AND ($4::int >= 2 OR rooms.id = ANY (ARRAY(SELECT n.room_id FROM guests AS n WHERE n.tenant_id = $1 AND n.user_id = $5::uuid AND n.gone_at IS NULL)))
ORDER BY rooms.name, rooms.id
LIMIT $6;

PREPARE updateRoom AS
UPDATE rooms SET
  name = $1
WHERE rooms.tenant_id = $2 AND rooms.id = $3 AND rooms.xmin::text = $4::text AND ($5::int >= 2 OR rooms.id = ANY (ARRAY(SELECT n.room_id FROM guests AS n WHERE n.tenant_id = $2 AND n.user_id = $6::uuid AND n.gone_at IS NULL)));

