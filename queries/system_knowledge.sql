-- What the jobs of the knowledge plugin ask beside the tenants.

-- name: TenantsWithDocuments :many
-- Those that wait to be made searchable.
SELECT DISTINCT tenant_id FROM knowledge_versions WHERE status IN ('queued', 'reading', 'indexing');
