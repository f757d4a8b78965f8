-- Documents and the passages by which they are found. Who may read what is decided once, in ListReadableCollections; every other
-- query of a reader is given the collections that this one named.

-- name: ListReadableCollections :many
-- The role is the membership's own, not the session's.
SELECT c.id, c.name
FROM knowledge_collections c
JOIN memberships m ON m.tenant_id = c.tenant_id AND m.user_id = @user_id
WHERE c.tenant_id = @tenant_id AND m.tenant_id = @tenant_id
  AND (c.access = 'everyone'
       OR m.role IN ('owner', 'admin') AND c.access = 'admins'
       OR m.role = 'owner' AND c.access = 'owners'
       OR c.access = 'named' AND EXISTS (
         SELECT 1 FROM knowledge_readers r WHERE r.tenant_id = @tenant_id AND r.collection_id = c.id AND r.user_id = @user_id))
ORDER BY c.name, c.id;

-- name: ListCollectionReaders :many
SELECT u.id, u.name, (r.user_id IS NOT NULL)::boolean AS reads
FROM memberships m
JOIN users u ON u.id = m.user_id
LEFT JOIN knowledge_readers r ON r.tenant_id = @tenant_id AND r.user_id = m.user_id AND r.collection_id = @collection_id
WHERE m.tenant_id = @tenant_id
ORDER BY u.name, u.id;

-- name: InsertDocument :exec
INSERT INTO knowledge_documents (tenant_id, id, collection_id, user_id, title, named)
VALUES (@tenant_id, @id, sqlc.narg('collection_id'), sqlc.narg('user_id'), @title, @named);

-- name: InsertVersion :one
-- The next number of its document, whose row is locked by LockDocument or new.
INSERT INTO knowledge_versions (tenant_id, id, document_id, number, file_name, size, sha256, blob_key)
SELECT @tenant_id, @id, @document_id, coalesce(max(v.number), 0) + 1, @file_name, @size, @sha256, @blob_key
FROM knowledge_versions v WHERE v.tenant_id = @tenant_id AND v.document_id = @document_id
RETURNING number;

-- name: LockDocument :one
-- NO KEY, so that the batches of indexing, which point to the document, do not wait for it while it waits for their version.
SELECT id, user_id, title, live_version_id FROM knowledge_documents
WHERE tenant_id = @tenant_id AND id = @id
  AND (collection_id IS NULL OR collection_id = ANY (@collections::uuid[]))
FOR NO KEY UPDATE;

-- name: HoldDocument :one
-- Ingestion holds a document while it publishes or gives up a version: nobody cancels it at that moment.
SELECT id FROM knowledge_documents WHERE tenant_id = @tenant_id AND id = @id FOR NO KEY UPDATE;

-- name: FindUpload :one
-- A document of this collection whose newest version has the same bytes, or else the same file name.
WITH alike AS (
  SELECT s.id FROM knowledge_versions s WHERE s.tenant_id = @tenant_id AND s.sha256 = @sha256
  UNION
  SELECT f.id FROM knowledge_versions f WHERE f.tenant_id = @tenant_id AND f.file_name = @file_name
)
SELECT d.id, d.user_id, d.title, v.id AS version_id, v.status, (v.sha256 = @sha256)::boolean AS same
FROM alike
JOIN knowledge_versions v ON v.tenant_id = @tenant_id AND v.id = alike.id
JOIN knowledge_documents d ON d.tenant_id = @tenant_id AND d.id = v.document_id
WHERE d.collection_id IS NOT DISTINCT FROM sqlc.narg('collection_id')::uuid
  AND NOT EXISTS (SELECT 1 FROM knowledge_versions n WHERE n.tenant_id = @tenant_id AND n.document_id = d.id AND n.number > v.number)
ORDER BY (v.sha256 = @sha256) DESC, d.created_at
LIMIT 1;

-- name: ListDocuments :many
-- Each with its newest version; a page starts after the cursor.
SELECT d.id, d.title, d.collection_id, d.user_id, d.live_version_id, d.updated_at, coalesce(u.name, '')::text AS author,
       v.id AS version_id, v.number, v.file_name, v.type, v.size, v.status, v.error, v.done, v.total, v.page, v.pages
