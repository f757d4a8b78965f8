-- What the jobs of the knowledge plugin ask beside the tenants.

-- name: TenantsWithDocuments :many
-- Those that wait to be made searchable.
SELECT DISTINCT tenant_id FROM knowledge_versions WHERE status IN ('queued', 'reading', 'indexing');

-- name: TenantsWithoutVectors :many
-- Those that have passages without a vector of the model that a key names, or models in whose place it has come: see ListLeftModels.
SELECT s.tenant_id FROM knowledge_stats s
WHERE s.passages > 0 AND NOT EXISTS (
    SELECT 1 FROM knowledge_models m WHERE m.tenant_id = s.tenant_id AND m.key = @key AND m.live AND m.vectors >= s.passages)
  OR EXISTS (
    SELECT 1 FROM knowledge_models l JOIN knowledge_models o ON o.tenant_id = l.tenant_id AND o.id <> l.id
    WHERE l.tenant_id = s.tenant_id AND l.key = @key AND l.live
      AND (o.created_at < l.created_at AND l.created_at < now() - interval '1 hour' OR o.created_at < now() - interval '1 day'));
