package gen

import (
	"encoding/json"
	"io"

	"stoa/tools/stoagen"
)

// table is what the configuration may name of a table.
type table struct {
	Columns   []string
	Broadcast []string `json:",omitempty"` // the changes that its @realtime tells
	Resource  bool     `json:",omitempty"`
}

// Tables writes the tables of the product's schema and what is wrong with it. It reads text only, so it serves while nothing compiles.
func Tables(root string, w io.Writer) error {
	files, err := sources(root, "schema")
	if err != nil {
		return err
	}
	schema, problems := stoagen.Compile(files)
	out := struct {
		Problems []string `json:",omitempty"`
		Tables   map[string]table
	}{Tables: map[string]table{}}
	for _, p := range problems.Sorted() {
		out.Problems = append(out.Problems, p.String())
	}
	for _, t := range schema.Tables {
		one := table{Resource: t.Resource != nil}
		for _, c := range t.Columns {
			one.Columns = append(one.Columns, c.Name)
		}
		if t.Realtime != nil {
			one.Broadcast = t.Realtime.Broadcast.Value
		}
		out.Tables[t.Name] = one
	}
	return json.NewEncoder(w).Encode(out)
}