FROM knowledge_documents d
JOIN knowledge_versions v ON v.tenant_id = d.tenant_id AND v.document_id = d.id
  AND v.number = (SELECT max(n.number) FROM knowledge_versions n WHERE n.tenant_id = @tenant_id AND n.document_id = d.id)
LEFT JOIN memberships m ON m.tenant_id = @tenant_id AND m.user_id = d.user_id
LEFT JOIN users u ON u.id = m.user_id
WHERE d.tenant_id = @tenant_id AND v.tenant_id = @tenant_id
  AND (d.collection_id IS NULL OR d.collection_id = ANY (@collections::uuid[]))
  AND (sqlc.narg('only_collection')::uuid IS NULL OR d.collection_id = sqlc.narg('only_collection')::uuid)
  AND (sqlc.narg('only')::uuid IS NULL OR d.id = sqlc.narg('only')::uuid)
  AND (sqlc.narg('before_at')::timestamptz IS NULL
       OR (d.updated_at, d.id) < (sqlc.narg('before_at')::timestamptz, sqlc.narg('before_id')::uuid))
ORDER BY d.updated_at DESC, d.id DESC
LIMIT @page_size;

-- name: CountWorking :one
-- How many documents that the person may see are on their way into the index.
SELECT count(DISTINCT d.id)::bigint AS working
FROM knowledge_versions v
JOIN knowledge_documents d ON d.tenant_id = @tenant_id AND d.id = v.document_id
WHERE v.tenant_id = @tenant_id AND v.status IN ('queued', 'reading', 'indexing')
  AND (d.collection_id IS NULL OR d.collection_id = ANY (@collections::uuid[]))
  AND (sqlc.narg('only_collection')::uuid IS NULL OR d.collection_id = sqlc.narg('only_collection')::uuid);

-- name: ListFiles :many
SELECT blob_key FROM knowledge_versions WHERE tenant_id = @tenant_id AND document_id = @document_id;

-- name: ListVersions :many
SELECT id, number, file_name, type, size, status, error, pages, created_at
FROM knowledge_versions WHERE tenant_id = @tenant_id AND document_id = @document_id
ORDER BY number DESC;

-- name: GetVersion :one
SELECT v.id, v.document_id, v.number, v.file_name, v.type, v.size, v.blob_key, v.status, v.language, v.pages, d.title, d.live_version_id,
       coalesce(octet_length(v.content), 0)::integer AS length
FROM knowledge_versions v
JOIN knowledge_documents d ON d.tenant_id = v.tenant_id AND d.id = v.document_id
WHERE v.tenant_id = @tenant_id AND d.tenant_id = @tenant_id AND v.document_id = @document_id AND v.id = @id
  AND (d.collection_id IS NULL OR d.collection_id = ANY (@collections::uuid[]));

-- name: ReadVersion :one
-- A range of the text of a version. Its first byte is number 1.
SELECT substr(coalesce(v.content, ''), @text_from::integer, @size::integer)::bytea AS text
FROM knowledge_versions v WHERE v.tenant_id = @tenant_id AND v.id = @id;

-- name: RenameDocument :execrows
UPDATE knowledge_documents SET title = @title, named = true
WHERE tenant_id = @tenant_id AND id = @id;

-- name: DeleteDocument :execrows
DELETE FROM knowledge_documents WHERE tenant_id = @tenant_id AND id = @id;

-- name: NextVersion :one
-- The one that has waited longest, or was begun and not ended; and the title that a member gave its document.
SELECT v.id, v.document_id, v.number, v.file_name, v.blob_key, v.status, (CASE WHEN d.named THEN d.title ELSE '' END)::text AS given
FROM knowledge_versions v
JOIN knowledge_documents d ON d.tenant_id = v.tenant_id AND d.id = v.document_id
WHERE v.tenant_id = @tenant_id AND d.tenant_id = @tenant_id AND v.status IN ('queued', 'reading', 'indexing')
ORDER BY v.id
LIMIT 1;

-- name: TakeVersion :one
-- A worker takes a version to read it, and counts how often that was begun.
UPDATE knowledge_versions SET status = 'reading', error = NULL, attempts = attempts + 1, done = 0, total = 0, page = 0
WHERE tenant_id = @tenant_id AND id = @id AND status IN ('queued', 'reading')
RETURNING attempts;

