package procedure_test

import (
	"strings"
	"testing"

	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/procedure"
)

const good = `package notes

var move = procedure.Procedure[MoveInput, MoveOutput]{Name: "Notes.Move", Title: "Move a note", Method: "POST", Path: "/notes/{id}/move", Scope: "notes:move"}

// MoveInput is where a note goes.
type MoveInput struct {
	ID   uuid.UUID ` + "`json:\"id\"`" + ` // The note.
	To   string ` + "`json:\"to\" length:\"1..9\" oneof:\"a b\"`" + `
	Tags []string ` + "`json:\"tags\" length:\"0..3\"`" + `
}

type MoveOutput struct {
	At   time.Time ` + "`json:\"at\"`" + `
	From *Place ` + "`json:\"from,omitempty\"`" + `
}

type Place struct {
	Name string ` + "`json:\"name\"`" + `
}

type Unused struct{}
`

func TestRead(t *testing.T) {
	t.Parallel()
	problems := &diag.List{}
	all := procedure.Read("handlers/notes/procedures.go", []byte(good), problems)
	if !problems.Empty() || len(all) != 1 {
		t.Fatalf("%d procedures, %s", len(all), problems)
	}
	p := all[0]
	if p.Name != "Notes.Move" || p.In.Doc != "Where a note goes." || len(p.Structs) != 3 || p.In.Fields[0].Doc != "The note." || p.In.Fields[1].Long != 9 || len(p.In.Fields[1].OneOf) != 2 ||
		!p.In.Fields[2].List || p.In.Fields[2].Required() || p.Out.Fields[1].Of.Name != "Place" || !p.Out.Fields[1].Omitted {
		t.Errorf("read %+v", p)
	}
}

// What cannot be read as text is told with its place.
func TestProblems(t *testing.T) {
	t.Parallel()
	for change, want := range map[string]string{
		`Name: "Notes.Move"|Name: "move"`: `3:12: a procedure needs a Name`, `Path: "/notes/{id}/move"|Path: "notes"`: "needs a Path",
		`Path: "/notes/{id}/move"|Path: "/notes/{no}/move"`: "the input has no id for {no}", `Method: "POST"|Method: "PUT"`: "needs a Method",
		`Method: "POST"|Method: "POST", Events: true`: "answers with events", `Scope: "notes:move"|Scope: scope`: "procedures are read as text",
		`Scope: "notes:move"|Scope: "notes"`: "needs a Scope", `Title: "Move a note", |`: "needs a Title", `To   string|To   other.Type`: "want a struct that this file declares",
		`length:"1..9"|length:"x..9"`: "want length", `type Unused struct{}|type Unused int`: "only structs", `package notes|packag notes`: "this is not Go",
	} {
		old, replacement, _ := strings.Cut(change, "|")
		problems := &diag.List{}
		procedure.Read("p.go", []byte(strings.Replace(good, old, replacement, 1)), problems)
		if !strings.Contains(problems.String(), want) {
			t.Errorf("%s: %q", change, problems)
		}
	}
}
