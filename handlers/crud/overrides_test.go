package crud_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/a-h/templ"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

// said writes a text as a component.
func said(format string, args ...any) templ.Component { return templ.Raw(fmt.Sprintf(format, args...)) }

func mounted(t *testing.T, o crud.Overrides[db.ListWidgetsRow]) *crudtest.World {
	return crudtest.New(t, crudtest.Subject{
		Resource: resources.Widgets(),
		Mount:    func(e *crud.Engine, r plugin.Routes) { crud.Mount(e, r, resources.Widgets(), o) },
		Valid:    func(_ *crudtest.World, n int) url.Values { return url.Values{"name": {fmt.Sprint("Widget ", n)}} },
	})
}

func sees(t *testing.T, page crudtest.Answer, words ...string) {
	t.Helper()
	for _, word := range words {
		if !strings.Contains(page.Body, word) {
			t.Errorf("the page lacks %q", word)
		}
	}
}

func TestSlots(t *testing.T) {
	t.Parallel()
	name := func(w *db.ListWidgetsRow) string {
		if w == nil {
			return "new"
		}
		return w.Name
	}
	w := mounted(t, crud.Overrides[db.ListWidgetsRow]{Slots: crud.Slots[db.ListWidgetsRow]{
		ListHeader: func(_ context.Context, p *session.Principal) (templ.Component, error) {
			return said("header for %s", p.Role), nil
		},
		Empty:   func(*session.Principal) templ.Component { return said("nothing here") },
		RowMenu: func(_ *session.Principal, w db.ListWidgetsRow) templ.Component { return said("menu of %s", w.Name) },
		DetailAside: func(_ *session.Principal, w db.ListWidgetsRow) templ.Component {
			return said("aside of %s", w.PublicID)
		},
		FormBefore: func(_ *session.Principal, w *db.ListWidgetsRow) templ.Component { return said("before %s", name(w)) },
		FormAfter:  func(_ *session.Principal, w *db.ListWidgetsRow) templ.Component { return said("after %s", name(w)) },
	}})
	sees(t, w.Owner.Get(http.StatusOK, "/widgets"), "header for owner", "nothing here")
	sees(t, w.Owner.Get(http.StatusOK, "/widgets/new"), "before new", "after new")
	id := w.Owner.Make(1)
	sees(t, w.Owner.Get(http.StatusOK, "/widgets"), "menu of Widget 1")
	sees(t, w.Owner.Get(http.StatusOK, "/widgets/"+id), "aside of "+w.Text("select public_id from widgets where id = $1", id))
	sees(t, w.Owner.Get(http.StatusOK, "/widgets/"+id+"/edit"), "before Widget 1", "after Widget 1")
}

func TestPages(t *testing.T) {
	t.Parallel()
	w := mounted(t, crud.Overrides[db.ListWidgetsRow]{Pages: crud.Pages[db.ListWidgetsRow]{
		List: func(p views.ListProps, rows []db.ListWidgetsRow) templ.Component {
			return said("%s: %s", p.Title, rows[0].Name)
		},
		Detail: func(p views.DetailProps, w db.ListWidgetsRow) templ.Component {
			return said("%s in %s", p.Record.Title, w.Colour)
		},
		Form: func(p views.FormProps, w *db.ListWidgetsRow) templ.Component { return said("%s %t", p.Title, w == nil) },
	}})
	id := w.Owner.Make(1)
	sees(t, w.Owner.Get(http.StatusOK, "/widgets"), "Widgets: Widget 1")
	sees(t, w.Owner.Get(http.StatusOK, "/widgets/"+id), "Widget 1 in #0f5c75")
	sees(t, w.Owner.Get(http.StatusOK, "/widgets/new"), "New widget true")
	sees(t, w.Owner.Get(http.StatusOK, "/widgets/"+id+"/edit"), "Edit widget false")
}

// steps records in which order the steps of writes came.
type steps struct {
	mu   sync.Mutex
	came []string
	fail string
}

func (s *steps) note(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.came = append(s.came, name)
	if s.fail == name {
		return errs.New(errs.Invalid, "Not today.")
	}
	return nil
}

func (s *steps) take() (came []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	came, s.came = s.came, nil
	return came
}

func (s *steps) in(name string) func(context.Context, pgx.Tx, *crud.Change) error {
	return func(context.Context, pgx.Tx, *crud.Change) error { return s.note(name) }
}

