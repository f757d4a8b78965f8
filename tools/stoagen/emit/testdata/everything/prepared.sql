PREPARE countProjectChildren AS
SELECT (SELECT count(*) FROM tasks AS c WHERE c.tenant_id = $1 AND c.project_id = ANY ($2::uuid[]))::bigint AS tasks;

PREPARE countProjects AS
SELECT count(*)::bigint AS total
FROM (
  SELECT projects.id FROM projects
  WHERE projects.tenant_id = $1
    AND ($2::int >= 2 OR projects.user_id = $3::uuid)
    AND CASE WHEN $4::boolean THEN projects.deleted_at IS NOT NULL ELSE projects.deleted_at IS NULL END
    AND ($5::text IS NULL OR projects.name ILIKE $5::text OR projects.summary ILIKE $5::text)
  LIMIT $6
) AS w;

PREPARE createProject AS
INSERT INTO projects (
  tenant_id, id, user_id, name, summary, "order", budget, starts_on, ends_on
) VALUES (
  $1, $2, $3::uuid, $4, $5::text, coalesce($6::bigint, 3),
  CAST($7::text AS numeric), $8::date, $9::date
);

PREPARE deleteProjects AS
UPDATE projects SET deleted_at = now() WHERE projects.tenant_id = $1 AND projects.id = ANY ($2::uuid[]) AND projects.deleted_at IS NULL AND ($3::int >= 2 OR projects.user_id = $4::uuid);

PREPARE getProject AS
SELECT projects.id, projects.user_id, projects.name, projects.summary, projects."order"::bigint AS "order",
coalesce(trim_scale(projects.budget)::text, '')::text AS budget, projects.starts_on, projects.ends_on,
projects.created_at, projects.updated_at, projects.deleted_at,
coalesce(($1::int >= 2 OR projects.user_id = $2::uuid), false)::boolean AS may_update,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $3 AND r.user_id = projects.user_id), '')::text AS user_id_label,
projects.xmin::text AS revision
FROM projects
WHERE projects.tenant_id = $3 AND projects.id = $4 AND ($1::int >= 2 OR projects.user_id = $2::uuid);

PREPARE listProjects AS
SELECT projects.id, projects.user_id, projects.name, projects.summary, projects."order"::bigint AS "order",
coalesce(trim_scale(projects.budget)::text, '')::text AS budget, projects.starts_on, projects.ends_on,
projects.created_at, projects.updated_at, projects.deleted_at,
coalesce(($1::int >= 2 OR projects.user_id = $2::uuid), false)::boolean AS may_update,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $3 AND r.user_id = projects.user_id), '')::text AS user_id_label,
projects.xmin::text AS revision
FROM projects
WHERE projects.tenant_id = $3
  AND ($1::int >= 2 OR projects.user_id = $2::uuid)
  AND CASE WHEN $4::boolean THEN projects.deleted_at IS NOT NULL ELSE projects.deleted_at IS NULL END
  AND ($5::text IS NULL OR projects.name ILIKE $5::text OR projects.summary ILIKE $5::text)
  AND ($6::uuid[] IS NULL OR projects.id = ANY ($6::uuid[]))
  AND ($7::uuid IS NULL OR CASE $8::text
    WHEN 'name' THEN (projects.name, projects.id) > ($9::text, $7::uuid)
    WHEN '-name' THEN (projects.name, projects.id) < ($9::text, $7::uuid)
    WHEN 'order' THEN (projects."order", projects.id) > ($10::bigint, $7::uuid)
    WHEN '-order' THEN (projects."order", projects.id) < ($10::bigint, $7::uuid)
    WHEN 'deleted_at' THEN (projects.deleted_at, projects.id) > ($11::timestamptz, $7::uuid)
    WHEN '-deleted_at' THEN (projects.deleted_at, projects.id) < ($11::timestamptz, $7::uuid)
    WHEN 'id' THEN projects.id > $7::uuid
    WHEN '-id' THEN projects.id < $7::uuid
  END)