-- name: ReturnVersion :execrows
-- A worker that is stopped gives back what it was reading: that was no attempt.
UPDATE knowledge_versions SET status = 'queued', attempts = greatest(0, attempts - 1)
WHERE tenant_id = @tenant_id AND id = @id AND status = 'reading';

-- name: VersionIs :one
SELECT EXISTS (SELECT 1 FROM knowledge_versions WHERE tenant_id = @tenant_id AND id = @id AND status = @status)::boolean AS so;

-- name: StoreText :execrows
UPDATE knowledge_versions
SET status = 'indexing', attempts = 0, content = @content, plan = @plan, type = @type, language = @language, pages = @pages, total = @total
WHERE tenant_id = @tenant_id AND id = @id AND status = 'reading';

-- name: GetPlan :one
SELECT content, plan, language, done FROM knowledge_versions
WHERE tenant_id = @tenant_id AND id = @id AND status = 'indexing';

-- name: StumbleVersion :one
-- Indexing has failed for no fault of the file.
UPDATE knowledge_versions SET attempts = attempts + 1
WHERE tenant_id = @tenant_id AND id = @id AND status = 'indexing'
RETURNING attempts;

-- name: TitleDocument :execrows
-- The title of the file itself, unless a member has given one.
UPDATE knowledge_documents SET title = @title
WHERE tenant_id = @tenant_id AND id = @id AND NOT named;

-- name: AdvanceVersion :execrows
-- Only from where the last one stopped: two workers never write the same passages. What goes on has not stumbled.
UPDATE knowledge_versions SET done = @done, page = @page, attempts = 0
WHERE tenant_id = @tenant_id AND id = @id AND status = 'indexing' AND done = @since;

-- name: FinishVersion :execrows
UPDATE knowledge_versions SET status = 'ready', done = total, plan = NULL, attempts = 0
WHERE tenant_id = @tenant_id AND id = @id AND status = 'indexing';

-- name: FailVersion :execrows
-- Never the one that is found. Like cancelling, it asks for that while the document is held.
UPDATE knowledge_versions v SET status = 'failed', error = @error::text, content = NULL, plan = NULL
WHERE v.tenant_id = @tenant_id AND v.id = @id AND v.status IN ('queued', 'reading', 'indexing')
  AND NOT EXISTS (SELECT 1 FROM knowledge_documents d WHERE d.tenant_id = @tenant_id AND d.id = v.document_id AND d.live_version_id = v.id);

-- name: CancelVersions :execrows
-- One that is on its way, or all of a document; never the one that is found, whose old passages are still being taken back.
UPDATE knowledge_versions v SET status = 'cancelled', content = NULL, plan = NULL
WHERE v.tenant_id = @tenant_id AND v.document_id = @document_id AND (sqlc.narg('only')::uuid IS NULL OR v.id = sqlc.narg('only')::uuid)
  AND v.status IN ('queued', 'reading', 'indexing')
  AND NOT EXISTS (SELECT 1 FROM knowledge_documents d WHERE d.tenant_id = @tenant_id AND d.id = v.document_id AND d.live_version_id = v.id);

-- name: RequeueVersion :execrows
-- Not once there is a newer one, which it could never replace.
UPDATE knowledge_versions v SET status = 'queued', error = NULL, attempts = 0, done = 0, total = 0, page = 0
WHERE v.tenant_id = @tenant_id AND v.id = @id AND v.document_id = @document_id AND v.status IN ('failed', 'cancelled')
  AND NOT EXISTS (SELECT 1 FROM knowledge_versions n WHERE n.tenant_id = @tenant_id AND n.document_id = v.document_id AND n.number > v.number);

-- name: LockUploads :one
-- Uploads of a company wait for each other for a moment, so that the same file sent twice at once is one document.
SELECT id FROM tenants WHERE id = @tenant_id FOR NO KEY UPDATE;

-- name: PublishVersion :execrows
-- From now on this version is the one that is found; an older one never replaces a newer, and one that was cancelled none.
UPDATE knowledge_documents d SET live_version_id = v.id
FROM knowledge_versions v
WHERE d.tenant_id = @tenant_id AND v.tenant_id = @tenant_id AND v.id = @version_id AND d.id = v.document_id AND v.status = 'indexing'
  AND NOT EXISTS (SELECT 1 FROM knowledge_versions o WHERE o.tenant_id = @tenant_id AND o.id = d.live_version_id AND o.number > v.number);

