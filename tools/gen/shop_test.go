package gen

import (
	"testing"

	"stoa/tools/sqlcheck"
)

// The queries of the application that the engine is tried with are bound to their tenant like the product's.
func TestTheShopIsBoundToItsTenants(t *testing.T) {
	t.Parallel()
	trees := Trees("../..")
	if len(trees) != 2 {
		t.Fatal("there is no shop")
	}
	dir := t.TempDir()
	if err := copyInputs(trees[1], dir); err != nil {
		t.Fatal(err)
	}
	queries, err := listFiles(trees[1].Root, crud, isSQL)
	if err != nil || len(queries) == 0 {
		t.Fatal("no queries", err)
	}
	if err := copyFiles(trees[1].Root, dir, queries); err != nil {
		t.Fatal(err)
	}
	if problems, err := sqlcheck.Dir(dir, sqlcheck.Stoa); err != nil || len(problems) > 0 {
		t.Errorf("the tenant check refuses the shop: %v %v", problems, err)
	}
}
