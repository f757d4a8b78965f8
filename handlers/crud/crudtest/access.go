package crudtest

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/handlers/web"
	"stoa/internal/realtime"
	"stoa/internal/resource"
)

func sessionEvent(p *Person) realtime.Event {
	return realtime.Event{Topic: web.PersonTopic(p.ID), Kind: "session"}
}

func events(topic string) string { return "/events?topic=" + url.QueryEscape(topic) }

// foreign tries every route of one company's row as the owner of another.
func foreign(t *testing.T, w *World) {
	id := w.Owner.Make(1)
	snapshot := w.Text("select t::text from "+w.Resource.Table+" t where id = $1", id)
	for _, path := range []string{w.path(id), w.path(id, "edit"), w.path(id, "delete"), events(w.path(id)), events(w.path(id, "edit"))} {
		w.Stranger.Get(http.StatusNotFound, path)
	}
	for _, path := range []string{w.path(id), w.path(id, "delete"), w.path(id, "restore"), w.path("validate") + "?field=" + w.Resource.Title + "&id=" + id} {
		w.Stranger.Post(http.StatusNotFound, path, w.Edited)
	}
	w.Stranger.ask(http.MethodPost, w.path("bulk"), url.Values{"action": {"delete"}, "ids": {id}, "confirm": {"true"}}, false)
	w.Stranger.ask(http.MethodPost, w.path("bulk"), url.Values{"action": {"delete"}, "all": {"true"}, "confirm": {"true"}}, false)
	for _, path := range []string{w.path(), w.path() + ".csv", w.path("options"), w.path() + "?tab=trash"} {
		if answer := w.Stranger.ask(http.MethodGet, path, nil, false); strings.Contains(answer.Body, id) {
			t.Errorf("%s shows another company's row", path)
		}
	}
	if now := w.Text("select t::text from "+w.Resource.Table+" t where id = $1", id); now != snapshot {
		t.Errorf("the row is %s, was %s", now, snapshot)
	}
	if !w.Resource.Live.List {
		return
	}
	s := w.Stranger.Listen(w.Stranger.Get(http.StatusOK, w.path()))
	w.Announce("updated", id)
	own := w.Stranger.Make(2)
	if err := w.Bus.Publish(t.Context(), realtime.Event{Topic: "resource:" + w.B.String() + ":" + w.Resource.Table, Kind: "created", ID: uuid.MustParse(own)}); err != nil {
		t.Fatal(err)
	}
	if line := s.Until(own); strings.Contains(line, id) {
		t.Error("another company's row was delivered")
	}
}

// lower goes through what each role may not do.
func lower(t *testing.T, w *World) {
	id := w.Owner.Make(1)
	for role, p := range map[string]*Person{"member": w.Member, "admin": w.Admin, "owner": w.Owner} {
		for _, c := range []struct {
			rule         resource.Rule
			method, path string
		}{
			{w.Resource.Allow.Create, http.MethodGet, w.path("new")},
			{w.Resource.Allow.Create, http.MethodPost, w.path()},
			{w.Resource.Allow.Update, http.MethodGet, w.path(id, "edit")},
			{w.Resource.Allow.Update, http.MethodPost, w.path(id)},
			{w.Resource.Allow.Delete, http.MethodGet, w.path(id, "delete")},
			{w.Resource.Allow.Delete, http.MethodPost, w.path(id, "delete")},
			{w.Resource.Allow.Delete, http.MethodPost, w.path(id, "restore")},
			{w.Resource.Allow.Delete, http.MethodPost, w.path("bulk")},
		} {
			if !c.rule.Somebody(role) {
				p.expect(http.StatusForbidden, c.method, c.path, url.Values{"ids": {id}, "action": {"delete"}}, false)
			}
		}
		if !w.Resource.Allow.Read.Somebody(role) {
			p.Get(http.StatusForbidden, w.path())
			continue
		}
		list := p.Get(http.StatusOK, w.path()).Body
		for path, rule := range map[string]resource.Rule{w.path("new"): w.Resource.Allow.Create, w.path(id, "edit"): w.Resource.Allow.Update} {
			if strings.Contains(list, `href="`+path+`"`) != rule.Everybody(role) && rule.Some == "" {
				t.Errorf("to the %s the list shows %s: %t", role, path, !rule.Everybody(role))
			}
		}
	}
}

func loggedOut(t *testing.T, w *World) {
	id := w.Owner.Make(1)
	for _, path := range []string{w.path(), w.path("new"), w.path(id), w.path(id, "edit"), w.path(id, "delete"), w.path() + ".csv", w.path("options")} {
		if to := w.Nobody.Get(http.StatusSeeOther, path).Location; !strings.HasPrefix(to, "/login?next=") {
			t.Errorf("%s leads to %s", path, to)
		}
	}
	for _, path := range []string{w.path(), w.path(id), w.path(id, "delete"), w.path(id, "restore"), w.path("bulk"), w.path("validate")} {
		w.Nobody.Post(http.StatusSeeOther, path, w.Valid(w, 2))
	}
	if got := w.count("true"); got != 1 {
		t.Errorf("%d rows, want 1", got)
	}
	answer := w.Nobody.expect(http.StatusOK, http.MethodGet, events(w.path()), nil, true)
	if !strings.Contains(answer.Body, "event: done") || strings.Contains(answer.Body, id) {
		t.Errorf("the stream says %s", answer.Body)
	}
}

func otherTab(t *testing.T, w *World) {
	form := w.Valid(w, 1)
	form.Set("tenant", w.B.String())
	w.Owner.Post(http.StatusConflict, w.path(), form)
	if got := w.count("true"); got != 0 {
		t.Errorf("%d rows were written", got)
	}
}