-- name: TouchDocument :execrows
UPDATE knowledge_documents SET updated_at = now() WHERE tenant_id = @tenant_id AND id = @id;

-- name: InsertPassages :exec
INSERT INTO knowledge_passages (tenant_id, id, document_id, version_id, ordinal, heading, body, text_from, text_to, page, length, sha256, terms)
SELECT @tenant_id, unnest(@ids::uuid[]), @document_id, @version_id, unnest(@ordinals::integer[]), unnest(@headings::text[]), unnest(@bodies::text[]),
       unnest(@froms::integer[]), unnest(@tos::integer[]), unnest(@pages::integer[]), unnest(@lengths::integer[]), unnest(@hashes::bytea[]),
       string_to_array(unnest(@terms::text[]), ' ');

-- name: InsertPostings :exec
-- An array travels as text: arrays of arrays of different lengths do not travel.
INSERT INTO knowledge_postings (tenant_id, term, version_id, first, ordinals, tfs, lengths)
SELECT @tenant_id, unnest(@terms::text[]), @version_id, @first, unnest(@ordinals::text[])::integer[], unnest(@tfs::text[])::integer[],
       unnest(@lengths::text[])::integer[];

-- name: AddTerms :exec
-- In the order of the terms, so that two transactions never wait for each other.
INSERT INTO knowledge_terms AS t (tenant_id, term, df)
SELECT @tenant_id, unnest(@terms::text[]), unnest(@counts::integer[])
ON CONFLICT (tenant_id, term) DO UPDATE SET df = t.df + excluded.df;

-- name: AddPassages :exec
INSERT INTO knowledge_stats AS s (tenant_id, passages, total_length, languages)
VALUES (@tenant_id, @passages, @total_length, ARRAY[@language::text])
ON CONFLICT (tenant_id) DO UPDATE SET passages = s.passages + excluded.passages, total_length = s.total_length + excluded.total_length,
  languages = CASE WHEN @language::text = ANY (s.languages) THEN s.languages ELSE s.languages || @language::text END;

-- name: ListStalePassages :many
-- Up to a batch of the passages of a document that are to go: all of it, or all but those of the version that is found and of one
-- that is being indexed.
SELECT a.id, a.version_id, a.length, a.terms FROM knowledge_passages a
WHERE a.tenant_id = @tenant_id AND a.document_id = @document_id AND (@whole::boolean OR NOT EXISTS (
  SELECT 1 FROM knowledge_versions v JOIN knowledge_documents d ON d.tenant_id = v.tenant_id AND d.id = v.document_id
  WHERE v.tenant_id = @tenant_id AND d.tenant_id = @tenant_id AND v.id = a.version_id AND (v.status = 'indexing' OR d.live_version_id = v.id)))
ORDER BY a.id
LIMIT @batch
FOR UPDATE OF a;

-- name: DeletePostings :execrows
-- Those of passages of the same version that are still there go along: all of them are to go.
DELETE FROM knowledge_postings WHERE tenant_id = @tenant_id AND term = ANY (@terms::text[]) AND version_id = ANY (@versions::uuid[]);

-- name: DeletePassages :execrows
DELETE FROM knowledge_passages WHERE tenant_id = @tenant_id AND id = ANY (@ids::uuid[]);

-- name: DropEmptyTerms :execrows
DELETE FROM knowledge_terms WHERE tenant_id = @tenant_id AND df <= 0 AND term = ANY (@terms::text[]);

-- name: LookUpTerms :many
SELECT t.term, t.df FROM knowledge_terms t WHERE t.tenant_id = @tenant_id AND t.term = ANY (@terms::text[]);

-- name: GetStats :one
SELECT passages, total_length, languages FROM knowledge_stats WHERE tenant_id = @tenant_id;

-- name: ListSimilarTerms :many
-- The terms that a misspelt word may mean: of about its length, and with one of its first two letters as their first.
SELECT term, df FROM knowledge_terms
WHERE tenant_id = @tenant_id AND substr(term, 1, 1) = ANY (@firsts::text[]) AND char_length(term) BETWEEN @shortest::integer AND @longest::integer
ORDER BY df DESC
LIMIT 20000;

