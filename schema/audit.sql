-- What people did to the records of @audit tables: who, when, and what was there before.

-- Written by the triggers of record_change alone, in the transaction of the change, and never changed afterwards. No foreign
-- key but the company's: an entry outlives the record and the person that it tells of, so it has their names as of then.
-- @resource(label: "Change", plural: "Changes", path: "settings/audit", nav: "Company", order: 36, title: "{record}", ops: [list, get, export])
-- @allow(read: admin) @export(csv)
-- @list(columns: [at, person, action, record, changes], sort: [-at]) @search([person, record, record_table])
-- @scope(added: action = 'created', changed: action in ('updated', 'restored'), removed: action in ('trashed', 'deleted'))
CREATE TABLE audit_log (
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  id            uuid NOT NULL DEFAULT gen_random_uuid(),
  at            timestamptz NOT NULL DEFAULT clock_timestamp(),  -- @sort @filter
  person        text NOT NULL DEFAULT '',
  person_id     uuid,
  action        text NOT NULL CHECK (action IN ('created', 'updated', 'trashed', 'restored', 'deleted')),
  record        text NOT NULL DEFAULT '',                        -- @label
  record_table  text NOT NULL,
  record_id     uuid NOT NULL,                                   -- @filter
  changes       jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE audit_log IS 'The audit log: who changed what, and what was there before.';
COMMENT ON COLUMN audit_log.person IS 'Empty when no person did it: a job, or somebody at the database itself.';
COMMENT ON COLUMN audit_log.changes IS 'Each column with its value before and after; [] for one whose values are not kept.';
CREATE INDEX audit_log_at ON audit_log (tenant_id, at, id);
CREATE INDEX audit_log_record ON audit_log (tenant_id, record_id, id);

-- What differs between two versions of a row: {"column": [before, after]}. Of the columns in closed it says no more than
-- that they differ. A row that is made or deleted differs from nothing.
CREATE FUNCTION differences(before jsonb, after jsonb, kept text[], closed text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce(jsonb_object_agg(c, CASE WHEN c = ANY (closed) THEN '[]' ELSE jsonb_build_array(before -> c, after -> c) END), '{}')
   FROM unnest(kept || closed) AS c
   WHERE nullif(before -> c, 'null') IS DISTINCT FROM nullif(after -> c, 'null') $$;

-- What a row is called: the text of a column, or the person whom its user_id names.
CREATE FUNCTION record_name(of jsonb, naming text) RETURNS text LANGUAGE plpgsql STABLE AS
$$ BEGIN
  IF naming = 'user_id' THEN
    RETURN coalesce((SELECT u.name FROM users u WHERE u.id = (of ->> 'user_id')::uuid), '');
  END IF;
  RETURN coalesce(of ->> naming, '');
END $$;

-- The trigger of every table that is @audit, per statement and with the rows as "former" and "changed". Its arguments are
-- generated: the columns whose values are kept, those of which it is only told that they changed, the column that moves a
-- row to the trash, and the one that names it; a row named by its user_id is called as that person.
CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS
$$ DECLARE
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
END $$;
