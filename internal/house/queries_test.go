package house

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"testing"

	"stoa/internal/dbtest"
)

// sqlc reads SQL without a database and lets some of it pass that PostgreSQL refuses. So every generated statement is
// prepared on the migrated schema, which also shows that schema/ and its migrations agree on what the queries use.
func TestQueriesPrepare(t *testing.T) {
	t.Parallel()
	statements := generatedStatements(t)
	ctx := context.Background()
	conn, err := dbtest.New(t).Admin.Acquire(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Release()
	for name, sql := range statements {
		if _, err := conn.Conn().Prepare(ctx, name, sql); err != nil {
			t.Errorf("query %s: %v", name, err)
		}
	}
}

// generatedStatements reads the SQL constants of sqlc's output by their names.
func generatedStatements(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "generated/db/*.sql.go"))
	if err != nil {
		t.Fatal(err)
	}
	statements := map[string]string{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			constants(t, decl, statements)
		}
	}
	if len(statements) < 10 {
		t.Fatalf("only %d statements in %v", len(statements), files)
	}
	return statements
}

func constants(t *testing.T, decl ast.Decl, into map[string]string) {
	t.Helper()
	group, ok := decl.(*ast.GenDecl)
	if !ok || group.Tok != token.CONST {
		return
	}
	for _, spec := range group.Specs {
		value := spec.(*ast.ValueSpec)
		literal, ok := value.Values[0].(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			continue
		}
		text, err := strconv.Unquote(literal.Value)
		if err != nil {
			t.Fatal(err)
		}
		into[value.Names[0].Name] = text
	}
}
