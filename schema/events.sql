-- What happened to records: pages that show them stay true by it.

-- Written by the triggers of record_event alone, in the transaction of the change; kept for a day. seq is taken before the
-- commit, so a row can appear behind later ones: readers go by xid, see internal/realtime/tail. No foreign key: a row
-- tells of what is gone, its tenant included. One index, since every change of a record pays for it.
-- @internal
CREATE TABLE events (
  xid        xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq        bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  tenant_id  uuid NOT NULL,
  topic      text NOT NULL,
  op         text NOT NULL,
  row_id     uuid NOT NULL,
  at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  by_ids     uuid[],
  PRIMARY KEY (xid, seq)  -- @global
);
COMMENT ON COLUMN events.topic IS 'The table of the record.';
COMMENT ON COLUMN events.op IS 'created, updated or deleted.';
COMMENT ON COLUMN events.by_ids IS 'What the record belongs to and belonged to before, of a table that is @realtime(by: column).';

-- The trigger of every table that is @realtime, per statement and with the rows as "changed"; its argument is op.
-- Transactions that notify commit one after another, which would halve what many writers get done. So of those that run
-- at the same time one notifies for all; whoever is told goes on looking for the others. The plan is always the same one:
-- our connections plan anew what runs on them, which cost more than the rest of the trigger.
CREATE FUNCTION record_event() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS
$$ BEGIN
  INSERT INTO events (tenant_id, topic, op, row_id) SELECT tenant_id, TG_TABLE_NAME, TG_ARGV[0], id FROM changed;
  IF FOUND AND pg_try_advisory_xact_lock(1400140641, 1) THEN
    PERFORM pg_notify('stoa_events', '');
  END IF;
  RETURN NULL;
END $$;

-- The same for a table that is @realtime(by: column), whose name is the second argument: each row is told with what it
-- belongs to, and one that moves with what it belonged to as well; an update has the rows of before as "former". Those are
-- grouped and not joined: of a plan for few rows a million would be compared with a million.
CREATE FUNCTION record_event_by() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE
  told bigint;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    EXECUTE format('INSERT INTO events (tenant_id, topic, op, row_id, by_ids)
      SELECT tenant_id, $1, $2, id, array_agg(DISTINCT %1$I) FILTER (WHERE %1$I IS NOT NULL)
      FROM (SELECT tenant_id, id, %1$I FROM former UNION ALL SELECT tenant_id, id, %1$I FROM changed) AS r
      GROUP BY tenant_id, id', TG_ARGV[1]) USING TG_TABLE_NAME, TG_ARGV[0];
  ELSE
    EXECUTE format('INSERT INTO events (tenant_id, topic, op, row_id, by_ids)
      SELECT tenant_id, $1, $2, id, array_remove(ARRAY[%I], NULL) FROM changed', TG_ARGV[1]) USING TG_TABLE_NAME, TG_ARGV[0];
  END IF;
  GET DIAGNOSTICS told = ROW_COUNT;
  IF told > 0 AND pg_try_advisory_xact_lock(1400140641, 1) THEN
    PERFORM pg_notify('stoa_events', '');
  END IF;
  RETURN NULL;
END $$;
