package crudtest

import (
	"encoding/csv"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// walk follows the links of that name to the list's end.
func (w *World) walk(path, name string) (ids []string, last string) {
	w.t.Helper()
	for hops := 0; path != "" && hops < 20; hops++ {
		last = path
		page := w.Owner.Get(http.StatusOK, path).Body
		if ids = append(ids, rows(page)...); len(rows(page)) == 0 && hops > 0 {
			w.t.Errorf("%s shows nothing", path)
		}
		path = link(page, name)
	}
	return ids, last
}

func pages(t *testing.T, w *World) {
	n := 2*w.Resource.List.Page + 3
	made := map[string]bool{}
	for i := range n {
		made[w.Owner.Make(i)] = true
	}
	for _, field := range w.Resource.List.Sorts {
		forward, last := w.walk(w.path()+"?sort="+field, "Next")
		backward, _ := w.walk(w.path()+"?sort=-"+field, "Next")
		slices.Reverse(backward)
		if !slices.Equal(forward, backward) {
			t.Errorf("by %s: down is not the reverse of up", field)
		}
		if set := slices.Compact(slices.Sorted(slices.Values(forward))); len(set) != n || len(forward) != n {
			t.Errorf("by %s: %d rows, %d different, made %d", field, len(forward), len(set), n)
		}
		back, _ := w.walk(last, "Previous")
		if len(back) != n || back[len(back)-w.Resource.List.Page] != forward[0] {
			t.Errorf("by %s: back from the end shows %d rows", field, len(back))
		}
	}
	if partial := w.Owner.expect(http.StatusOK, http.MethodGet, w.path(), nil, true).Body; strings.Contains(partial, "<html") || len(rows(partial)) == 0 {
		t.Error("a partial answer is not just the list")
	}
}

func narrow(t *testing.T, w *World) {
	var even, odd []string
	for i := range 6 {
		if id := w.Owner.Make(i); i%2 == 0 {
			even = append(even, id)
		} else {
			odd = append(odd, id)
		}
	}
	shown := func(q url.Values) []string {
		return slices.Sorted(slices.Values(rows(w.Owner.Get(http.StatusOK, w.path()+"?"+q.Encode()).Body)))
	}
	slices.Sort(even)
	if got := shown(url.Values{w.Filter[0]: {w.Filter[1]}}); !slices.Equal(got, even) {
		t.Errorf("the filter shows %d rows, want %d", len(got), len(even))
	}
	chip := w.Owner.Get(http.StatusOK, w.path()+"?"+url.Values{w.Filter[0]: {w.Filter[1]}}.Encode()).Body
	if !strings.Contains(chip, `class="chip" href="`+w.path()+`"`) {
		t.Error("no chip removes the filter")
	}
	if len(w.Resource.List.Search) == 0 {
		return
	}
	title := w.Valid(w, 3).Get(w.Resource.Title)
	if !w.Words {
		title = title[1:]
	}
	if got := shown(url.Values{"q": {strings.ToUpper(title)}}); !slices.Contains(got, odd[1]) {
		t.Errorf("%q finds %v, want %s", title, got, odd[1])
	}
	for _, search := range []string{"%", "_", `\`, "nowhere to be found"} {
		if got := shown(url.Values{"q": {search}}); len(got) != 0 {
			t.Errorf("%q finds %d rows", search, len(got))
		}
	}
}

func undeclared(t *testing.T, w *World) {
	w.Owner.Make(1)
	for _, q := range []string{
		"bogus=1", "sort=bogus", "sort=tenant_id", "sort=id%3Bdrop", "tab=bogus", "after=x", "before=W10", "after=WyJhIiwxXQ",
		"tenant_id=" + w.B.String(), w.Filter[0] + ".bogus=1", "q=" + strings.Repeat("x", 300), "q=%00",
	} {
		if strings.HasPrefix(q, "q=") && len(w.Resource.List.Search) == 0 {
			continue
		}
		w.Owner.Get(http.StatusBadRequest, w.path()+"?"+q)
		w.Owner.Get(http.StatusBadRequest, w.path()+".csv?"+q)
	}
}

func export(t *testing.T, w *World) {
	n := 520 // more than one batch
	title := w.Resource.Title
	first := w.Owner.Make(0)
	form := w.Valid(w, 1)
	form.Set(title, "=1+1")
	w.Owner.Post(http.StatusSeeOther, w.path(), form)
	for i := 2; i < n; i++ {
		w.Owner.Make(i)
	}
	res := w.Owner.do(t.Context(), http.MethodGet, w.path()+".csv", nil, false)
	defer res.Body.Close()
	if kind := res.Header.Get("Content-Type"); kind != "text/csv; charset=utf-8" || !strings.HasPrefix(res.Header.Get("Content-Disposition"), "attachment") {
		t.Errorf("sent as %s", kind)
	}
	lines, err := csv.NewReader(res.Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := slices.Index(lines[0], title)
	harmless := false
	ids := map[string]bool{}
	for _, line := range lines[1:] {
		ids[line[0]] = true
		harmless = harmless || line[column] == "'=1+1"
		if strings.ContainsAny(line[column][:1], "=+-@\t\r") {
			t.Errorf("%q is a formula", line[column])
		}
	}
	if len(ids) != n || !ids[first] || !harmless {
		t.Errorf("%d rows of %d, the first among them %t, the formula made harmless %t", len(ids), n, ids[first], harmless)
	}
	few := w.Owner.Get(http.StatusOK, w.path()+".csv?"+url.Values{w.Filter[0]: {w.Filter[1]}}.Encode()).Body
	if lines, err = csv.NewReader(strings.NewReader(few)).ReadAll(); err != nil || len(lines) >= n {
		t.Errorf("the filter is not in the file: %d lines, %v", len(lines), err)
	}
}
