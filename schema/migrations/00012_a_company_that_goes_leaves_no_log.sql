-- +goose Up

-- a company that goes leaves no log.

SET check_function_bodies = off;

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION public.record_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$ DECLARE
  kept text[] := TG_ARGV[0];
  closed text[] := TG_ARGV[1];
  actor uuid := nullif(current_setting('app.user_id', true), '')::uuid;
  actor_name text := coalesce((SELECT u.name FROM users u WHERE u.id = actor), '');
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit_log (tenant_id, person, person_id, action, record, record_table, record_id, changes)
    SELECT n.tenant_id, actor_name, actor, 'created', record_name(to_jsonb(n), TG_ARGV[3]), TG_TABLE_NAME, n.id,
           differences(NULL, to_jsonb(n), kept, closed)
    FROM changed n;
  ELSIF TG_OP = 'DELETE' THEN -- a name that is gone already is the last one known
    IF NOT EXISTS (SELECT FROM former o JOIN tenants t ON t.id = o.tenant_id) THEN
      RETURN NULL; -- of a company that goes with all it has nothing is kept, and who deletes it need not read its log
    END IF;
    INSERT INTO audit_log (tenant_id, person, person_id, action, record, record_table, record_id, changes)
    SELECT o.tenant_id, actor_name, actor, 'deleted',
           coalesce(nullif(record_name(to_jsonb(o), TG_ARGV[3]), ''),
             (SELECT a.record FROM audit_log a WHERE a.tenant_id = o.tenant_id AND a.record_id = o.id ORDER BY a.at DESC LIMIT 1), ''),
           TG_TABLE_NAME, o.id, differences(to_jsonb(o), NULL, kept, closed)
    FROM former o WHERE EXISTS (SELECT FROM tenants t WHERE t.id = o.tenant_id);
  ELSE
    INSERT INTO audit_log (tenant_id, person, person_id, action, record, record_table, record_id, changes)
    SELECT d.tenant_id, actor_name, actor, d.action, record_name(d.after, TG_ARGV[3]), TG_TABLE_NAME, d.id, d.changes
    FROM (
      SELECT v.*, differences(v.before, v.after, kept, closed) AS changes,
        CASE WHEN v.before ->> TG_ARGV[2] IS NULL AND v.after ->> TG_ARGV[2] IS NOT NULL THEN 'trashed'
             WHEN v.before ->> TG_ARGV[2] IS NOT NULL AND v.after ->> TG_ARGV[2] IS NULL THEN 'restored' ELSE 'updated' END AS action
      FROM (
        SELECT n.tenant_id, n.id, to_jsonb(o) AS before, to_jsonb(n) AS after
        FROM former o JOIN changed n ON n.tenant_id = o.tenant_id AND n.id = o.id OFFSET 0 -- each once
      ) v
    ) d
    WHERE d.action <> 'updated' OR d.changes <> '{}';
  END IF;
  RETURN NULL;
END $function$;
-- +goose StatementEnd

RESET check_function_bodies;
