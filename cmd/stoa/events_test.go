package main

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/dbtest"
)

func TestPruneEvents(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	exec := func(sql string, args ...any) {
		t.Helper()
		if _, err := d.Admin.Exec(t.Context(), sql, args...); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
	company := uuid.New()
	record := `insert into events (tenant_id, topic, op, row_id, at) select $1::uuid, $2, 'created', gen_random_uuid(), now() - make_interval(hours => $3) from generate_series(1, $4)`
	exec(record, company, "old", 25, 2*eventsBatch)
	exec(record, company, "young", 23, 1)
	exec(record, company, "late", 25, 1) // began long before it wrote: it lies behind younger ones
	if err := pruneEvents(t.Context(), d.Doors().System(), time.Now().Add(-eventsKept)); err != nil {
		t.Fatal(err)
	}
	var left string
	if err := d.Admin.QueryRow(t.Context(), "select string_agg(distinct topic, ' ') from events").Scan(&left); err != nil || left != "young" {
		t.Errorf("left: %s, %v", left, err)
	}
}
