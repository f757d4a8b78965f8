package manifest_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
)

const notes = `package notes

var Manifest = manifest.Manifest{
	ID: "notes", Version: "1", Core: true,
	Doc: "Notes " + "of a company.",
	Requires: manifest.Requires{
		Plugins: []string{"auth"},
		Tables:  []manifest.Table{{Name: "notes", Columns: []string{"id", "title"}}},
		Env:     []manifest.Env{{Name: "NOTES_KEY", Secret: true, Required: true, Doc: "Opens them."}},
	},
	Provides: manifest.Provides{Components: []manifest.Component{{Name: "Notes", Props: []manifest.Prop{{Name: "of", Kind: manifest.List}}}}},
	Config:   Config{Most: 64 << 10, Wait: 5 * time.Minute, Kinds: []string{"a"}, Rules: []Rule{{Name: "x"}}},
}

// Config is the section of the plugin.
type Config struct {
	// So many are kept.
	Most int ` + "`range:\"1..9\"`" + `
	Wait time.Duration // between two looks
	Kinds []string     // that are known
	Rules []Rule       // of them
}

type Rule struct {
	Name string // of the rule
}
`

func TestRead(t *testing.T) {
	t.Parallel()
	problems := &strict.Problems{}
	s, ok := manifest.Read("notes.go", []byte(notes), problems)
	if !ok || len(problems.All()) > 0 {
		t.Fatalf("not read: %v", problems.All())
	}
	if s.ID != "notes" || !s.Core || s.Doc != "Notes of a company." || s.Requires.Tables[0].Columns[1] != "title" || !s.Requires.Env[0].Required ||
		s.Provides.Components[0].Props[0].Kind != manifest.List {
		t.Errorf("read as %+v", s.Manifest)
	}
	c := reflect.ValueOf(s.Config)
	if c.FieldByName("Most").Int() != 64<<10 || c.FieldByName("Wait").Int() != int64(5*time.Minute) || c.FieldByName("Rules").Index(0).Field(0).String() != "x" {
		t.Errorf("options read as %+v", s.Config)
	}
	f, _ := c.Type().FieldByName("Most")
	if f.Tag.Get("doc") != "So many are kept." || f.Tag.Get("range") != "1..9" {
		t.Errorf("the tag of an option is %s", f.Tag)
	}
	if at := s.At("Requires.Tables[0].Columns[1]"); at.String() != "notes.go:8:69" {
		t.Errorf("a column stands at %s", at)
	}
	if at := s.At("Requires.Env[0].Name"); at.Line != 9 {
		t.Errorf("a variable stands at %s", at)
	}
}

// What is read as text is what the program holds: the manifests of the tree stay literals.
func TestEveryManifestIsReadAsText(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../../handlers/*/plugin.go")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d manifests, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "manifest.Manifest{") { // a part of the platform that is always on
			continue
		}
		problems := &strict.Problems{}
		s, _ := manifest.Read(file, text, problems)
		if len(problems.All()) > 0 {
			t.Errorf("%s: %v", file, problems.All())
		}
		if folder := filepath.Base(filepath.Dir(file)); s.ID != folder {
			t.Errorf("%s: the id is %q, the folder %q", file, s.ID, folder)
		}
	}
}
