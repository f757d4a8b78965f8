package isolation

import (
	"net/http"
	"strings"
	"testing"
)

// The page of the walls finds none missing as we ship them, counts what is there, and names a table without a policy.
func TestThePageOfTheWalls(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	a := newSide(t, x.db.Admin, "alpha")
	page := func() string {
		res := x.do(t, request{method: http.MethodGet, path: "/settings/isolation", cookie: a.ownerCookie})
		if res.status != http.StatusOK {
			t.Fatalf("got %d", res.status)
		}
		return res.body
	}
	body := page()
	if !strings.Contains(body, "tables are as they should be") {
		t.Errorf("something is wrong with our own tables: %s", body)
	}
	for _, table := range x.tables {
		if !strings.Contains(body, `id="table-`+table.name+`"`) {
			t.Errorf("the page lacks %s", table.name)
		}
	}
	if _, err := x.db.Admin.Exec(t.Context(), "create table forgotten (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id))"); err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"One table does not keep companies apart", "forgotten", "row-level security is off", "it has no policy"} {
		if !strings.Contains(page(), words) {
			t.Errorf("the page does not say %q", words)
		}
	}
}