-- name: SearchKeywords :many
-- BM25 over the postings. Literals are float8: numeric ones make this two to three times slower. The documents are asked for, and not
-- joined: as long as there are no statistics of new tables, a join began with them and read all postings of the tenant for each.
SELECT a.id AS passage_id, a.document_id, a.sha256, best.score::float8 AS score
FROM (
  SELECT found.version_id, found.ordinal, sum(found.weight * found.tf * 2.2::float8
    / (found.tf + 1.2::float8 * (0.25::float8 + 0.75::float8 * found.length / @average::float8))) AS score
  FROM (
    SELECT p.version_id, q.weight, unnest(p.ordinals) AS ordinal, unnest(p.tfs) AS tf, unnest(p.lengths) AS length
    FROM (SELECT unnest(@terms::text[]) AS term, unnest(@weights::float8[]) AS weight) q
    JOIN knowledge_postings p ON p.tenant_id = @tenant_id AND p.term = q.term
    WHERE (p.version_id IN (
      SELECT d.live_version_id FROM knowledge_documents d
      WHERE d.tenant_id = @tenant_id AND (d.collection_id IS NULL AND @uncollected::boolean OR d.collection_id = ANY (@collections::uuid[]))
    )) IS TRUE
  ) found
  GROUP BY found.version_id, found.ordinal
  ORDER BY score DESC, found.version_id, found.ordinal
  LIMIT @most
) best
JOIN knowledge_passages a ON a.tenant_id = @tenant_id AND a.version_id = best.version_id AND a.ordinal = best.ordinal
ORDER BY best.score DESC, best.version_id, best.ordinal;

-- name: LoadPassages :many
SELECT a.id, a.document_id, a.version_id, a.ordinal, a.heading, a.body, a.text_from, a.text_to, a.page, a.sha256, d.title, v.language, v.number, v.file_name
FROM knowledge_passages a
JOIN knowledge_documents d ON d.tenant_id = a.tenant_id AND d.id = a.document_id AND d.live_version_id = a.version_id
JOIN knowledge_versions v ON v.tenant_id = a.tenant_id AND v.id = a.version_id
WHERE a.tenant_id = @tenant_id AND d.tenant_id = @tenant_id AND v.tenant_id = @tenant_id AND a.id = ANY (@ids::uuid[])
  AND (d.collection_id IS NULL OR d.collection_id = ANY (@collections::uuid[]));

-- name: ListOutline :many
-- The passages around a place of a live version, by their order.
SELECT ordinal, heading, text_from, text_to, page FROM knowledge_passages
WHERE tenant_id = @tenant_id AND version_id = @version_id
ORDER BY ordinal;

-- name: ListReadableDocuments :many
SELECT id FROM knowledge_documents
WHERE tenant_id = @tenant_id AND id = ANY (@ids::uuid[]) AND (collection_id IS NULL OR collection_id = ANY (@collections::uuid[]));

-- name: ReadExcerpts :many
-- Ranges of texts, of the documents alone that the person may read. The first byte of a text is number 1.
SELECT w.number::integer AS number, substr(coalesce(v.content, ''), w.text_from, w.size)::bytea AS text
FROM (SELECT unnest(@numbers::integer[]) AS number, unnest(@documents::uuid[]) AS document_id, unnest(@versions::uuid[]) AS version_id,
             unnest(@froms::integer[]) AS text_from, unnest(@sizes::integer[]) AS size) w
JOIN knowledge_documents d ON d.tenant_id = @tenant_id AND d.id = w.document_id
JOIN knowledge_versions v ON v.tenant_id = @tenant_id AND v.document_id = d.id AND v.id = w.version_id
WHERE d.collection_id IS NULL OR d.collection_id = ANY (@collections::uuid[]);

-- name: GetCollection :one
SELECT id, name, access FROM knowledge_collections WHERE tenant_id = @tenant_id AND id = @id;

-- name: DeleteReaders :execrows
DELETE FROM knowledge_readers WHERE tenant_id = @tenant_id AND collection_id = @collection_id AND user_id <> ALL (@keep::uuid[]);