ORDER BY
  CASE WHEN $8::text = 'name' THEN projects.name END,
  CASE WHEN $8::text = '-name' THEN projects.name END DESC,
  CASE WHEN $8::text = 'order' THEN projects."order" END,
  CASE WHEN $8::text = '-order' THEN projects."order" END DESC,
  CASE WHEN $8::text = 'deleted_at' THEN projects.deleted_at END,
  CASE WHEN $8::text = '-deleted_at' THEN projects.deleted_at END DESC,
  CASE WHEN left($8::text, 1) <> '-' THEN projects.id END,
  projects.id DESC
LIMIT $12;

PREPARE projectOptions AS
SELECT projects.id, projects.name::text AS label FROM projects
WHERE projects.tenant_id = $1 AND projects.deleted_at IS NULL AND ($2::uuid[] IS NULL OR projects.id = ANY ($2::uuid[])) AND ($3::text IS NULL OR projects.name ILIKE $3::text) AND ($4::int >= 2 OR projects.user_id = $5::uuid)
ORDER BY projects.name, projects.id
LIMIT $6;

PREPARE purgeProjects AS
DELETE FROM projects WHERE projects.tenant_id = $1 AND projects.id = ANY ($2::uuid[]) AND projects.deleted_at IS NOT NULL AND ($3::int >= 2 OR projects.user_id = $4::uuid);

PREPARE restoreProjects AS
UPDATE projects SET deleted_at = NULL WHERE projects.tenant_id = $1 AND projects.id = ANY ($2::uuid[]) AND projects.deleted_at IS NOT NULL AND ($3::int >= 2 OR projects.user_id = $4::uuid);

PREPARE updateProject AS
UPDATE projects SET
  name = $1, summary = $2::text, "order" = $3::bigint,
  budget = CAST($4::text AS numeric), starts_on = $5::date,
  ends_on = $6::date
WHERE projects.tenant_id = $7 AND projects.id = $8 AND projects.deleted_at IS NULL AND projects.xmin::text = $9::text AND ($10::int >= 2 OR projects.user_id = $11::uuid);

PREPARE getTaskVisit AS
SELECT task_visits.id, task_visits.task_id, task_visits.at,
coalesce((SELECT r.title FROM tasks AS r WHERE r.tenant_id = $1 AND r.id = task_visits.task_id AND EXISTS (SELECT FROM projects AS p WHERE p.tenant_id = $1 AND p.id = r.project_id AND ($2::int >= 2 OR p.user_id = $3::uuid))), '')::text AS task_id_label,
task_visits.xmin::text AS revision
FROM task_visits
WHERE task_visits.tenant_id = $1 AND task_visits.id = $4;

PREPARE listTaskVisits AS
SELECT task_visits.id, task_visits.task_id, task_visits.at,
coalesce((SELECT r.title FROM tasks AS r WHERE r.tenant_id = $1 AND r.id = task_visits.task_id AND EXISTS (SELECT FROM projects AS p WHERE p.tenant_id = $1 AND p.id = r.project_id AND ($2::int >= 2 OR p.user_id = $3::uuid))), '')::text AS task_id_label,
task_visits.xmin::text AS revision
FROM task_visits
WHERE task_visits.tenant_id = $1
  AND ($4::uuid IS NULL OR task_visits.task_id = $4::uuid)
  AND ($5::uuid[] IS NULL OR task_visits.id = ANY ($5::uuid[]))
  AND ($6::uuid IS NULL OR CASE $7::text
    WHEN 'id' THEN task_visits.id > $6::uuid
    WHEN '-id' THEN task_visits.id < $6::uuid
  END)
ORDER BY
  CASE WHEN left($7::text, 1) <> '-' THEN task_visits.id END,
  task_visits.id DESC
LIMIT $8;

