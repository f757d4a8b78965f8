// Package sqlcheck proves on the parsed SQL that no query reaches past its tenant.
//
// The first wall: in every query each tenant table that is read or written is bound to @tenant_id at its own level.
// A table is bound by a conjunct alias.tenant_id = @tenant_id in the WHERE of that level, in the ON of an inner join,
// in the ON of an outer join for its nullable side, or by equality with the tenant_id of a table that is bound.
// What the check does not understand it refuses.
package sqlcheck

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Rules names the tables that are treated apart.
type Rules struct {
	// SystemFile is the base name of the query file that runs before or beside a tenant; a plugin's own is named after it,
	// system_chat.sql.
	SystemFile string
	// System lists the only tables that the system file may touch.
	System []string
	// Public lists global tables that any query may read but not write.
	Public []string
}

// Stoa holds the rules of this project.
var Stoa = Rules{
	SystemFile: "system.sql",
	System: []string{
		"tenants", "users", "memberships", "sessions", "throttles", "invitations", "generations", "api_tokens",
		"events", "reservations", "prices", "imports", "knowledge_versions", "knowledge_stats", "knowledge_models",
	},
	Public: []string{"prices"},
}

// system reports whether a query file runs before or beside a tenant. Generated ones never do, whatever their table is called.
func (r Rules) system(file string) bool {
	base := path.Base(file)
	if path.Base(path.Dir(file)) == "crud" {
		return false
	}
	return base == r.SystemFile || strings.HasPrefix(base, strings.TrimSuffix(r.SystemFile, ".sql")+"_")
}

// Problem is one breach; Line counts from 1.
type Problem struct {
	File  string
	Line  int
	Query string // empty outside a query
	Text  string
}

// String is "file:line: query Name: text".
func (p Problem) String() string {
	if p.Query == "" {
		return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text)
	}
	return fmt.Sprintf("%s:%d: query %s: %s", p.File, p.Line, p.Query, p.Text)
}

// Dir checks queries/*.sql and queries/crud/*.sql below root against the tables of schema/*.sql.
// Paths in problems are relative to root. The error is about reading files, never about their content.
func Dir(root string, rules Rules) ([]Problem, error) {
	schemaFiles, err := sqlFiles(root, "schema")
	if err != nil {
		return nil, err
	}
	schema, problems := ParseSchema(schemaFiles)
	for _, dir := range []string{"queries", "queries/crud"} {
		files, err := sqlFiles(root, dir)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			problems = append(problems, Queries(f, schema, rules)...)
		}
	}
	return problems, nil
}

// File is a source file: its name for messages, and its text.
type File struct {
	Name string
	Text string
}

func sqlFiles(root, dir string) ([]File, error) {
	paths, err := filepath.Glob(filepath.Join(root, dir, "*.sql"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	var files []File
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		files = append(files, File{Name: dir + "/" + filepath.Base(path), Text: string(text)})
	}
	return files, nil
}

// lineAt is the line of byte offset pos, counted from first.
func lineAt(text string, pos, first int) int {
	return first + strings.Count(text[:min(max(pos, 0), len(text))], "\n")
}
