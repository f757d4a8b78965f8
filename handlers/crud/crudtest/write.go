package crudtest

import (
	"html"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/resource"
)

func create(t *testing.T, w *World) {
	page := w.Owner.Get(http.StatusOK, w.path("new")).Body
	for _, f := range w.Resource.Fields {
		if has := strings.Contains(page, `name="`+f.Name+`"`); has != f.Writable(true) {
			t.Errorf("the form has %s: %t", f.Name, has)
		}
	}
	form := w.Valid(w, 1)
	id := w.Owner.Make(1)
	for name, want := range fields(w.Owner.Get(http.StatusOK, w.path(id, "edit")).Body) {
		if f, ok := w.Resource.Field(name); ok && form.Has(name) && f.Kind != resource.Secret && !same(f, form[name], want) {
			t.Errorf("%s is %q, was made as %q", name, want, form[name])
		}
	}
	if body := w.Owner.Get(http.StatusOK, w.path(id)).Body; !strings.Contains(body, html.EscapeString(form.Get(w.Resource.Title))) {
		t.Errorf("the row's page does not name it: %s", text(body))
	}
	if got := rows(w.Owner.Get(http.StatusOK, w.path()).Body); len(got) != 1 || got[0] != id {
		t.Errorf("the list shows %v", got)
	}
}

// same compares what two forms mean.
func same(f resource.Field, a, b []string) bool {
	x, _ := resource.Decode(f, a)
	y, _ := resource.Decode(f, b)
	return resource.Encode(f, x) == resource.Encode(f, y)
}

func refuse(t *testing.T, w *World) {
	id := w.Owner.Make(1)
	for field, values := range w.Invalid {
		for _, value := range values {
			form := w.Valid(w, 2)
			form.Set(field, value)
			for _, path := range []string{w.path(), w.path(id)} {
				if f, _ := w.Resource.Field(field); path != w.path() && f.Immutable {
					continue
				}
				answer := w.Owner.Post(http.StatusUnprocessableEntity, path, form)
				if !strings.Contains(answer.Body, `id="`+field+`-error"`) {
					t.Errorf("%s = %q: no error beside the field: %s", field, value, text(answer.Body))
				}
				if got := fields(answer.Body).Get(w.Resource.Title); field != w.Resource.Title && got != form.Get(w.Resource.Title) {
					t.Errorf("%s = %q: what was typed is lost: %q", field, value, got)
				}
			}
		}
	}
	if got := rows(w.Owner.Get(http.StatusOK, w.path()).Body); len(got) != 1 {
		t.Errorf("%d rows, want the valid one", len(got))
	}
}

func smuggle(t *testing.T, w *World) {
	other := uuid.NewString()
	form := w.Valid(w, 1)
	form.Set("id", other)
	form.Set("tenant_id", w.B.String())
	form.Set("deleted_at", "2020-01-01T00:00:00")
	for _, f := range w.Resource.Fields {
		if f.Readonly && f.Kind == resource.Time {
			form.Set(f.Name, "2001-01-01T00:00:00")
		}
	}
	id := w.Owner.Post(http.StatusSeeOther, w.path(), form).ID()
	if id == other {
		t.Error("the form chose the row's id")
	}
	w.Owner.Post(http.StatusSeeOther, w.path(id), form)
	if tenant := w.Text("select tenant_id::text from "+w.Resource.Table+" where id = $1", id); tenant != w.A.String() {
		t.Errorf("the row belongs to %s", tenant)
	}
	for _, f := range w.Resource.Fields {
		if f.Readonly && f.Kind == resource.Time && w.Text("select extract(year from "+f.Name+")::text from "+w.Resource.Table+" where id = $1", id) == "2001" {
			t.Errorf("the form set %s", f.Name)
		}
	}
}

func edit(t *testing.T, w *World) {
	id := w.Owner.Make(1)
	before := fields(w.Owner.Get(http.StatusOK, w.path(id, "edit")).Body)
	if to := w.Owner.Save(http.StatusSeeOther, id, before.Get("revision"), w.Edited).Location; to != w.path(id) {
		t.Errorf("led to %s", to)
	}
	after := fields(w.Owner.Get(http.StatusOK, w.path(id, "edit")).Body)
	for _, f := range w.Resource.Fields {
		want, changed := w.Edited[f.Name]
		if !changed {
			want = before[f.Name]
		}
		if f.Writable(false) && f.Kind != resource.Secret && !same(f, after[f.Name], want) {
			t.Errorf("%s is %q, want %q", f.Name, after[f.Name], want)
		}
	}
	if after.Get("revision") == before.Get("revision") {
		t.Error("the revision stayed")
	}
}

func conflict(t *testing.T, w *World) {
	id := w.Owner.Make(1)
	first := fields(w.Owner.Get(http.StatusOK, w.path(id, "edit")).Body)
	title := w.Resource.Title
	w.Editor.Save(http.StatusSeeOther, id, first.Get("revision"), url.Values{title: {"Theirs <b>"}})
	first.Set(title, "Mine & mine")
	answer := w.Owner.Post(http.StatusConflict, w.path(id), first)
	for _, words := range []string{"Mine &amp; mine", "Theirs &lt;b&gt;"} {
		if !strings.Contains(answer.Body, words) {
			t.Errorf("the page of both versions lacks %q: %s", words, text(answer.Body))
		}
	}
	again := fields(answer.Body)
	if again.Get(title) != "Mine & mine" {
		t.Errorf("%q is chosen at first", again.Get(title))
	}
	w.Owner.Post(http.StatusSeeOther, w.path(id), again)
	if got := fields(w.Owner.Get(http.StatusOK, w.path(id, "edit")).Body).Get(title); got != "Mine & mine" {
		t.Errorf("%q was saved", got)
	}
}

func unique(t *testing.T, w *World) {
	if w.Unique == "" {
		return
	}
	w.Owner.Make(1)
	form := w.Valid(w, 2)
	form.Set(w.Unique, w.Valid(w, 1).Get(w.Unique))
	if body := w.Owner.Post(http.StatusUnprocessableEntity, w.path(), form).Body; !strings.Contains(body, `id="`+w.Unique+`-error"`) {
		t.Errorf("no error at the field: %s", text(body))
	}
	form.Set("tenant", w.B.String())
	w.Stranger.Post(http.StatusSeeOther, w.path(), form) // what another company has is nobody's business
}

func validate(t *testing.T, w *World) {
	id := w.Owner.Make(1)
	for field, values := range w.Invalid {
		f, _ := w.Resource.Field(field)
		for _, q := range []string{"?field=" + field, "?field=" + field + "&id=" + id} {
			if strings.Contains(q, "id=") && f.Immutable {
				continue
			}
			path := w.path("validate") + q
			form := w.Valid(w, 1)
			w.Owner.expect(http.StatusOK, http.MethodPost, path, form, true)
			form.Set(field, values[0])
			if body := w.Owner.expect(http.StatusUnprocessableEntity, http.MethodPost, path, form, true).Body; !strings.Contains(body, `id="`+field+`-error"`) {
				t.Errorf("%s: %s", path, body)
			}
		}
	}
	w.Owner.Post(http.StatusNotFound, w.path("validate")+"?field=tenant_id", url.Values{})
}