PREPARE taskVisitOptions AS
SELECT task_visits.id, task_visits.id::text AS label FROM task_visits
WHERE task_visits.tenant_id = $1 AND ($2::uuid[] IS NULL OR task_visits.id = ANY ($2::uuid[])) AND ($3::text IS NULL OR task_visits.id::text ILIKE $3::text)
ORDER BY task_visits.id, task_visits.id
LIMIT $4;

PREPARE countTasks AS
SELECT count(*)::bigint AS total,
       (count(*) FILTER (WHERE w.assignee_id = $1::uuid))::bigint AS tab_mine,
       (count(*) FILTER (WHERE w.status IN ('open', 'doing') AND w.due IS NOT NULL))::bigint AS tab_late,
       (count(*) FILTER (WHERE NOT (w.effort > 2.5)))::bigint AS tab_quick
FROM (
  SELECT tasks.assignee_id, tasks.status, tasks.due, tasks.effort FROM tasks
  WHERE tasks.tenant_id = $2
    AND EXISTS (SELECT FROM projects AS p WHERE p.tenant_id = $2 AND p.id = tasks.project_id AND ($3::int >= 2 OR p.user_id = $1::uuid))
    AND ($4::uuid IS NULL OR tasks.project_id = $4::uuid)
    AND ($5::uuid IS NULL OR tasks.assignee_id = $5::uuid)
    AND ($6::text IS NULL OR tasks.status = CAST($6::text AS task_status))
    AND ($7::timestamptz IS NULL OR tasks.due >= $7::timestamptz)
    AND ($8::timestamptz IS NULL OR tasks.due < $8::timestamptz)
    AND ($9::text IS NULL OR tasks.effort >= CAST($9::text AS numeric))
    AND ($10::text IS NULL OR tasks.effort <= CAST($10::text AS numeric))
    AND ($11::bigint IS NULL OR tasks.points >= $11::bigint)
    AND ($12::bigint IS NULL OR tasks.points <= $12::bigint)
    AND ($13::date IS NULL OR tasks.started_on >= $13::date)
    AND ($14::date IS NULL OR tasks.started_on < $14::date)
  LIMIT $15
) AS w;

PREPARE createTask AS
INSERT INTO tasks (
  tenant_id, id, project_id, assignee_id, title, reference, status, mood, size, due, effort, ratio, points,
  urgent, approved, labels, extra, email, contact, opens_at, takes, source, external_id, made_by, started_on
) VALUES (
  $1, $2, $3::uuid, $4::uuid, $5,
  CAST($6::text AS code), coalesce(CAST($7::text AS task_status), 'open'),
  CAST($8::text AS task_status), $9, coalesce($10::timestamptz, now()),
  coalesce(CAST($11::text AS numeric), 1), CAST($12::text AS double precision),
  $13::bigint, coalesce($14::boolean, false),
  CAST($15::text AS boolean), $16::text[], $17::jsonb,
  CAST($18::text AS citext), coalesce(CAST($19::text AS citext), ''),
  CAST($20::text AS time), coalesce(CAST($21::text AS interval), '1 hour'),
  CAST($22::text AS inet), $23::uuid, $24::uuid,
  coalesce($25::date, current_date)
);

PREPARE deleteTasks AS
DELETE FROM tasks WHERE tasks.tenant_id = $1 AND tasks.id = ANY ($2::uuid[]) AND EXISTS (SELECT FROM projects AS p WHERE p.tenant_id = $1 AND p.id = tasks.project_id AND ($3::int >= 2 OR p.user_id = $4::uuid));