func TestSteps(t *testing.T) {
	t.Parallel()
	s := &steps{}
	w := mounted(t, crud.Overrides[db.ListWidgetsRow]{Steps: crud.Steps{
		Normalise: func(_ context.Context, c *crud.Change) {
			c.Values["name"] = strings.TrimPrefix(resource.As[string](c.Values, "name"), "the ")
		},
		Validate: func(_ context.Context, c *crud.Change, fields errs.Fields) {
			if c.Values["name"] == "forbidden" {
				fields.Add("name", "Not this one.")
			}
		},
		Scope: func(p *session.Principal, q *resource.Query) {
			q.Search = map[string]string{"member": "shared"}[p.Role]
		},
		BeforeCreate: s.in("before create"), AfterCreate: s.in("after create"),
		BeforeUpdate: s.in("before update"), AfterUpdate: s.in("after update"),
		BeforeDelete: s.in("before delete"), AfterDelete: s.in("after delete"),
		AfterCommit: func(context.Context, crud.Change) error {
			_ = s.note("commit")
			return errors.New("too late to matter")
		},
	}})
	sees(t, w.Owner.Post(http.StatusUnprocessableEntity, "/widgets", url.Values{"name": {"the forbidden"}}), "Not this one.")
	id := w.Owner.Make(1)
	w.Owner.Post(http.StatusSeeOther, "/widgets/"+id, url.Values{"name": {"the shared one"}})
	if name := w.Text("select name from widgets where id = $1", id); name != "shared one" {
		t.Errorf("the name is %q", name)
	}
	w.Owner.Make(2)
	sees(t, w.Member.Get(http.StatusOK, "/widgets"), "shared one")
	if strings.Contains(w.Member.Get(http.StatusOK, "/widgets").Body, "Widget 2") {
		t.Error("the step did not narrow the list")
	}
	s.fail = "after delete"
	w.Owner.Post(http.StatusUnprocessableEntity, "/widgets/"+id+"/delete", nil)
	s.fail = "after create"
	sees(t, w.Owner.Post(http.StatusUnprocessableEntity, "/widgets", url.Values{"name": {"Undone"}}), "Not today.", "Undone")
	if n := w.Text("select count(*)::text from widgets where deleted_at is null"); n != "2" {
		t.Errorf("a step that failed undid nothing: %s rows", n)
	}
	s.fail = ""
	w.Owner.Post(http.StatusSeeOther, "/widgets/"+id+"/delete", nil)
	want := []string{
		"before create", "after create", "commit", "before update", "after update", "commit", "before create", "after create", "commit",
		"before delete", "after delete", "before create", "after create", "before delete", "after delete", "commit",
	}
	if came := s.take(); !slices.Equal(came, want) {
		t.Errorf("the steps came as %q", came)
	}
}

func TestHandlers(t *testing.T) {
	t.Parallel()
	w := mounted(t, crud.Overrides[db.ListWidgetsRow]{Handlers: crud.Handlers{
		List: func(r crud.Request, next func() error) error {
			if r.QueryParam("tab") == "paused" {
				return r.String(http.StatusTeapot, r.Who.Role)
			}
			return next()
		},
		Detail: func(r crud.Request, _ func() error) error { return r.String(http.StatusOK, r.Row.ID.String()) },
		Create: func(r crud.Request, next func() error) error {
			r.Change.Values["greeting"] = "from the handler"
			return next()
		},
		Update: func(crud.Request, func() error) error { return errs.New(errs.Unavailable, "Not now.") },
		Delete: func(_ crud.Request, next func() error) error { return next() },
	}})
	id := w.Owner.Make(1)
	if greeting := w.Text("select greeting from widgets where id = $1", id); greeting != "from the handler" {
		t.Errorf("the greeting is %q", greeting)
	}
	w.Owner.Get(http.StatusOK, "/widgets")
	sees(t, w.Owner.Get(http.StatusTeapot, "/widgets?tab=paused"), "owner")
	sees(t, w.Owner.Get(http.StatusOK, "/widgets/"+id), id)
	w.Owner.Post(http.StatusServiceUnavailable, "/widgets/"+id, url.Values{"name": {"x"}})
	w.Member.Post(http.StatusForbidden, "/widgets", w.Valid(w, 1)) // a handler comes after the check of access
	w.Owner.Post(http.StatusSeeOther, "/widgets/"+id+"/delete", nil)
}

// Overrides for the rows of another table are a mistake of the program that shows at its start.
func TestOverridesOfAnotherType(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("they were taken")
		}
	}()
	crud.Mount(crud.New(crud.Options{}), plugin.Routes{}, resources.Widgets(), crud.Overrides[db.GetTenantRow]{})
}
