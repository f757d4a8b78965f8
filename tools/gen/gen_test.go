package gen_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"stoa/tools/gen"
)

func write(t *testing.T, root, path, text string) {
	t.Helper()
	full := filepath.Join(root, path)
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func exists(root, path string) bool {
	_, err := os.Stat(filepath.Join(root, path))
	return err == nil
}

func TestApply(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	write(t, root, "generated/db/kept.go", "same")
	write(t, root, "generated/db/edited.go", "by hand")
	write(t, root, "generated/db/old.sql.go", "its query file is gone")
	write(t, root, "views/chat/page.templ", "source")
	write(t, root, "views/chat/gone_templ.go", "its source is gone")
	write(t, root, "views/chat/chat.go", "by hand")
	write(t, root, "queries/crud/old_crud.sql", "listed by the last run")
	write(t, root, gen.Manifest, "# head\nqueries/crud/old_crud.sql\n../outside\n")
	write(t, filepath.Dir(root), "outside", "not ours")
	want := gen.Files{
		"generated/db/kept.go":      []byte("same"),
		"generated/db/edited.go":    []byte("made"),
		"views/chat/page_templ.go":  []byte("made"),
		gen.Manifest:                []byte("new"),
		"generated/db/other.sql.go": []byte("made"),
	}

	got, err := gen.Compare(root, want)
	if err != nil {
		t.Fatal(err)
	}
	expected := gen.Diff{
		Stale: []string{gen.Manifest, "generated/db/edited.go"},
		Lacks: []string{"generated/db/other.sql.go", "views/chat/page_templ.go"},
		Extra: []string{"generated/db/old.sql.go", "queries/crud/old_crud.sql", "views/chat/gone_templ.go"},
	}
	if !slices.Equal(got.Stale, expected.Stale) || !slices.Equal(got.Lacks, expected.Lacks) || !slices.Equal(got.Extra, expected.Extra) {
		t.Fatalf("got %+v, want %+v", got, expected)
	}
	if !exists(root, "generated/db/old.sql.go") {
		t.Fatal("Compare changed the tree")
	}

	if _, err := gen.Apply(root, want, false); err != nil {
		t.Fatal(err)
	}
	for _, p := range expected.Extra {
		if exists(root, p) {
			t.Errorf("%s is still there", p)
		}
	}
	for _, p := range []string{"views/chat/chat.go", "views/chat/page.templ", "../outside"} {
		if !exists(root, p) {
			t.Errorf("%s was removed", p)
		}
	}
	if again, err := gen.Compare(root, want); err != nil || !again.Empty() {
		t.Errorf("after Apply: %+v, %v", again, err)
	}
}

func TestEditedByHand(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	first := gen.Files{"generated/a.go": []byte("made"), "queries/crud/a_crud.sql": []byte("made")}
	if _, err := gen.Apply(root, gen.WithManifest(first), false); err != nil {
		t.Fatal(err)
	}
	write(t, root, "generated/a.go", "work of an afternoon")
	write(t, root, "queries/crud/mine.sql", "in a folder that is wholly generated")
	next := gen.WithManifest(gen.Files{"generated/a.go": []byte("made anew"), "queries/crud/a_crud.sql": []byte("made anew")})

	diff, err := gen.Compare(root, next)
	if err != nil {
		t.Fatal(err)
	}
	want := "edited by hand: generated/a.go\nstale: generated/MANIFEST\nstale: queries/crud/a_crud.sql\nextra: queries/crud/mine.sql\n"
	if diff.String() != want {
		t.Errorf("got\n%s\nwant\n%s", diff, want)
	}
	_, err = gen.Apply(root, next, false)
	if err == nil || !strings.Contains(err.Error(), "generated/a.go") || !strings.Contains(err.Error(), "-force") {
		t.Errorf("an edited file: got %v", err)
	}
	if text, _ := os.ReadFile(filepath.Join(root, "queries/crud/a_crud.sql")); string(text) != "made" {
		t.Error("a refused run changed the tree")
	}
	if _, err := gen.Apply(root, next, true); err != nil {
		t.Fatal(err)
	}
	if again, err := gen.Compare(root, next); err != nil || !again.Empty() {
		t.Errorf("after a forced run: %s, %v", again, err)
	}
}
