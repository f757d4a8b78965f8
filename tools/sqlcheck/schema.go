package sqlcheck

import (
	"fmt"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"
)

// Schema holds the tables by name.
type Schema map[string]*Table

// Table is what the check needs to know of a table.
type Table struct {
	Name    string
	Columns map[string]bool
	Global  bool // annotated @global: rows belong to no single tenant
}

// Key is the column that ties a row to its tenant, or "" when none does.
func (t *Table) Key() string {
	switch {
	case t.Name == "tenants":
		return "id"
	case t.Global:
		return ""
	default:
		return "tenant_id"
	}
}

// ParseSchema reads the tables of the schema files. A table has either a tenant_id column or the annotation @global.
func ParseSchema(files []File) (Schema, []Problem) {
	schema := Schema{}
	var problems []Problem
	for _, f := range files {
		tree, err := pg.Parse(f.Text)
		if err != nil {
			problems = append(problems, Problem{File: f.Name, Line: errorLine(err, f.Text, 1), Text: err.Error()})
			continue
		}
		for _, raw := range tree.Stmts {
			create := raw.Stmt.GetCreateStmt()
			if create == nil {
				continue
			}
			table := tableOf(create)
			pos := int(create.Relation.Location)
			table.Global = annotated(f.Text, pos, "@global")
			schema[table.Name] = table
			if !table.Global && !table.Columns["tenant_id"] {
				problems = append(problems, Problem{File: f.Name, Line: lineAt(f.Text, pos, 1),
					Text: fmt.Sprintf("table %s has no tenant_id and is not annotated @global", table.Name)})
			}
		}
	}
	return schema, problems
}

func tableOf(create *pg.CreateStmt) *Table {
	table := &Table{Name: create.Relation.Relname, Columns: map[string]bool{}}
	for _, element := range create.TableElts {
		if column := element.GetColumnDef(); column != nil {
			table.Columns[column.Colname] = true
		}
	}
	return table
}

// annotated reports whether the comment lines directly above the line of pos hold the word.
func annotated(text string, pos int, word string) bool {
	lines := strings.Split(text[:pos], "\n")
	for i := len(lines) - 2; i >= 0; i-- {
		comment, ok := strings.CutPrefix(strings.TrimSpace(lines[i]), "--")
		if !ok {
			return false
		}
		for _, field := range strings.Fields(comment) {
			if field == word {
				return true
			}
		}
	}
	return false
}
