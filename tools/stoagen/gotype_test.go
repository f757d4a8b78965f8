package stoagen

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"stoa/tools/stoagen/model"
)

// The Go types of the model are those that sqlc gives the same columns, by the project's own sqlc.yaml.
func TestGoTypesAreThoseOfSqlc(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	config := read(t, "../../sqlc.yaml")
	write(t, dir+"/sqlc.yaml", strings.Replace(config, "omit_unused_structs: true", "omit_unused_structs: false", 1))
	write(t, dir+"/queries/one.sql", "-- name: One :one\nSELECT id FROM tenants WHERE id = @id;\n")
	write(t, dir+"/queries/crud/two.sql", "-- name: Two :one\nSELECT id FROM tenants WHERE id = @id;\n")
	files, err := Read("../../schema")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, File{"every_type.sql", read(t, "testdata/ok/infer_type/app.sql")})
	for _, f := range files {
		write(t, dir+"/schema/"+filepath.Base(f.Name), f.Text)
	}
	sqlc := exec.Command("go", "tool", "sqlc", "generate", "-f", dir+"/sqlc.yaml")
	if out, err := sqlc.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	structs := structsOf(t, dir+"/generated/db/models.go")
	schema, _ := Compile(files)
	for _, table := range schema.Tables {
		compareTypes(t, table, structFor(structs, table))
	}
}

func compareTypes(t *testing.T, table *model.Table, fields map[string]string) {
	t.Helper()
	if fields == nil {
		t.Errorf("sqlc made no struct of table %s", table.Name)
		return
	}
	for _, c := range table.Columns {
		if got := fields[lower(c.Name)]; got != c.Go.Name && c.Type.Domain == nil {
			t.Errorf("%s.%s is %s, sqlc has %s", table.Name, c.Name, c.Go.Name, got)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// structsOf lists the fields of each struct in a file: lower-case name to type.
func structsOf(t *testing.T, path string) []map[string]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]string
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.StructType)
		if !ok {
			return true
		}
		fields := map[string]string{}
		for _, f := range s.Fields.List {
			for _, name := range f.Names {
				fields[strings.ToLower(name.Name)] = types.ExprString(f.Type)
			}
		}
		all = append(all, fields)
		return true
	})
	return all
}

// structFor is the struct with a field for each column and no other, or nil.
func structFor(structs []map[string]string, table *model.Table) map[string]string {
	for _, fields := range structs {
		same := len(fields) == len(table.Columns)
		for _, c := range table.Columns {
			same = same && fields[lower(c.Name)] != ""
		}
		if same {
			return fields
		}
	}
	return nil
}

func lower(column string) string { return strings.ReplaceAll(column, "_", "") }
