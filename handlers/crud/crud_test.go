package crud_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/internal/plugin"
	"stoa/internal/resource"
	"stoa/internal/secret"
)

func gadget() crudtest.Subject {
	return crudtest.Subject{
		Resource: gadgets(),
		Prepare:  prepareGadgets,
		Mount: func(e *crud.Engine, r plugin.Routes) {
			crud.Mount(e, r, gadgets(), crud.Overrides[any]{})
			crud.Mount(e, r, resources.Widgets(), crud.Overrides[any]{})
		},
		Valid: func(_ *crudtest.World, n int) url.Values {
			return url.Values{
				"title": {fmt.Sprintf("Gadget %03d", n)}, "note": {"# Heading\r\n\r\ntext"}, "mail": {"Ada@Example.com"}, "site": {"https://example.com/a?b"},
				"slug": {"a-b-1"}, "kind": {[]string{"a", "b"}[n%2]}, "size": {fmt.Sprint(n % 100)}, "price": {""}, "born": {"1999-12-31"},
				"at": {"2026-01-31T14:30"}, "token": {"s3cr3t"}, "widget_id": {""},
			}
		},
		Edited: url.Values{
			"title": {"Another"}, "note": {""}, "price": {"0.15"}, "size": {"7"}, "kind": {"b"}, "born": {""}, "at": {""}, "done": {"true"}, "token": {""},
		},
		Invalid: url.Values{
			"title": {""}, "mail": {"ada", "a b@c"}, "site": {"example.com", "javascript:alert(1)"}, "slug": {"A b", "-"}, "kind": {"c", ""},
			"size": {"x", "1.5", "-1", "101", "99999999999999999999"}, "price": {"1,5", "0.07", "-1", "1e3"}, "born": {"31.12.1999", "1899-12-31", "2101-01-01"},
			"at": {"yesterday"}, "token": {"abc"}, "widget_id": {"x"},
		},
		Filter: [2]string{"kind", "a"},
	}
}

func TestConformanceOfEveryKind(t *testing.T) {
	t.Parallel()
	crudtest.Run(t, gadget())
}

// A relation offers the rows of its own company, finds them by a part of their name, and takes no other.
func TestRelation(t *testing.T) {
	t.Parallel()
	w := crudtest.New(t, gadget())
	made := map[string]string{}
	for i := range 25 {
		name := fmt.Sprintf("Target %02d", i)
		made[name] = w.Owner.Post(http.StatusSeeOther, "/widgets", url.Values{"name": {name}}).ID()
	}
	foreign := w.Stranger.Post(http.StatusSeeOther, "/widgets", url.Values{"name": {"Target of another company"}}).ID()
	page := w.Owner.Get(http.StatusOK, "/gadgets/new").Body
	if n := strings.Count(page, "<option value=\"0"); n != 20 || strings.Contains(page, foreign) {
		t.Errorf("%d rows are offered", n)
	}
	form := w.Valid(w, 1)
	form.Set("find", "widget_id")
	form.Set("widget_id.q", "GET 24")
	page = w.Owner.Post(http.StatusOK, "/gadgets", form).Body // only looks, and keeps what was typed
	if !strings.Contains(page, made["Target 24"]) || !strings.Contains(page, "Gadget 001") || strings.Contains(page, made["Target 00"]) {
		t.Error("the search without scripts did not find the row, or lost what was typed")
	}
	found := w.Owner.Get(http.StatusOK, "/widgets/options?q=get+24").Body
	if !strings.Contains(found, made["Target 24"]) || strings.Contains(found, "Target 23") {
		t.Errorf("found %s", found)
	}
	form = w.Valid(w, 1)
	form.Set("widget_id", foreign)
	if body := w.Owner.Post(http.StatusUnprocessableEntity, "/gadgets", form).Body; !strings.Contains(body, "This widget is gone.") || strings.Contains(body, "another company") {
		t.Error("a row of another company was taken, or named")
	}
	form.Set("widget_id", made["Target 24"])
	id := w.Owner.Post(http.StatusSeeOther, "/gadgets", form).ID()
	for _, path := range []string{"/gadgets", "/gadgets/" + id, "/gadgets?widget_id=" + made["Target 24"]} {
		if body := w.Owner.Get(http.StatusOK, path).Body; !strings.Contains(body, `<a href="/widgets/`+made["Target 24"]+`">Target 24</a>`) {
			t.Errorf("%s does not name the target", path)
		}
	}
	if body := w.Owner.Get(http.StatusOK, "/gadgets/"+id+"/edit").Body; !strings.Contains(body, `<option value="`+made["Target 24"]+`" selected`) {
		t.Error("the form does not have the target chosen")
	}
}

// Who owns a row may do with it what the rule gives to owners, and nobody of the same role may.
func TestOwner(t *testing.T) {
	t.Parallel()
	w := crudtest.New(t, gadget())
	own, other := w.Member.Make(1), w.Admin.Make(2)
	w.Member.Get(http.StatusOK, "/gadgets/"+own+"/edit")
	w.Member.Post(http.StatusSeeOther, "/gadgets/"+own, w.Edited)
	for _, path := range []string{"/gadgets/" + other, "/gadgets/" + other + "/delete"} {
		w.Member.Post(http.StatusForbidden, path, w.Edited)
	}
	list := w.Member.Get(http.StatusOK, "/gadgets").Body
	if !strings.Contains(list, own+"/edit") || strings.Contains(list, other+"/edit") {
		t.Error("the list offers the wrong rows for editing")
	}
	w.Member.Post(http.StatusSeeOther, "/gadgets/bulk", url.Values{"action": {"delete"}, "all": {"true"}, "confirm": {"true"}})
	w.Member.Get(http.StatusNotFound, "/gadgets/"+own)
	w.Member.Get(http.StatusOK, "/gadgets/"+other)
}