-- name: InsertReaders :execrows
-- Only members: who has left meanwhile is left out.
INSERT INTO knowledge_readers (tenant_id, collection_id, user_id)
SELECT @tenant_id, @collection_id, m.user_id FROM memberships m WHERE m.tenant_id = @tenant_id AND m.user_id = ANY (@users::uuid[])
ON CONFLICT (tenant_id, collection_id, user_id) DO NOTHING;

-- name: AnswersFrom :many
-- The collections of an assistant.
SELECT collection_id FROM assistant_collections WHERE tenant_id = @tenant_id AND assistant_id = @assistant_id ORDER BY collection_id;

-- The search by meaning: models, the vectors of passages, and the nearest of them. A vector travels as text.

-- name: GetLiveModel :one
SELECT id, key, name, asked, query_prefix, dimensions, vectors FROM knowledge_models WHERE tenant_id = @tenant_id AND live
ORDER BY created_at DESC LIMIT 1;

-- name: AddModel :exec
-- Or renews what it wants before a question; what it wants before a passage is part of its key.
INSERT INTO knowledge_models (tenant_id, id, key, name, asked, query_prefix)
VALUES (@tenant_id, @id, @key, @name, @asked, @query_prefix)
ON CONFLICT (tenant_id, key) DO UPDATE SET query_prefix = excluded.query_prefix;

-- name: GetModel :one
-- With how many passages there are.
SELECT m.id, m.query_prefix, m.dimensions, m.vectors, m.live, coalesce(s.passages, 0)::bigint AS passages
FROM knowledge_models m LEFT JOIN knowledge_stats s ON s.tenant_id = @tenant_id
WHERE m.tenant_id = @tenant_id AND m.key = @key;

-- name: ListModels :many
-- With how many passages there are, each of which gets a vector, and how many are refused instead.
SELECT m.id, m.key, m.name, m.vectors, m.live, coalesce(m.error, '')::text AS error, coalesce(s.passages, 0)::bigint AS passages,
  (SELECT count(*) FROM knowledge_vectors v WHERE v.tenant_id = @tenant_id AND v.model_id = m.id AND v.embedding IS NULL)::bigint AS refused
FROM knowledge_models m LEFT JOIN knowledge_stats s ON s.tenant_id = @tenant_id
WHERE m.tenant_id = @tenant_id
ORDER BY m.created_at, m.id;

-- name: ListUnembedded :many
-- The next passages without a vector of the model, behind one of them.
SELECT a.id, a.heading, a.body, d.title
FROM knowledge_passages a
JOIN knowledge_documents d ON d.tenant_id = @tenant_id AND d.id = a.document_id
WHERE a.tenant_id = @tenant_id AND a.id > @after
  AND NOT EXISTS (SELECT 1 FROM knowledge_vectors v WHERE v.tenant_id = @tenant_id AND v.passage_id = a.id AND v.model_id = @model_id)
ORDER BY a.id
LIMIT @batch;

-- name: InsertVectors :execrows
-- Of passages that are still there, which stay until the end of the transaction. An empty one says that the passage is refused.
WITH there AS (
  SELECT a.id, a.document_id, a.version_id FROM knowledge_passages a
  WHERE a.tenant_id = @tenant_id AND a.id = ANY (@passages::uuid[]) ORDER BY a.id FOR KEY SHARE
)
INSERT INTO knowledge_vectors (tenant_id, passage_id, model_id, document_id, version_id, embedding)
SELECT @tenant_id, there.id, @model_id, there.document_id, there.version_id, CAST(nullif(n.embedding, '') AS halfvec)
FROM (SELECT unnest(@passages::uuid[]) AS passage_id, unnest(@embeddings::text[]) AS embedding) n
JOIN there ON there.id = n.passage_id
ON CONFLICT (tenant_id, passage_id, model_id) DO NOTHING;

-- name: AddVectors :execrows
UPDATE knowledge_models SET vectors = vectors + @count::bigint WHERE tenant_id = @tenant_id AND id = @id;

-- name: FilledModel :execrows
UPDATE knowledge_models SET dimensions = @dimensions, error = NULL WHERE tenant_id = @tenant_id AND id = @id AND (dimensions <> @dimensions OR error IS NOT NULL);

-- name: StuckModel :execrows
UPDATE knowledge_models SET error = @error::text WHERE tenant_id = @tenant_id AND id = @id;

