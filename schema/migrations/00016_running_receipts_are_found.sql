-- +goose Up

-- running receipts are found.

-- accepted: LOCK: nobody can write to cost_events while the index is built
CREATE INDEX cost_events_running ON public.cost_events USING btree (tenant_id, created_at) WHERE (status = 'running'::cost_status);
