-- +goose Up

-- A page that shows the rows of one parent was woken by the rows of all others, too.

ALTER TABLE events ADD COLUMN by_ids uuid[];
COMMENT ON COLUMN events.by_ids IS 'What the record belongs to and belonged to before, of a table that is @realtime(by: column).';
GRANT INSERT (by_ids) ON events TO stoa_app, stoa_system;

-- +goose StatementBegin
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
-- +goose StatementEnd

DROP TRIGGER conversation_shares_event_created ON conversation_shares;
DROP TRIGGER conversation_shares_event_updated ON conversation_shares;
DROP TRIGGER conversation_shares_event_deleted ON conversation_shares;
CREATE TRIGGER conversation_shares_event_created AFTER INSERT ON conversation_shares
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event_by('created', 'conversation_id');
CREATE TRIGGER conversation_shares_event_updated AFTER UPDATE ON conversation_shares
  REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event_by('updated', 'conversation_id');
CREATE TRIGGER conversation_shares_event_deleted AFTER DELETE ON conversation_shares
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event_by('deleted', 'conversation_id');