-- name: MakeLive :execrows
-- In the place of the one before, and only when it has a vector of every passage.
UPDATE knowledge_models m SET live = (m.id = @id)
WHERE m.tenant_id = @tenant_id AND (m.live OR m.id = @id)
  AND (SELECT n.vectors FROM knowledge_models n WHERE n.tenant_id = @tenant_id AND n.id = @id)
    >= coalesce((SELECT s.passages FROM knowledge_stats s WHERE s.tenant_id = @tenant_id), 0);

-- name: ListLeftModels :many
-- Models in whose place the live one has come, an hour later: until then instances with older settings may still be there, and would
-- fill theirs anew. A later one is being filled by an instance with newer settings, unless it is a day old.
SELECT o.id FROM knowledge_models o JOIN knowledge_models l ON l.tenant_id = @tenant_id AND l.id = @live
WHERE o.tenant_id = @tenant_id AND o.id <> @live
  AND (o.created_at < l.created_at AND l.created_at < now() - interval '1 hour' OR o.created_at < now() - interval '1 day')
ORDER BY o.id;

-- name: DropVectors :execrows
-- A batch of the vectors of some models.
DELETE FROM knowledge_vectors v
USING (SELECT o.passage_id, o.model_id FROM knowledge_vectors o WHERE o.tenant_id = @tenant_id AND o.model_id = ANY (@models::uuid[]) LIMIT @batch) gone
WHERE v.tenant_id = @tenant_id AND v.passage_id = gone.passage_id AND v.model_id = gone.model_id;

-- name: DropModels :execrows
DELETE FROM knowledge_models WHERE tenant_id = @tenant_id AND id = ANY (@models::uuid[]);

-- name: DeleteVectors :many
-- Those of passages that go; how many of each model.
WITH gone AS (
  DELETE FROM knowledge_vectors v WHERE v.tenant_id = @tenant_id AND v.passage_id = ANY (@passages::uuid[]) RETURNING v.model_id
)
SELECT gone.model_id, count(*)::bigint AS vectors FROM gone GROUP BY gone.model_id ORDER BY gone.model_id;

