-- +goose Up

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
  PRIMARY KEY (xid, seq)  -- @global
);
COMMENT ON COLUMN events.topic IS 'The table of the record.';
COMMENT ON COLUMN events.op IS 'created, updated or deleted.';

-- +goose StatementBegin
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
-- +goose StatementEnd

-- Both roles write through the triggers only, and neither chooses xid or seq: the tail relies on them.
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE events FORCE ROW LEVEL SECURITY;
CREATE POLICY events_tenant ON events FOR INSERT TO stoa_app WITH CHECK (tenant_id = app_tenant() AND pg_trigger_depth() > 0);
GRANT INSERT (tenant_id, topic, op, row_id) ON events TO stoa_app;
CREATE POLICY events_system ON events TO stoa_system USING (true) WITH CHECK (pg_trigger_depth() > 0);
GRANT SELECT, INSERT (tenant_id, topic, op, row_id), DELETE ON events TO stoa_system;

-- The triggers of the tables that are @realtime.
CREATE TRIGGER conversations_event_created AFTER INSERT ON conversations
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('created');
CREATE TRIGGER conversations_event_updated AFTER UPDATE ON conversations
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('updated');
CREATE TRIGGER conversations_event_deleted AFTER DELETE ON conversations
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('deleted');
CREATE TRIGGER widgets_event_created AFTER INSERT ON widgets
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('created');
CREATE TRIGGER widgets_event_updated AFTER UPDATE ON widgets
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('updated');
CREATE TRIGGER widgets_event_deleted AFTER DELETE ON widgets
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_event('deleted');
