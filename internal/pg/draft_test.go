package pg_test

import (
	"errors"
	"io/fs"
	"log/slog"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"stoa/internal/dbtest"
	"stoa/internal/pg"
	"stoa/schema"
)

// with is the migrations that are compiled in, and one more.
func with(t *testing.T, name, text string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(schema.Migrations, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		data, err := fs.ReadFile(schema.Migrations, n)
		if err != nil {
			t.Fatal(err)
		}
		files[n] = &fstest.MapFile{Data: data}
	}
	maps.Copy(files, fstest.MapFS{name: {Data: []byte("-- +goose Up\n" + text)}})
	return files
}

func TestDrafts(t *testing.T) {
	t.Parallel()
	app, admin := dbtest.Empty(t)
	run := func(name, text string) error {
		return pg.Migrate(t.Context(), pg.MigrateOptions{AdminURL: admin, URL: app, Log: slog.New(slog.DiscardHandler), Files: with(t, name, text)})
	}
	err := run("90000_draft.sql", "-- hazard: DATA LOSS: all\nCREATE TABLE a ();\n")
	if err == nil || !strings.Contains(err.Error(), "90000_draft.sql:2: nobody has accepted this yet: DATA LOSS: all") {
		t.Errorf("a hazard that nobody accepted: %v", err)
	}
	if err := run("90000_draft.sql", "-- accepted: DATA LOSS: all\nCREATE TABLE a ();\n"); err != nil {
		t.Errorf("accepted: %v", err)
	}
	if err := run("90000_draft.sql", "CREATE TABLE a (b int);\n"); !errors.Is(err, pg.ErrDraftChanged) {
		t.Errorf("a draft that was changed after it ran: %v", err)
	}
	if err := run("90000_new_table.sql", "-- New table.\nCREATE TABLE a ();\n"); err != nil {
		t.Errorf("the draft under its name: %v", err)
	}
	if err := run("90000_new_table.sql", "-- New table.\nCREATE TABLE a ();\n"); err != nil {
		t.Errorf("once more: %v", err)
	}
}

func TestPlan(t *testing.T) {
	t.Parallel()
	app, admin := dbtest.Empty(t)
	o := pg.MigrateOptions{AdminURL: admin, URL: app, Log: slog.New(slog.DiscardHandler), Files: schema.Migrations}
	all, err := pg.Plan(t.Context(), o)
	if err != nil || len(all) < 4 || all[0].File != "00001_main_job.sql" {
		t.Errorf("an empty database: %d migrations, %v", len(all), err)
	}
	if err := pg.Migrate(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	if all, err = pg.Plan(t.Context(), o); err != nil || len(all) != 0 {
		t.Errorf("a new one: %v, %v", all, err)
	}
	o.Files = with(t, "90000_more.sql", "-- accepted: LOCK: things\nCREATE TABLE a ();\n")
	if all, err = pg.Plan(t.Context(), o); err != nil || len(all) != 1 || len(all[0].Hazards) != 1 || all[0].Hazards[0] != "LOCK: things" {
		t.Errorf("one behind: %v, %v", all, err)
	}
}