PREPARE getTask AS
SELECT tasks.id, tasks.project_id, tasks.assignee_id, tasks.title,
coalesce(tasks.reference::text, '')::text AS reference, tasks.status::text AS status,
coalesce(tasks.mood::text, '')::text AS mood, tasks.size, tasks.due, trim_scale(tasks.effort)::text AS effort,
coalesce(tasks.ratio::text, '')::text AS ratio, tasks.points, tasks.likes, tasks.urgent,
coalesce(tasks.approved::text, '')::text AS approved, tasks.labels, tasks.extra, tasks.email, tasks.contact,
coalesce(tasks.opens_at::text, '')::text AS opens_at, tasks.takes::text AS takes,
coalesce(tasks.source::text, '')::text AS source, tasks.external_id, tasks.made_by, tasks.started_on,
coalesce(EXISTS (SELECT FROM projects AS p WHERE p.tenant_id = $1 AND p.id = tasks.project_id AND ($2::int >= 2 OR p.user_id = $3::uuid)), false)::boolean AS may_update,
coalesce((SELECT r.name FROM projects AS r WHERE r.tenant_id = $1 AND r.id = tasks.project_id AND ($2::int >= 2 OR r.user_id = $3::uuid)), '')::text AS project_id_label,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $1 AND r.user_id = tasks.assignee_id), '')::text AS assignee_id_label,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $1 AND r.user_id = tasks.made_by), '')::text AS made_by_label,
tasks.xmin::text AS revision
FROM tasks
WHERE tasks.tenant_id = $1 AND tasks.id = $4 AND EXISTS (SELECT FROM projects AS p WHERE p.tenant_id = $1 AND p.id = tasks.project_id AND ($2::int >= 2 OR p.user_id = $3::uuid));

PREPARE listTasks AS
SELECT tasks.id, tasks.project_id, tasks.assignee_id, tasks.title,
coalesce(tasks.reference::text, '')::text AS reference, tasks.status::text AS status,
coalesce(tasks.mood::text, '')::text AS mood, tasks.size, tasks.due, trim_scale(tasks.effort)::text AS effort,
coalesce(tasks.ratio::text, '')::text AS ratio, tasks.points, tasks.likes, tasks.urgent,
coalesce(tasks.approved::text, '')::text AS approved, tasks.labels, tasks.extra, tasks.email, tasks.contact,
coalesce(tasks.opens_at::text, '')::text AS opens_at, tasks.takes::text AS takes,
coalesce(tasks.source::text, '')::text AS source, tasks.external_id, tasks.made_by, tasks.started_on,
coalesce(EXISTS (SELECT FROM projects AS p WHERE p.tenant_id = $1 AND p.id = tasks.project_id AND ($2::int >= 2 OR p.user_id = $3::uuid)), false)::boolean AS may_update,
coalesce((SELECT r.name FROM projects AS r WHERE r.tenant_id = $1 AND r.id = tasks.project_id AND ($2::int >= 2 OR r.user_id = $3::uuid)), '')::text AS project_id_label,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $1 AND r.user_id = tasks.assignee_id), '')::text AS assignee_id_label,
coalesce((SELECT r.role FROM memberships AS r WHERE r.tenant_id = $1 AND r.user_id = tasks.made_by), '')::text AS made_by_label,
tasks.xmin::text AS revision
FROM tasks
WHERE tasks.tenant_id = $1
  AND EXISTS (SELECT FROM projects AS p WHERE p.tenant_id = $1 AND p.id = tasks.project_id AND ($2::int >= 2 OR p.user_id = $3::uuid))
  AND ($4::uuid IS NULL OR tasks.project_id = $4::uuid)
  AND ($5::uuid IS NULL OR tasks.assignee_id = $5::uuid)
  AND ($6::text IS NULL OR tasks.status = CAST($6::text AS task_status))
  AND ($7::timestamptz IS NULL OR tasks.due >= $7::timestamptz)
  AND ($8::timestamptz IS NULL OR tasks.due < $8::timestamptz)
  AND ($9::text IS NULL OR tasks.effort >= CAST($9::text AS numeric))
  AND ($10::text IS NULL OR tasks.effort <= CAST($10::text AS numeric))
  AND ($11::bigint IS NULL OR tasks.points >= $11::bigint)
  AND ($12::bigint IS NULL OR tasks.points <= $12::bigint)
  AND ($13::date IS NULL OR tasks.started_on >= $13::date)
  AND ($14::date IS NULL OR tasks.started_on < $14::date)
  AND CASE $15::text WHEN 'mine' THEN tasks.assignee_id = $3::uuid WHEN 'late' THEN tasks.status IN ('open', 'doing') AND tasks.due IS NOT NULL WHEN 'quick' THEN NOT (tasks.effort > 2.5) ELSE true END
  AND ($16::uuid[] IS NULL OR tasks.id = ANY ($16::uuid[]))
  AND ($17::uuid IS NULL OR CASE $18::text
    WHEN 'status' THEN (tasks.status, tasks.id) > (CAST($19::text AS task_status), $17::uuid)
    WHEN '-status' THEN (tasks.status, tasks.id) < (CAST($19::text AS task_status), $17::uuid)
    WHEN 'due' THEN (tasks.due, tasks.id) > ($20::timestamptz, $17::uuid)
    WHEN '-due' THEN (tasks.due, tasks.id) < ($20::timestamptz, $17::uuid)
    WHEN 'id' THEN tasks.id > $17::uuid
    WHEN '-id' THEN tasks.id < $17::uuid
  END)
