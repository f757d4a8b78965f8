package pg_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/internal/dbtest"
)

func TestTypesRoundTrip(t *testing.T) {
	t.Parallel()
	pool := dbtest.New(t).App
	id, at := uuid.New(), time.Date(2026, 3, 29, 1, 30, 0, 0, time.FixedZone("", 2*3600))
	for _, mode := range []pgx.QueryExecMode{pgx.QueryExecModeCacheStatement, pgx.QueryExecModeExec, pgx.QueryExecModeSimpleProtocol} {
		t.Run(mode.String(), func(t *testing.T) {
			var one uuid.UUID
			var some, none *uuid.UUID
			var many []uuid.UUID
			var when time.Time
			var whens []time.Time
			err := pool.QueryRow(t.Context(), "select $1::uuid, $2::uuid, $3::uuid, $4::uuid[], $5::timestamptz, array[$5::timestamptz]",
				mode, id, &id, none, []uuid.UUID{id, uuid.Nil}, at).Scan(&one, &some, &none, &many, &when, &whens)
			if err != nil {
				t.Fatal(err)
			}
			if one != id || some == nil || *some != id || none != nil || !slices.Equal(many, []uuid.UUID{id, uuid.Nil}) {
				t.Errorf("ids: %v %v %v %v", one, some, none, many)
			}
			for _, w := range append(whens, when) {
				if !w.Equal(at) || w.Location() != time.UTC {
					t.Errorf("time: %v", w)
				}
			}
		})
	}
	var into uuid.UUID
	if err := pool.QueryRow(t.Context(), "select null::uuid").Scan(&into); err == nil {
		t.Error("NULL was scanned into a uuid")
	}
}

func BenchmarkScanUUID(b *testing.B) {
	pool := dbtest.New(b).App
	b.ReportAllocs()
	for b.Loop() {
		rows, err := pool.Query(b.Context(), "select gen_random_uuid() from generate_series(1, 1000)")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID]); err != nil {
			b.Fatal(err)
		}
	}
}
