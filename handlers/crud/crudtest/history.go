package crudtest

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"stoa/internal/resource"
)

// What happened to a row stands on its page, for whom the audit log is, and what was there before can be had again.
func history(t *testing.T, w *World) {
	id, other := w.Owner.Make(1), w.Owner.Make(2)
	before := fields(w.Owner.Get(http.StatusOK, w.path(id, "edit")).Body)
	w.Admin.Save(http.StatusSeeOther, id, before.Get("revision"), w.Edited)
	page := w.Owner.Get(http.StatusOK, w.path(id)).Body
	for _, words := range []string{"Created", "OWNER", "Changed", "ADMIN", "Restore the version before"} {
		if !strings.Contains(page, words) {
			t.Errorf("the history lacks %q: %s", words, text(page))
		}
	}
	if w.Resource.Allow.Read.Everybody("member") && strings.Contains(w.Member.Get(http.StatusOK, w.path(id)).Body, "History") {
		t.Error("a member sees the audit log")
	}
	back := link(page, "Restore the version before")
	form := fields(w.Owner.Get(http.StatusOK, back).Body)
	for _, f := range w.Resource.Fields {
		if f.Writable(false) && f.Kind != resource.Secret && !same(f, form[f.Name], before[f.Name]) {
			t.Errorf("the version before has %s as %q, it was %q", f.Name, form[f.Name], before[f.Name])
		}
	}
	w.Admin.Save(http.StatusSeeOther, id, form.Get("revision"), url.Values{w.Resource.Title: {"Meanwhile"}})
	w.Owner.Post(http.StatusConflict, w.path(id), form) // like every other edit
	again := fields(w.Owner.Get(http.StatusOK, back).Body)
	w.Owner.Post(http.StatusSeeOther, w.path(id), again)
	after := fields(w.Owner.Get(http.StatusOK, w.path(id, "edit")).Body)
	for _, f := range w.Resource.Fields {
		if f.Writable(false) && f.Kind != resource.Secret && !same(f, after[f.Name], before[f.Name]) {
			t.Errorf("%s came back as %q, it was %q", f.Name, after[f.Name], before[f.Name])
		}
	}
	_, version, _ := strings.Cut(back, "?")
	w.Owner.Get(http.StatusNotFound, w.path(other, "edit")+"?"+version) // another row's
	w.Owner.Get(http.StatusNotFound, w.path(id, "edit")+"?version=1")
	w.Stranger.Get(http.StatusNotFound, back)
	w.Owner.Get(http.StatusBadRequest, w.path(id)+"?history=x")
}

// Every write is in the log with who made it, one of SQL alone included; a longer history has pages.
func recorded(t *testing.T, w *World) {
	id := w.Owner.Make(1)
	for range 11 {
		revision := fields(w.Owner.Get(http.StatusOK, w.path(id, "edit")).Body).Get("revision")
		w.Admin.Save(http.StatusSeeOther, id, revision, url.Values{w.Resource.Title: {w.Edited.Get(w.Resource.Title) + " " + revision}})
	}
	w.Exec("update "+w.Resource.Table+" set "+w.Resource.Title+" = 'By SQL' where id = $1", id)
	w.Owner.Post(http.StatusSeeOther, w.path(id, "delete"), url.Values{})
	for _, c := range []struct{ action, person, n string }{
		{"created", "OWNER", "1"}, {"updated", "ADMIN", "11"}, {"updated", "", "1"}, {map[bool]string{true: "trashed", false: "deleted"}[w.Resource.SoftDelete], "OWNER", "1"},
	} {
		n := w.Text("select count(*)::text from audit_log where tenant_id = $1 and record_id = $2 and record_table = $3 and action = $4 and person = $5",
			w.A, id, w.Resource.Table, c.action, c.person)
		if n != c.n {
			t.Errorf("%s by %q is recorded %s times, want %s", c.action, c.person, n, c.n)
		}
	}
	if !w.Resource.SoftDelete {
		return
	}
	page := w.Owner.Get(http.StatusOK, w.path(id)).Body
	older := link(page, "Earlier")
	if strings.Count(page, `class="entry"`) != 10 || older == "" {
		t.Fatalf("the first page of the history has %d entries", strings.Count(page, `class="entry"`))
	}
	older, _, _ = strings.Cut(older, "#")
	if page = w.Owner.Get(http.StatusOK, older).Body; strings.Count(page, `class="entry"`) != 4 || !strings.Contains(page, "Created") {
		t.Errorf("the second page of the history: %s", text(page))
	}
}
