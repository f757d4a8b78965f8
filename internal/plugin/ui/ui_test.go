package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
)

// world has two resources, a table without pages, and a component of each kind.
var world = World{
	Tables: map[string]manifest.SchemaTable{
		"notes": {Columns: []string{"id", "title", "created_at"}}, "widgets": {Columns: []string{"id", "name"}}, "conversations": {Columns: []string{"id"}},
	},
	Resources: []string{"notes", "widgets"},
	Off:       map[string]string{"Map": "maps"},
	Components: []manifest.Component{
		{Name: "DataTable", Props: []manifest.Prop{
			{Name: "rows", Kind: manifest.List, Required: true, Doc: "which rows"}, {Name: "columns", Kind: manifest.Fields},
			{Name: "by", Kind: manifest.Column}, {Name: "title", Kind: manifest.Text},
		}},
		{Name: "Detail", Props: []manifest.Prop{{Name: "of", Kind: manifest.Record, Required: true, Doc: "what is shown"}}},
		{Name: "ChatInterface", Props: []manifest.Prop{{Name: "conversation", Kind: manifest.Record, Table: "conversations", Required: true, Doc: "whose messages"}}},
		{Name: "Chart", Props: []manifest.Prop{
			{Name: "kind", Kind: manifest.Text, OneOf: []string{"bars", "line"}}, {Name: "days", Kind: manifest.Number}, {Name: "table", Kind: manifest.Switch},
		}},
	},
}

// A case is a file; what must be said of it stands beside it. UPDATE=1 writes that.
func TestGolden(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*/ui.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			problems := &strict.Problems{}
			u := Read("ui.yaml", text, world, problems)
			var b strings.Builder
			for _, p := range problems.All() {
				b.WriteString(p.String() + "\n")
			}
			b.WriteString(u.Theme.CSS())
			wanted := filepath.Join(filepath.Dir(file), "want.txt")
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(wanted, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(wanted)
			if err != nil || b.String() != string(want) {
				t.Errorf("said\n%s\nwant\n%s%v", b.String(), want, err)
			}
		})
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	problems := &strict.Problems{}
	u := Read("ui.yaml", []byte(`
pages:
  - path: notes/:id/deep
    title: Deep
    allow: admin
    sections:
      - Detail: {of: "notes.get(:id)"}
      - DataTable: {rows: "notes.list(sort: -created_at, limit: 3)", columns: [title]}
resources: {widgets: false}
`), world, problems)
	if len(problems.All()) > 0 {
		t.Fatal(problems.All())
	}
	p := u.Pages[0]
	if p.Path != "/notes/:id/deep" || p.Layout != "document" || p.Allow != "admin" || len(p.Sections) != 2 {
		t.Errorf("page: %+v", p)
	}
	if b := p.Sections[1].Args["rows"].Binding; b != (Binding{Table: "notes", Verb: "list", Sort: "-created_at", Limit: 3}) {
		t.Errorf("binding: %+v", b)
	}
	if !u.Off("widgets") {
		t.Error("widgets have pages")
	}
	if _, said := u.Resources["notes"]; said || u.Off("notes") {
		t.Error("nobody spoke of notes")
	}
}

// Every colour that can be chosen gives text and buttons that can be read, in light and dark.
func TestContrast(t *testing.T) {
	t.Parallel()
	for r := 0; r < 256; r += 17 {
		for g := 0; g < 256; g += 17 {
			for b := 0; b < 256; b += 17 {
				c := colour{uint8(r), uint8(g), uint8(b)}
				if contrast(c, lightPage) < legible {
					continue // is refused
				}
				dark := c.until(white, func(c colour) bool { return contrast(c, darkPage) >= legible+1 })
				for what, ratio := range map[string]float64{
					"on light": contrast(onTop(c), c), "in the dark": contrast(dark, darkPage), "on dark": contrast(onTop(dark), dark),
				} {
					if ratio < legible {
						t.Errorf("%s %s: %.2f", c, what, ratio)
					}
				}
			}
		}
	}
}