// Where people see their own rows only, those of their colleagues do not exist for them.
func TestOwnRowsOnly(t *testing.T) {
	t.Parallel()
	subject := gadget()
	subject.Resource = gadgetsOf("admin")
	subject.Resource.Allow.Read = resource.Rule{Role: "admin", Some: "member"}
	subject.Mount = func(e *crud.Engine, r plugin.Routes) { crud.Mount(e, r, subject.Resource, crud.Overrides[any]{}) }
	w := crudtest.New(t, subject)
	own, other := w.Member.Make(1), w.Admin.Make(2)
	for _, path := range []string{"/gadgets", "/gadgets.csv", "/gadgets?kind=a", "/gadgets?q=gadget"} {
		if strings.Contains(w.Member.Get(http.StatusOK, path).Body, other) {
			t.Errorf("%s shows a colleague's row", path)
		}
		if !strings.Contains(w.Admin.Get(http.StatusOK, path).Body, other) {
			t.Errorf("%s does not show it to an admin", path)
		}
	}
	for _, path := range []string{"", "/edit", "/delete"} {
		w.Member.Get(http.StatusNotFound, "/gadgets/"+other+path)
		w.Member.Get(http.StatusOK, "/gadgets/"+own+path)
	}
	w.Member.Get(http.StatusNotFound, "/events?topic="+url.QueryEscape("/gadgets/"+other))
	w.Member.Post(http.StatusNotFound, "/gadgets/"+other, w.Edited)
	s := w.Member.Listen(w.Member.Get(http.StatusOK, "/gadgets"))
	w.Announce("updated", other)
	w.Announce("updated", own)
	if line := s.Until(own); strings.Contains(line, other) {
		t.Error("a colleague's row was delivered")
	}
}

// A row's page shows the rows of another table that point to it.
func TestPanel(t *testing.T) {
	t.Parallel()
	subject := gadget()
	subject.Mount = func(e *crud.Engine, r plugin.Routes) {
		crud.Mount(e, r, gadgets(), crud.Overrides[any]{})
		parent := resources.Widgets()
		parent.Panels = []resource.Panel{{Table: "gadgets", By: "widget_id"}}
		crud.Mount(e, r, parent, crud.Overrides[any]{})
	}
	w := crudtest.New(t, subject)
	parent := w.Owner.Post(http.StatusSeeOther, "/widgets", url.Values{"name": {"Parent"}}).ID()
	w.Owner.Make(1)
	form := w.Valid(w, 2)
	form.Set("widget_id", parent)
	child := w.Owner.Post(http.StatusSeeOther, "/gadgets", form).ID()
	page := w.Owner.Get(http.StatusOK, "/widgets/"+parent)
	sees(t, page, "Gadget 002", "/gadgets/"+child, "/gadgets?widget_id="+parent, "/gadgets/new?widget_id="+parent)
	if strings.Contains(page.Body, "Gadget 001") {
		t.Error("the panel shows a row of another parent")
	}
	sees(t, w.Owner.Get(http.StatusOK, "/gadgets/new?widget_id="+parent), `<option value="`+parent+`" selected`)
}

// A secret is taken and never shown; an empty field keeps it.
func TestSecret(t *testing.T) {
	t.Parallel()
	w := crudtest.New(t, gadget())
	id := w.Owner.Make(1)
	for _, path := range []string{"/gadgets", "/gadgets.csv", "/gadgets/" + id, "/gadgets/" + id + "/edit"} {
		if strings.Contains(w.Owner.Get(http.StatusOK, path).Body, "s3cr3t") {
			t.Errorf("%s shows the secret", path)
		}
	}
	w.Owner.Post(http.StatusSeeOther, "/gadgets/"+id, w.Edited)
	at := secret.Place{Tenant: w.A, Table: "gadgets", Column: "token", Row: uuid.MustParse(id)}
	sealed := w.Text("select token from gadgets where id = $1", id)
	if token, err := w.Secrets.Open(sealed, at); err != nil || token != "s3cr3t" {
		t.Errorf("the secret %q became %q, %v", sealed, token, err)
	}
}

// What only the database knows comes back into the form; a delete says what goes with it.
func TestDatabaseRules(t *testing.T) {
	t.Parallel()
	w := crudtest.New(t, gadget())
	form := w.Valid(w, 1)
	form.Set("price", "99.95")
	if body := w.Owner.Post(http.StatusUnprocessableEntity, "/gadgets", form).Body; !strings.Contains(body, "The price is at most the size.") {
		t.Error("the form does not say which rule of the database was broken")
	}
	id := w.Owner.Make(1)
	if body := w.Owner.Get(http.StatusOK, "/gadgets/"+id+"/delete").Body; !strings.Contains(body, "1,200 screws") || strings.Contains(body, "nuts") {
		t.Error("the page does not say what goes with the row")
	}
}

// What a control cannot show exactly stays exact when nobody touches it.
func TestUntouched(t *testing.T) {
	t.Parallel()
	w := crudtest.New(t, gadget())
	id := w.Owner.Make(1)
	w.Exec("update gadgets set at = '2026-01-31 14:30:01.123456+00', price = 0.05, size = 1 where id = $1", id)
	form := url.Values{"at": {"2026-01-31T14:30:01.123"}, "title": {"Renamed"}}
	w.Owner.Post(http.StatusSeeOther, "/gadgets/"+id, form)
	if at := w.Text("select title || extract(microseconds from at) from gadgets where id = $1", id); at != "Renamed1123456" {
		t.Errorf("the time became %s", at)
	}
}