-- name: SearchVectors :many
-- Exact: every vector of the tenant is compared. No index can serve it, since none is on the column without its dimensions.
SELECT near.passage_id, near.document_id, a.sha256, near.cosine::float8 AS cosine
FROM (
  SELECT v.passage_id, v.document_id, -(v.embedding <#> CAST(@query::text AS halfvec)) AS cosine
  FROM knowledge_vectors v
  JOIN knowledge_documents d ON d.tenant_id = @tenant_id AND d.id = v.document_id AND d.live_version_id = v.version_id
  WHERE v.tenant_id = @tenant_id AND v.model_id = @model_id AND v.embedding IS NOT NULL
    AND (d.collection_id IS NULL AND @uncollected::boolean OR d.collection_id = ANY (@collections::uuid[]))
  ORDER BY cosine DESC, v.passage_id
  LIMIT @most
) near
JOIN knowledge_passages a ON a.tenant_id = @tenant_id AND a.id = near.passage_id
ORDER BY near.cosine DESC, near.passage_id;

-- name: SearchVectors384 :many
-- By the index of this size, which goes on until enough of what it finds may be read.
SELECT near.passage_id, near.document_id, a.sha256, near.cosine::float8 AS cosine
FROM (
  SELECT v.passage_id, v.document_id, -(v.embedding::halfvec(384) <#> CAST(@query::text AS halfvec(384))) AS cosine
  FROM knowledge_vectors v
  JOIN knowledge_documents d ON d.tenant_id = @tenant_id AND d.id = v.document_id AND d.live_version_id = v.version_id
  WHERE v.tenant_id = @tenant_id AND v.model_id = @model_id AND vector_dims(v.embedding) = 384
    AND (d.collection_id IS NULL AND @uncollected::boolean OR d.collection_id = ANY (@collections::uuid[]))
  ORDER BY v.embedding::halfvec(384) <#> CAST(@query::text AS halfvec(384))
  LIMIT @most
) near
JOIN knowledge_passages a ON a.tenant_id = @tenant_id AND a.id = near.passage_id
ORDER BY near.cosine DESC, near.passage_id;

-- name: SearchVectors768 :many
-- By the index of this size, which goes on until enough of what it finds may be read.
SELECT near.passage_id, near.document_id, a.sha256, near.cosine::float8 AS cosine
FROM (
  SELECT v.passage_id, v.document_id, -(v.embedding::halfvec(768) <#> CAST(@query::text AS halfvec(768))) AS cosine
  FROM knowledge_vectors v
  JOIN knowledge_documents d ON d.tenant_id = @tenant_id AND d.id = v.document_id AND d.live_version_id = v.version_id
  WHERE v.tenant_id = @tenant_id AND v.model_id = @model_id AND vector_dims(v.embedding) = 768
    AND (d.collection_id IS NULL AND @uncollected::boolean OR d.collection_id = ANY (@collections::uuid[]))
  ORDER BY v.embedding::halfvec(768) <#> CAST(@query::text AS halfvec(768))
  LIMIT @most
) near
JOIN knowledge_passages a ON a.tenant_id = @tenant_id AND a.id = near.passage_id
ORDER BY near.cosine DESC, near.passage_id;

-- name: SearchVectors1024 :many
-- By the index of this size, which goes on until enough of what it finds may be read.
SELECT near.passage_id, near.document_id, a.sha256, near.cosine::float8 AS cosine
FROM (
  SELECT v.passage_id, v.document_id, -(v.embedding::halfvec(1024) <#> CAST(@query::text AS halfvec(1024))) AS cosine
  FROM knowledge_vectors v
  JOIN knowledge_documents d ON d.tenant_id = @tenant_id AND d.id = v.document_id AND d.live_version_id = v.version_id
  WHERE v.tenant_id = @tenant_id AND v.model_id = @model_id AND vector_dims(v.embedding) = 1024
    AND (d.collection_id IS NULL AND @uncollected::boolean OR d.collection_id = ANY (@collections::uuid[]))
  ORDER BY v.embedding::halfvec(1024) <#> CAST(@query::text AS halfvec(1024))
  LIMIT @most
) near
JOIN knowledge_passages a ON a.tenant_id = @tenant_id AND a.id = near.passage_id
ORDER BY near.cosine DESC, near.passage_id;

-- name: SearchVectors1536 :many
-- By the index of this size, which goes on until enough of what it finds may be read.
SELECT near.passage_id, near.document_id, a.sha256, near.cosine::float8 AS cosine
FROM (
  SELECT v.passage_id, v.document_id, -(v.embedding::halfvec(1536) <#> CAST(@query::text AS halfvec(1536))) AS cosine
  FROM knowledge_vectors v
  JOIN knowledge_documents d ON d.tenant_id = @tenant_id AND d.id = v.document_id AND d.live_version_id = v.version_id
  WHERE v.tenant_id = @tenant_id AND v.model_id = @model_id AND vector_dims(v.embedding) = 1536
    AND (d.collection_id IS NULL AND @uncollected::boolean OR d.collection_id = ANY (@collections::uuid[]))
  ORDER BY v.embedding::halfvec(1536) <#> CAST(@query::text AS halfvec(1536))
  LIMIT @most
) near
JOIN knowledge_passages a ON a.tenant_id = @tenant_id AND a.id = near.passage_id
ORDER BY near.cosine DESC, near.passage_id;

-- name: SearchVectors3072 :many
-- By the index of this size, which goes on until enough of what it finds may be read.
SELECT near.passage_id, near.document_id, a.sha256, near.cosine::float8 AS cosine
FROM (
  SELECT v.passage_id, v.document_id, -(v.embedding::halfvec(3072) <#> CAST(@query::text AS halfvec(3072))) AS cosine
  FROM knowledge_vectors v
  JOIN knowledge_documents d ON d.tenant_id = @tenant_id AND d.id = v.document_id AND d.live_version_id = v.version_id
  WHERE v.tenant_id = @tenant_id AND v.model_id = @model_id AND vector_dims(v.embedding) = 3072
    AND (d.collection_id IS NULL AND @uncollected::boolean OR d.collection_id = ANY (@collections::uuid[]))
  ORDER BY v.embedding::halfvec(3072) <#> CAST(@query::text AS halfvec(3072))
  LIMIT @most
) near
JOIN knowledge_passages a ON a.tenant_id = @tenant_id AND a.id = near.passage_id
ORDER BY near.cosine DESC, near.passage_id;
