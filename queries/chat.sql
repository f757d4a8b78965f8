-- Conversations belong to one person of the tenant, who may share them: every query that a person asks names both.

-- name: InsertConversation :exec
-- Imported and demonstration chats bring their own time; all others begin now.
INSERT INTO conversations (tenant_id, id, user_id, title, model, system_prompt, created_at, updated_at)
VALUES (@tenant_id, @id, @user_id, @title, sqlc.narg('model'), sqlc.narg('system_prompt'),
        coalesce(sqlc.narg('created_at')::timestamptz, now()), coalesce(sqlc.narg('created_at')::timestamptz, now()));

-- name: RecentConversations :many
-- For the rail of every page: without optional filters, so that its plan is kept. The person's own and the shared ones are
-- read each by their index.
-- What is unread is counted up to a hundred; of a chat that is one's own it begins with the first reading.
SELECT r.id, r.title, (
  SELECT count(*) FROM (
    SELECT FROM messages m
    WHERE m.tenant_id = @tenant_id AND m.conversation_id = r.id AND m.id > r.seen AND m.status <> 'streaming' AND m.user_id IS DISTINCT FROM @user_id::uuid
    LIMIT 100) n)::bigint AS unread
FROM (
  (SELECT c.id, c.title, c.updated_at, coalesce(d.message_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AS seen FROM conversations c
   LEFT JOIN conversation_reads d ON d.tenant_id = @tenant_id AND d.conversation_id = c.id AND d.user_id = @user_id
   WHERE c.tenant_id = @tenant_id AND c.user_id = @user_id AND c.deleted_at IS NULL
   ORDER BY c.updated_at DESC, c.id DESC LIMIT @page_size)
  UNION ALL
  (SELECT c.id, c.title, c.updated_at, coalesce(d.message_id, '00000000-0000-0000-0000-000000000000') AS seen FROM conversation_shares s
   JOIN conversations c ON c.tenant_id = @tenant_id AND c.id = s.conversation_id
   LEFT JOIN conversation_reads d ON d.tenant_id = @tenant_id AND d.conversation_id = c.id AND d.user_id = @user_id
   WHERE s.tenant_id = @tenant_id AND s.user_id = @user_id AND c.user_id <> @user_id AND c.deleted_at IS NULL)
) r
ORDER BY r.updated_at DESC, r.id DESC LIMIT @page_size;

-- name: CountUnread :many
-- The same for a page of the list of chats.
SELECT c.id, (
  SELECT count(*) FROM (
    SELECT FROM messages m
    WHERE m.tenant_id = @tenant_id AND m.conversation_id = c.id AND m.status <> 'streaming' AND m.user_id IS DISTINCT FROM @user_id::uuid
      AND m.id > coalesce(d.message_id, CASE WHEN c.user_id = @user_id THEN 'ffffffff-ffff-ffff-ffff-ffffffffffff' ELSE '00000000-0000-0000-0000-000000000000' END::uuid)
    LIMIT 100) n)::bigint AS unread
FROM conversations c
LEFT JOIN conversation_reads d ON d.tenant_id = @tenant_id AND d.conversation_id = c.id AND d.user_id = @user_id
WHERE c.tenant_id = @tenant_id AND c.id = ANY (@conversations::uuid[]) AND c.deleted_at IS NULL
  AND (c.user_id = @user_id OR EXISTS (
    SELECT FROM conversation_shares s WHERE s.tenant_id = @tenant_id AND s.conversation_id = c.id AND s.user_id = @user_id));

-- name: OpenConversation :one
-- A chat with what it is to the person: own, or what it is shared for.
SELECT c.id, c.user_id, c.title, c.model, c.system_prompt, coalesce(u.name, '')::text AS owner,
       CASE WHEN c.user_id = @user_id THEN 'own' ELSE coalesce(s.access::text, '') END::text AS access,
       EXISTS (SELECT FROM conversation_shares o WHERE o.tenant_id = @tenant_id AND o.conversation_id = c.id)::boolean AS shared
FROM conversations c
LEFT JOIN conversation_shares s ON s.tenant_id = @tenant_id AND s.conversation_id = c.id AND s.user_id = @user_id
LEFT JOIN memberships m ON m.tenant_id = @tenant_id AND m.user_id = c.user_id
LEFT JOIN users u ON u.id = m.user_id
WHERE c.tenant_id = @tenant_id AND c.id = @id AND c.deleted_at IS NULL AND (c.user_id = @user_id OR s.user_id IS NOT NULL);

-- name: TouchConversation :execrows
UPDATE conversations SET updated_at = now() WHERE tenant_id = @tenant_id AND id = @id;

-- name: MarkRead :execrows
-- Never backwards. What is marked already is not touched: the conflict alone would lock its row, for nothing.
INSERT INTO conversation_reads AS d (tenant_id, conversation_id, user_id, message_id)
SELECT @tenant_id::uuid, @conversation_id::uuid, @user_id::uuid, @message_id::uuid
WHERE NOT EXISTS (SELECT FROM conversation_reads o WHERE o.tenant_id = @tenant_id AND o.conversation_id = @conversation_id
  AND o.user_id = @user_id AND o.message_id >= @message_id)
ON CONFLICT (tenant_id, conversation_id, user_id) DO UPDATE SET message_id = excluded.message_id, read_at = now()
WHERE d.message_id < excluded.message_id;

-- name: ListReaders :many
-- Who else has read a chat up to a message, of those who still may.
SELECT u.name FROM conversation_reads d
JOIN conversations c ON c.tenant_id = @tenant_id AND c.id = d.conversation_id
JOIN memberships p ON p.tenant_id = @tenant_id AND p.user_id = d.user_id
JOIN users u ON u.id = p.user_id
WHERE d.tenant_id = @tenant_id AND d.conversation_id = @conversation_id AND d.message_id >= @message_id AND d.user_id <> @user_id
  AND (c.user_id = d.user_id OR EXISTS (
    SELECT FROM conversation_shares s WHERE s.tenant_id = @tenant_id AND s.conversation_id = d.conversation_id AND s.user_id = d.user_id))
ORDER BY d.read_at LIMIT 20;

-- name: ListNames :many
SELECT p.user_id, u.name FROM memberships p JOIN users u ON u.id = p.user_id
WHERE p.tenant_id = @tenant_id AND p.user_id = ANY (@users::uuid[]);

-- name: LockConversation :one
-- For whoever may write in it.
SELECT c.id, c.user_id, c.title, c.model, c.system_prompt FROM conversations c
WHERE c.tenant_id = @tenant_id AND c.id = @id AND c.deleted_at IS NULL
  AND (c.user_id = @user_id OR EXISTS (
    SELECT FROM conversation_shares s WHERE s.tenant_id = @tenant_id AND s.conversation_id = c.id AND s.user_id = @user_id AND s.access = 'write'))
FOR UPDATE;

-- name: StartTurn :one
-- A turn of a chat in one statement: it takes the chat for the rest of the transaction, stores the question, the empty
-- answer and its generation, and names a chat that has only the default title. A question that is there already, by its
-- client id, changes nothing; started is then false. No row: no chat in which the person may write.
WITH chat AS (
  SELECT c.id, c.model, c.system_prompt FROM conversations c
  WHERE c.tenant_id = @tenant_id AND c.id = @conversation_id AND c.deleted_at IS NULL
  AND (c.user_id = @user_id OR EXISTS (
    SELECT FROM conversation_shares s WHERE s.tenant_id = @tenant_id AND s.conversation_id = c.id AND s.user_id = @user_id AND s.access = 'write'))
  FOR UPDATE
), question AS (
  INSERT INTO messages (tenant_id, id, conversation_id, user_id, role, status, content, client_id)
  SELECT @tenant_id, @question_id, chat.id, @user_id, 'user', 'complete', @content, @client_id::uuid FROM chat
  ON CONFLICT (tenant_id, conversation_id, client_id) DO NOTHING
  RETURNING conversation_id
), answer AS (
  INSERT INTO messages (tenant_id, id, conversation_id, role, status)
  SELECT @tenant_id, @answer_id, question.conversation_id, 'assistant', 'streaming' FROM question
), generation AS (
  INSERT INTO generations (tenant_id, id, conversation_id, message_id, user_id, instance_id, lease_until)
  SELECT @tenant_id, @generation_id, question.conversation_id, @answer_id, @user_id, @instance_id,
         now() + make_interval(secs => @lease_seconds::float8)
  FROM question
), touched AS (
  UPDATE conversations t
  SET title = CASE WHEN t.title = @default_title::text THEN @title::text ELSE t.title END, updated_at = now()
  FROM question WHERE t.tenant_id = @tenant_id AND t.id = question.conversation_id
)
SELECT chat.model, chat.system_prompt, EXISTS (SELECT FROM question)::boolean AS started FROM chat;

-- name: FindTurn :many
-- A question by its client id, and behind it its answer.
SELECT m.id FROM messages m
WHERE m.tenant_id = @tenant_id AND m.conversation_id = @conversation_id AND m.id >= (
  SELECT q.id FROM messages q WHERE q.tenant_id = @tenant_id AND q.conversation_id = @conversation_id AND q.client_id = @client_id::uuid)
ORDER BY m.id LIMIT 2;

-- name: InsertMessage :exec
INSERT INTO messages (tenant_id, id, conversation_id, user_id, role, status, content, client_id, created_at)
VALUES (@tenant_id, @id, @conversation_id, sqlc.narg('user_id'), @role, @status, @content, sqlc.narg('client_id'),
        coalesce(sqlc.narg('created_at')::timestamptz, now()));

-- name: FindMessage :one
SELECT id, conversation_id, user_id, role, status, content, error, created_at, updated_at
FROM messages WHERE tenant_id = @tenant_id AND conversation_id = @conversation_id AND id = @id;

-- name: ReadMessages :many
-- The newest messages from the first to the last, newest first, each with the author's name and the sum of its receipts; none
-- of a chat that the person may not read, since it is asked anew for each message that an open page gets.
-- The bounds are always given, so that the plan is kept: this is asked three times for each message that is sent.
SELECT m.id, m.role, m.status, m.content, m.error, m.notice, m.created_at, m.updated_at,
       coalesce(u.name, '')::text AS author,
       coalesce(c.provider, '')::text AS provider, coalesce(c.model, '')::text AS model,
       coalesce(c.input_tokens, 0)::bigint AS input_tokens, coalesce(c.output_tokens, 0)::bigint AS output_tokens,
       coalesce(c.amount, 0)::bigint AS amount, coalesce(c.calls, 0)::bigint AS calls,
       coalesce(c.unpriced, 0)::bigint AS unpriced, coalesce(c.estimated, 0)::bigint AS estimated
FROM messages m
LEFT JOIN memberships p ON p.tenant_id = @tenant_id AND p.user_id = m.user_id
LEFT JOIN users u ON u.id = p.user_id
LEFT JOIN LATERAL (
  SELECT max(e.provider) AS provider, max(e.model) AS model, sum(e.input_tokens) AS input_tokens, sum(e.output_tokens) AS output_tokens,
         sum(e.amount) AS amount, count(*) AS calls,
         count(*) FILTER (WHERE e.amount IS NULL) AS unpriced, count(*) FILTER (WHERE e.basis = 'estimated') AS estimated
  FROM cost_events e WHERE e.tenant_id = @tenant_id AND e.message_id = m.id
) c ON true
WHERE m.tenant_id = @tenant_id AND m.conversation_id = @conversation_id
  AND m.id >= @first AND m.id <= @last
  AND EXISTS (SELECT FROM conversations o WHERE o.tenant_id = @tenant_id AND o.id = @conversation_id AND o.deleted_at IS NULL
    AND (o.user_id = @user_id OR EXISTS (
      SELECT FROM conversation_shares s WHERE s.tenant_id = @tenant_id AND s.conversation_id = @conversation_id AND s.user_id = @user_id)))
ORDER BY m.id DESC
LIMIT @page_size;

-- name: ListHistory :many
-- What the model is shown: the newest messages up to and without the answer being made, newest first.
SELECT id, role, status, content FROM messages
WHERE tenant_id = @tenant_id AND conversation_id = @conversation_id AND id < @before AND content <> ''
ORDER BY id DESC
LIMIT @page_size;

-- name: InsertGeneration :exec
INSERT INTO generations (tenant_id, id, conversation_id, message_id, user_id, instance_id, lease_until)
VALUES (@tenant_id, @id, @conversation_id, @message_id, @user_id, @instance_id, now() + make_interval(secs => @lease_seconds::float8));

-- name: GetRunningGeneration :one
SELECT id, message_id, instance_id FROM generations
WHERE tenant_id = @tenant_id AND conversation_id = @conversation_id AND status = 'streaming';

-- name: GetDeadGeneration :one
SELECT g.id, g.conversation_id, g.message_id, m.content
FROM generations g JOIN messages m ON m.tenant_id = g.tenant_id AND m.id = g.message_id
WHERE g.tenant_id = @tenant_id AND g.id = @id AND g.status = 'streaming';

-- name: GetGenerationText :one
-- The text as it was last written down, and whether more will come.
SELECT m.content, (g.status = 'streaming')::boolean AS running
FROM generations g JOIN messages m ON m.tenant_id = @tenant_id AND m.id = g.message_id
WHERE g.tenant_id = @tenant_id AND g.id = @id;

-- name: RequestStop :execrows
UPDATE generations SET stop_requested = true
WHERE tenant_id = @tenant_id AND conversation_id = @conversation_id AND status = 'streaming';

-- name: CheckpointMessages :many
-- Writes the text so far of many answers and renews their leases, in one statement; says which of them still run, and
-- which of those somebody asked to stop. One that ended elsewhere writes nothing: its message may be another generation's.
-- A lease is renewed when a third of it is gone: it is indexed, and renewing it each time costs as much as the text.
WITH input AS (
  SELECT unnest(@generation_ids::uuid[]) AS generation_id, unnest(@message_ids::uuid[]) AS message_id, unnest(@contents::text[]) AS content
), alive AS (
  SELECT g.id, g.stop_requested, i.message_id, i.content
  FROM generations g JOIN input i ON i.generation_id = g.id
  WHERE g.tenant_id = @tenant_id AND g.status = 'streaming'
  FOR NO KEY UPDATE OF g
), renewed AS (
  UPDATE generations r SET lease_until = now() + make_interval(secs => @lease_seconds::float8)
  FROM alive a
  WHERE r.tenant_id = @tenant_id AND r.id = a.id
    AND r.lease_until < now() + make_interval(secs => @lease_seconds::float8) * 2 / 3
), written AS (
  UPDATE messages m SET content = a.content FROM alive a
  WHERE m.tenant_id = @tenant_id AND m.id = a.message_id AND m.status = 'streaming'
)
SELECT alive.id, alive.stop_requested FROM alive;

-- name: FinishAnswer :one
-- Ends a generation and its message, once: no row when it had ended before. The chat is taken first, as everywhere: a send
-- that waits for it cannot wait for us while we wait for it.
WITH chat AS (
  SELECT c.id FROM conversations c WHERE c.tenant_id = @tenant_id AND c.id = @conversation_id FOR UPDATE
), ended AS (
  UPDATE generations g SET status = @status, finished_at = now()
  FROM chat WHERE g.tenant_id = @tenant_id AND g.id = @id AND g.conversation_id = chat.id AND g.status = 'streaming'
  RETURNING g.conversation_id, g.message_id
), written AS (
  UPDATE messages m SET status = @status, content = @content, error = sqlc.narg('error'), notice = sqlc.narg('notice')
  FROM ended WHERE m.tenant_id = @tenant_id AND m.id = ended.message_id AND m.status = 'streaming'
), touched AS (
  UPDATE conversations t SET updated_at = now() FROM ended WHERE t.tenant_id = @tenant_id AND t.id = ended.conversation_id
)
SELECT ended.message_id FROM ended;

-- name: ReopenMessage :execrows
-- Continue: the same message goes on.
UPDATE messages SET status = 'streaming', error = NULL, notice = NULL
WHERE tenant_id = @tenant_id AND conversation_id = @conversation_id AND id = @id
  AND role = 'assistant' AND status IN ('stopped', 'interrupted', 'failed');

-- name: StoreSources :exec
-- What an answer was offered; one that goes on is offered anew.
INSERT INTO message_sources (tenant_id, message_id, number, document_id, version_id, title, heading, text_from, text_to, mark_from, mark_to, page, score, cited, verified)
SELECT @tenant_id, @message_id, unnest(@numbers::integer[]), unnest(@documents::uuid[]), unnest(@versions::uuid[]), unnest(@titles::text[]), unnest(@headings::text[]),
       unnest(@froms::integer[]), unnest(@tos::integer[]), unnest(@mark_froms::integer[]), unnest(@mark_tos::integer[]), unnest(@pages::integer[]),
       unnest(@scores::float8[]), unnest(@cited::boolean[]), unnest(@verified::boolean[])
ON CONFLICT (tenant_id, message_id, number) DO UPDATE SET document_id = excluded.document_id, version_id = excluded.version_id, title = excluded.title,
  heading = excluded.heading, text_from = excluded.text_from, text_to = excluded.text_to, mark_from = excluded.mark_from, mark_to = excluded.mark_to,
  page = excluded.page, score = excluded.score, cited = excluded.cited, verified = excluded.verified;

-- name: ListSources :many
SELECT message_id, number, document_id, version_id, title, heading, text_from, text_to, mark_from, mark_to, page, score, cited, verified
FROM message_sources WHERE tenant_id = @tenant_id AND message_id = ANY (@messages::uuid[])
ORDER BY message_id, number;

-- name: StartWithAssistant :execrows
-- A chat of the person's own remembers with whom it was started, when that is one whom they may choose.
INSERT INTO conversation_assistants (tenant_id, conversation_id, assistant_id)
SELECT @tenant_id, c.id, a.id
FROM conversations c
JOIN assistants a ON a.tenant_id = @tenant_id AND a.id = @assistant_id
JOIN memberships m ON m.tenant_id = @tenant_id AND m.user_id = @user_id
WHERE c.tenant_id = @tenant_id AND c.id = @conversation_id AND c.user_id = @user_id AND (a.access = 'everyone' OR m.role IN ('owner', 'admin'))
ON CONFLICT (tenant_id, conversation_id) DO UPDATE SET assistant_id = excluded.assistant_id;

-- name: LeaveAssistant :execrows
DELETE FROM conversation_assistants WHERE tenant_id = @tenant_id AND conversation_id = @conversation_id;

-- name: ConversationBegun :one
SELECT EXISTS (SELECT FROM messages WHERE tenant_id = @tenant_id AND conversation_id = @conversation_id)::boolean AS begun;

-- name: ListOfferedAssistants :many
-- Whom the person may start a chat with.
SELECT a.id, a.name, coalesce(a.description, '')::text AS description
FROM assistants a
JOIN memberships m ON m.tenant_id = @tenant_id AND m.user_id = @user_id
WHERE a.tenant_id = @tenant_id AND (a.access = 'everyone' OR m.role IN ('owner', 'admin'))
ORDER BY a.name, a.id LIMIT @most;

-- name: AssistantOfChat :one
-- As it is now; usable says whether the person may choose it still.
SELECT a.id, a.name, coalesce(a.description, '')::text AS description, a.instructions, a.model, coalesce(a.temperature, 0)::float8 AS temperature, (a.temperature IS NOT NULL)::boolean AS tempered, a.starters,
       (a.access = 'everyone' OR EXISTS (
         SELECT FROM memberships m WHERE m.tenant_id = @tenant_id AND m.user_id = @user_id AND m.role IN ('owner', 'admin')))::boolean AS usable
FROM conversation_assistants c
JOIN assistants a ON a.tenant_id = @tenant_id AND a.id = c.assistant_id
WHERE c.tenant_id = @tenant_id AND c.conversation_id = @conversation_id;

-- name: SearchMessages :many
-- Messages that have the words, in chats that the person may read, the newest first. The chats come first: else the whole
-- company's messages are looked through. Before is what a page of so many has to begin before to hold the message; nil: the newest has it.
WITH mine AS MATERIALIZED (
  SELECT c.id, c.title FROM conversations c
  WHERE c.tenant_id = @tenant_id AND c.deleted_at IS NULL AND (c.user_id = @user_id OR EXISTS (
    SELECT FROM conversation_shares s WHERE s.tenant_id = @tenant_id AND s.conversation_id = c.id AND s.user_id = @user_id))
)
SELECT m.id, m.conversation_id, m.content, mine.title,
       coalesce((SELECT n.id FROM messages n WHERE n.tenant_id = @tenant_id AND n.conversation_id = m.conversation_id AND n.id > m.id
                 ORDER BY n.id LIMIT 1 OFFSET @later::integer), '00000000-0000-0000-0000-000000000000')::uuid AS before
FROM mine
JOIN messages m ON m.tenant_id = @tenant_id AND m.conversation_id = mine.id
WHERE m.content ILIKE @pattern
ORDER BY m.id DESC
LIMIT @most;