ORDER BY
  CASE WHEN $18::text = 'status' THEN tasks.status END,
  CASE WHEN $18::text = '-status' THEN tasks.status END DESC,
  CASE WHEN $18::text = 'due' THEN tasks.due END,
  CASE WHEN $18::text = '-due' THEN tasks.due END DESC,
  CASE WHEN left($18::text, 1) <> '-' THEN tasks.id END,
  tasks.id DESC
LIMIT $21;

PREPARE mayMoveTask AS
SELECT coalesce(tasks.project_id IS NOT DISTINCT FROM $1::uuid OR EXISTS (SELECT FROM projects AS p WHERE p.tenant_id = $2 AND p.id = $1::uuid AND ($3::int >= 2 OR p.user_id = $4::uuid)), false)::boolean AS may FROM tasks
WHERE tasks.tenant_id = $2 AND tasks.id = $5;

PREPARE taskAssigneeIDOptions AS
SELECT r.user_id AS id, (r.role)::text AS label FROM memberships AS r
WHERE r.tenant_id = $1 AND ($2::uuid[] IS NULL OR r.user_id = ANY ($2::uuid[])) AND ($3::text IS NULL OR r.role ILIKE $3::text)
ORDER BY 2, 1
LIMIT $4;

PREPARE taskOptions AS
SELECT tasks.id, tasks.title::text AS label FROM tasks
WHERE tasks.tenant_id = $1 AND ($2::uuid[] IS NULL OR tasks.id = ANY ($2::uuid[])) AND ($3::text IS NULL OR tasks.title ILIKE $3::text) AND EXISTS (SELECT FROM projects AS p WHERE p.tenant_id = $1 AND p.id = tasks.project_id AND ($4::int >= 2 OR p.user_id = $5::uuid))
ORDER BY tasks.title, tasks.id
LIMIT $6;

PREPARE updateTask AS
UPDATE tasks SET
  project_id = $1::uuid, assignee_id = $2::uuid, title = $3,
  reference = CAST($4::text AS code), status = CAST($5::text AS task_status),
  mood = CAST($6::text AS task_status), size = $7, due = $8::timestamptz,
  effort = CAST($9::text AS numeric), ratio = CAST($10::text AS double precision),
  points = $11::bigint, urgent = $12::boolean,
  approved = CAST($13::text AS boolean), labels = $14::text[],
  extra = $15::jsonb, email = CAST($16::text AS citext),
  contact = CAST($17::text AS citext), opens_at = CAST($18::text AS time),
  takes = CAST($19::text AS interval), source = CAST($20::text AS inet),
  external_id = $21::uuid, started_on = $22::date,
  token = coalesce($23::text, tasks.token)
WHERE tasks.tenant_id = $24 AND tasks.id = $25 AND tasks.xmin::text = $26::text AND EXISTS (SELECT FROM projects AS p WHERE p.tenant_id = $24 AND p.id = tasks.project_id AND ($27::int >= 2 OR p.user_id = $28::uuid));

