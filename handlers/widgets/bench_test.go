package widgets_test

import (
	"fmt"
	"net/http"
	"net/url"
	"testing"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/internal/plugin"
)

// BenchmarkList is the list page of 25 rows, from the request to the last byte, PostgreSQL included.
func BenchmarkList(b *testing.B) {
	w := crudtest.New(b, crudtest.Subject{
		Resource: resources.Widgets(),
		Mount: func(e *crud.Engine, r plugin.Routes) {
			crud.Mount(e, r, resources.Widgets(), crud.Overrides[db.ListWidgetsRow]{})
		},
		Valid: func(_ *crudtest.World, n int) url.Values { return url.Values{"name": {fmt.Sprint("Widget ", n)}} },
	})
	for n := range 60 {
		w.Owner.Make(n)
	}
	for b.Loop() {
		w.Owner.Get(http.StatusOK, "/widgets")
	}
}
