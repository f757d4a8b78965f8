// Package emit turns the model into files: the queries, the descriptions for the engine, the policies, the isolation cases.
//
// It writes text and reads none of the product's code, so that it works while that does not compile. Equal models give
// equal bytes.
package emit

import (
	"fmt"
	"slices"

	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
	"stoa/tools/stoagen/procedure"
)

// Output is what one run makes.
type Output struct {
	Files    map[string][]byte // by path below the root
	Problems *diag.List        // what cannot be generated; with any, nothing may be written
	Tables   []Summary
}

// Summary says what one resource became.
type Summary struct {
	Table   string
	File    string // of the schema
	Lines   int    // of its CREATE TABLE
	Queries int
	Pages   int
	Cases   int // of tests/isolation: each query behind each wall, each route for a stranger's tenant
}

// String is "widgets.sql 12 lines → 9 queries, 7 pages, 42 isolation cases".
func (s Summary) String() string {
	return fmt.Sprintf("%s: %s %d lines → %d queries, %d pages, %d isolation cases", s.Table, s.File, s.Lines, s.Queries, s.Pages, s.Cases)
}

// Input is what files are made of.
type Input struct {
	Schema  *model.Schema     // without problems
	Texts   map[string]string // the files of the schema, by the names that positions have
	Written Written           // queries written by hand: one of the same name is left out of what is generated
	Import  string            // where Go finds what is generated; "" is stoa/generated
	// Procedures are what plugins declare beside the schema.
	Procedures []*procedure.Procedure
}

func (in Input) home() string {
	if in.Import == "" {
		return "stoa/generated"
	}
	return in.Import
}

// Emit makes all files: of the tables whose text is given, or of all when no text is.
func Emit(in Input) Output {
	schema := in.Schema
	out := Output{Files: map[string][]byte{}, Problems: &diag.List{}}
	var tables []*table
	own := func(t *model.Table) bool { return in.Texts == nil || in.Texts[t.Pos.File] != "" }
	for _, t := range schema.Tables {
		if t.Resource != nil && own(t) {
			tables = append(tables, newTable(t, &out))
		}
	}
	slices.SortFunc(tables, byName)
	for _, t := range tables {
		t.written, t.home = in.Written, in.home()
		queries := t.queries()
		t.compare(queries)
		out.Files["queries/crud/"+t.Name+"_crud.sql"] = sqlFile(t, queries)
		text, err := goFile(t)
		if err != nil { // a mistake in the templates, not in the schema
			out.Problems.Add(t.Pos, "table %s: %v", t.Name, err)
			continue
		}
		out.Files["generated/resources/"+t.Name+".go"] = text
		out.Tables = append(out.Tables, t.summary(queries, in.Texts[t.Pos.File]))
	}
	listing, err := listFile(schema, tables, in.home(), own)
	if err != nil {
		out.Problems.Add(diag.Pos{}, "resources.go: %v", err)
	}
	out.Files["generated/resources/resources.go"] = listing
	out.Files["generated/policies.sql"] = policies(schema, own)
	if in.Import != "" { // a test application has no clients
		return out
	}
	groups := grouped(in.Procedures)
	out.Files["generated/renames.txt"] = renames(schema)
	if out.Files["generated/api/openapi.json"], err = document(tables, groups); err != nil {
		out.Problems.Add(diag.Pos{}, "openapi.json: %v", err)
	}
	out.Files["generated/api/api.go"] = []byte(apiFile)
	sdkFiles(tables, groups, &out)
	return out
}

func byName(a, b *table) int {
	switch {
	case a.Name < b.Name:
		return -1
	case a.Name > b.Name:
		return 1
	}
	return 0
}
