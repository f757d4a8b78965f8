package crudtest

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func (w *World) count(where string) int {
	w.t.Helper()
	n, err := strconv.Atoi(w.Text("select count(*)::text from " + w.Resource.Table + " where " + where))
	if err != nil {
		w.t.Fatal(err)
	}
	return n
}

func deleteAndRestore(t *testing.T, w *World) {
	id, other := w.Owner.Make(1), w.Owner.Make(2)
	if body := w.Owner.Get(http.StatusOK, w.path(id, "delete")).Body; !strings.Contains(body, `action="`+w.path(id, "delete")+`"`) {
		t.Errorf("nothing asks once more: %s", text(body))
	}
	w.Owner.Post(http.StatusSeeOther, w.path(id, "delete"), url.Values{})
	if got := rows(w.Owner.Get(http.StatusOK, w.path()).Body); !slices.Equal(got, []string{other}) {
		t.Errorf("the list shows %v", got)
	}
	if !w.Resource.SoftDelete {
		w.Owner.Get(http.StatusNotFound, w.path(id))
		return
	}
	if got := rows(w.Owner.Get(http.StatusOK, w.path()+"?tab=trash").Body); !slices.Equal(got, []string{id}) {
		t.Errorf("the trash shows %v", got)
	}
	w.Owner.Post(http.StatusConflict, w.path(id), w.Edited)
	if to := w.Owner.Get(http.StatusSeeOther, w.path(id, "edit")).Location; to != w.path(id) {
		t.Errorf("the form of what is in the trash leads to %s", to)
	}
	w.Owner.Post(http.StatusSeeOther, w.path(id, "restore"), url.Values{})
	if got := rows(w.Owner.Get(http.StatusOK, w.path()).Body); len(got) != 2 {
		t.Errorf("after the restore the list shows %v", got)
	}
	w.Owner.Post(http.StatusSeeOther, w.path(id, "delete"), url.Values{})
	w.Owner.Post(http.StatusSeeOther, w.path(id, "delete"), url.Values{}) // what is in the trash goes for good
	w.Owner.Get(http.StatusNotFound, w.path(id))
	w.Owner.Post(http.StatusNotFound, w.path(id, "restore"), url.Values{})
}

func bulkPicked(t *testing.T, w *World) {
	a, b, c := w.Owner.Make(1), w.Owner.Make(2), w.Owner.Make(3)
	form := url.Values{"action": {"delete"}, "ids": {a, b}}
	w.Owner.Post(http.StatusBadRequest, w.path("bulk"), url.Values{"action": {"burn"}, "ids": {a}})
	w.Owner.Post(http.StatusBadRequest, w.path("bulk"), url.Values{"action": {"delete"}, "ids": {"1"}})
	w.Owner.Post(http.StatusBadRequest, w.path("bulk"), url.Values{"action": {"delete"}, "all": {"true"}, "state": {"bogus=1"}})
	w.Owner.Post(http.StatusSeeOther, w.path("bulk"), url.Values{"action": {"delete"}}) // nothing picked
	w.bulk(form)
	if said := w.bulk(form).Said; !strings.HasPrefix(said, "0 ") || !strings.Contains(said, " 2 refused. ") {
		t.Errorf("done again it says %q", said)
	}
	if got := rows(w.Owner.Get(http.StatusOK, w.path()).Body); !slices.Equal(got, []string{c}) {
		t.Errorf("the list shows %v", got)
	}
	if w.Resource.SoftDelete {
		w.bulk(url.Values{"action": {"restore"}, "ids": {a}, "state": {"tab=trash"}})
		w.bulk(url.Values{"action": {"purge"}, "all": {"true"}, "state": {"tab=trash"}})
		if live, all := w.count("deleted_at is null"), w.count("true"); live != 2 || all != 2 {
			t.Errorf("%d rows, %d of them live", all, live)
		}
		undo := w.bulk(url.Values{"action": {"delete"}, "ids": {a, c}}).Undo
		if live := w.count("deleted_at is null"); live != 0 || !strings.HasPrefix(undo, w.path("bulk")+"?") {
			t.Fatalf("%d rows live, the undo is %q", live, undo)
		}
		w.Stranger.Post(http.StatusSeeOther, undo, url.Values{}) // finds no such row
		w.Owner.Post(http.StatusSeeOther, undo, url.Values{})
		if live := w.count("deleted_at is null"); live != 2 {
			t.Errorf("after the undo %d rows are live", live)
		}
		w.Owner.Post(http.StatusBadRequest, w.path("bulk"), url.Values{"action": {"restore"}, "these": {"x"}})
	}
}

// bulk sends a bulk form, and what it asks once more.
func (w *World) bulk(form url.Values) Answer {
	w.t.Helper()
	answer := w.Owner.ask(http.MethodPost, w.path("bulk"), form, false)
	if answer.Status == http.StatusOK {
		answer = w.Owner.ask(http.MethodPost, w.path("bulk"), fields(answer.Body[strings.Index(answer.Body, "<main"):]), false)
	}
	if answer.Status != http.StatusSeeOther {
		w.t.Fatalf("bulk is %d: %s", answer.Status, text(answer.Body))
	}
	return answer
}

// All rows that match are those that the server finds, not those that a page shows, and not the others.
func bulkMatching(t *testing.T, w *World) {
	n := 2*w.Resource.List.Page + 6
	for i := range n {
		w.Owner.Make(i)
	}
	w.bulk(url.Values{"action": {"delete"}, "all": {"true"}, "state": {url.Values{w.Filter[0]: {w.Filter[1]}}.Encode()}})
	where := "true"
	if w.Resource.SoftDelete {
		where = "deleted_at is null"
	}
	if got := w.count(where); got != n/2 {
		t.Errorf("%d rows are left of %d, want the %d that do not match", got, n, n/2)
	}
	page := w.Owner.Get(http.StatusOK, w.path()+"?"+url.Values{w.Filter[0]: {w.Filter[1]}}.Encode()).Body
	if got := rows(page); len(got) != 0 {
		t.Errorf("%d rows still match", len(got))
	}
}
