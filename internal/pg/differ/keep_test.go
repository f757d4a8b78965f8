package differ_test

import (
	"testing"
	"testing/fstest"

	"stoa/internal/dbtest"
	"stoa/internal/pg/differ"
)

// A draft that begins with what the last one migrated is the same as one that migrates anew, whatever became of the files.
func TestKept(t *testing.T) {
	t.Parallel()
	admin := dbtest.New(t).AdminURL
	schema := fstest.MapFS{"a.sql": {Data: []byte("CREATE TABLE kept_a (x int, y int);\nCREATE TABLE kept_b (x int);\n")}}
	files := func(texts ...string) fstest.MapFS {
		all := fstest.MapFS{}
		for i, text := range texts {
			all["0000"+string(rune('1'+i))+"_x.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + text + ";\n")}
		}
		return all
	}
	a, b := "CREATE TABLE kept_a (x int)", "CREATE TABLE kept_b (x int)"
	addY, makeB := "ALTER TABLE kept_a ADD COLUMN y integer", "CREATE TABLE kept_b (\n  x integer\n)"
	for _, c := range []struct {
		name  string
		files fstest.MapFS
		want  []string
	}{
		{"new", files(a), []string{makeB, addY}},
		{"the same", files(a), []string{makeB, addY}},
		{"one more", files(a, b), []string{addY}},
		{"one that is broken", files(a, b, "CREATE"), nil},
		{"mended", files(a, b, "ALTER TABLE kept_a ADD COLUMN y int"), nil},
		{"one less", files(a), []string{makeB, addY}},
		{"another", files(b), []string{"CREATE TABLE kept_a (\n  x integer,\n  y integer\n)"}},
	} {
		plan, err := differ.Draft(t.Context(), admin, differ.Input{Schema: schema, Migrations: c.files, Keep: true})
		if (err != nil) != (c.name == "one that is broken") {
			t.Fatalf("%s: %v", c.name, err)
		}
		if len(plan) != len(c.want) {
			t.Errorf("%s: the plan is %v, want %v", c.name, plan, c.want)
			continue
		}
		for i, s := range plan {
			if s.SQL != c.want[i] {
				t.Errorf("%s: step %d is %q, want %q", c.name, i, s.SQL, c.want[i])
			}
		}
	}
}
