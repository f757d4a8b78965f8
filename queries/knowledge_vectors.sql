-- The search by meaning: models, the vectors of passages, and the nearest of them. A vector travels as text.

-- name: GetLiveModel :one
SELECT id, key, name, asked, query_prefix, dimensions, vectors FROM knowledge_models WHERE tenant_id = @tenant_id AND live
ORDER BY created_at DESC LIMIT 1;

-- name: AddModel :exec
INSERT INTO knowledge_models (tenant_id, id, key, name, asked, query_prefix, passage_prefix)
VALUES (@tenant_id, @id, @key, @name, @asked, @query_prefix, @passage_prefix)
ON CONFLICT (tenant_id, key) DO UPDATE SET query_prefix = excluded.query_prefix;

-- name: GetModel :one
SELECT id, dimensions, vectors, live FROM knowledge_models WHERE tenant_id = @tenant_id AND key = @key;

-- name: ListModels :many
-- With how many passages there are: each of them gets a vector.
SELECT m.id, m.key, m.name, m.vectors, m.live, coalesce(m.error, '')::text AS error, coalesce(s.passages, 0)::bigint AS passages
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
-- Of passages that are still there, which stay until the end of the transaction.
WITH there AS (
  SELECT a.id, a.document_id, a.version_id FROM knowledge_passages a
  WHERE a.tenant_id = @tenant_id AND a.id = ANY (@passages::uuid[]) ORDER BY a.id FOR KEY SHARE
)
INSERT INTO knowledge_vectors (tenant_id, passage_id, model_id, document_id, version_id, embedding)
SELECT @tenant_id, there.id, @model_id, there.document_id, there.version_id, CAST(n.embedding AS halfvec)
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
    >= (SELECT s.passages FROM knowledge_stats s WHERE s.tenant_id = @tenant_id);

-- name: DropVectors :execrows
-- A batch of the vectors of other models than the live one.
DELETE FROM knowledge_vectors v
USING (SELECT o.passage_id, o.model_id FROM knowledge_vectors o WHERE o.tenant_id = @tenant_id AND o.model_id <> @live LIMIT @batch) gone
WHERE v.tenant_id = @tenant_id AND v.passage_id = gone.passage_id AND v.model_id = gone.model_id;

-- name: DropModels :execrows
DELETE FROM knowledge_models WHERE tenant_id = @tenant_id AND id <> @live;

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
  WHERE v.tenant_id = @tenant_id AND v.model_id = @model_id AND (d.collection_id IS NULL AND @uncollected::boolean OR d.collection_id = ANY (@collections::uuid[]))
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
