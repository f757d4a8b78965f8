package crudtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/resource"
)

// program makes a row by the API; the page shows it, and the API shows what a form made.
func program(t *testing.T, w *World) {
	body := w.valid(1)
	made := w.Owner.Call(http.StatusCreated, http.MethodPost, w.path(), body)
	if want := "/api/v1" + w.path(made.ID()); made.Header.Get("Location") != want {
		t.Errorf("Location %q, want %q", made.Header.Get("Location"), want)
	}
	w.Owner.Get(http.StatusOK, w.path(made.ID()))
	read := w.Owner.Call(http.StatusOK, http.MethodGet, w.path(made.ID()), nil)
	if !reflect.DeepEqual(read.Body, made.Body) || read.Header.Get("ETag") != made.Header.Get("ETag") || read.Header.Get("ETag") == "" {
		t.Errorf("made %s, read %s", made.Text, read.Text)
	}
	for name, sent := range body {
		f, _ := w.Resource.Field(name)
		var want any
		if err := json.Unmarshal(sent.(json.RawMessage), &want); err != nil {
			t.Fatal(err)
		}
		if f.Kind == resource.Secret {
			want = true
		}
		if got := read.Body[name]; !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %#v, want %#v", name, got, want)
		}
	}
	for name := range read.Body {
		if f, _ := w.Resource.Field(name); f.Hidden || name == "tenant_id" {
			t.Errorf("%s leaves the server", name)
		}
	}
	byForm := w.Owner.Make(2)
	w.Owner.Call(http.StatusOK, http.MethodGet, w.path(byForm), nil)
}

// strictBody sends what a form could not say, and values that break a rule.
func strictBody(t *testing.T, w *World) {
	for name, value := range map[string]any{
		"tenant_id": w.B.String(), "id": uuid.NewString(), "no_such": 1, "revision": "1", "created_at": "2020-01-01T00:00:00Z", "": 1, "NAME": "x",
	} {
		r := w.Owner.Call(http.StatusUnprocessableEntity, http.MethodPost, w.path(), with(w.valid(1), name, value))
		if r.problems()[name] == "" {
			t.Errorf("%s: %s", name, r.Text)
		}
	}
	for name, texts := range w.Invalid {
		r := w.Owner.Call(http.StatusUnprocessableEntity, http.MethodPost, w.path(), with(w.valid(1), name, texts[0]))
		if r.problems()[name] == "" {
			t.Errorf("%s: %s", name, r.Text)
		}
	}
	for _, f := range w.Resource.Fields {
		if f.Required && f.Writable(true) {
			r := w.Owner.Call(http.StatusUnprocessableEntity, http.MethodPost, w.path(), with(w.valid(1), f.Name, nil))
			if r.problems()[f.Name] == "" {
				t.Errorf("%s null: %s", f.Name, r.Text)
			}
		}
	}
	deep := strings.Repeat(`{"a":`, 100) + "1" + strings.Repeat("}", 100)
	for text, status := range map[string]int{
		"": 400, "[]": 400, "null": 400, "1": 400, `{"a":1`: 400, `{"a":1} {}`: 400, `{"x":1,"x":2}`: 400, `{"x":{"y":1,"y":2}}`: 400, deep: 400,
		"{\"x\":\"\xff\"}": 400, `{"x":[` + strings.Repeat("1,", 30_000) + `1]}`: 400, `{"x":"` + strings.Repeat("x", 2<<20) + `"}`: 413,
	} {
		w.Owner.Call(status, http.MethodPost, w.path(), text)
	}
	w.Owner.Call(http.StatusUnsupportedMediaType, http.MethodPost, w.path(), "{}", "Content-Type", "application/x-www-form-urlencoded")
	if n := w.count("true"); n != 0 {
		t.Errorf("%d rows were made", n)
	}
}

func programPages(t *testing.T, w *World) {
	for n := range 7 {
		w.Owner.Call(http.StatusCreated, http.MethodPost, w.path(), w.valid(n))
	}
	for _, sort := range w.Resource.List.Sorts {
		for _, key := range []string{sort, "-" + sort} {
			seen, query := []string{}, url.Values{"sort": {key}, "limit": {"3"}}
			for pages := 0; ; pages++ {
				r := w.Owner.Call(http.StatusOK, http.MethodGet, w.path()+"?"+query.Encode(), nil)
				for _, row := range r.Body["data"].([]any) {
					seen = append(seen, row.(map[string]any)["id"].(string))
				}
				cursor, ok := r.Body["next_cursor"].(string)
				if !ok {
					break
				}
				if query.Set("cursor", cursor); pages > 5 {
					t.Fatal("the pages do not end")
				}
			}
			if slices.Sort(seen); len(seen) != 7 || len(slices.Compact(seen)) != 7 {
				t.Errorf("sorted by %s: %d rows", key, len(seen))
			}
		}
	}
	if name, value := w.Filter[0], w.Filter[1]; name != "" {
		r := w.Owner.Call(http.StatusOK, http.MethodGet, w.path()+"?count=true&"+url.Values{name: {value}}.Encode(), nil)
		if got := len(r.Body["data"].([]any)); got != 4 || fmt.Sprint(r.Body["count"]) != "map[exact:true rows:4]" {
			t.Errorf("filtered: %d rows, count %v", got, r.Body["count"])
		}
	}
	for _, bad := range []string{"limit=0", "limit=101", "limit=x", "no_such=1", "sort=no_such", "cursor=x", "after=x", "tenant_id=" + w.B.String(), "include=no_such", "count=x", "limit=1&limit=2"} {
		w.Owner.Call(http.StatusBadRequest, http.MethodGet, w.path()+"?"+bad, nil)
	}
}

func versions(t *testing.T, w *World) {
	made := w.Owner.Call(http.StatusCreated, http.MethodPost, w.path(), w.valid(1))
	path, tag, change := w.path(made.ID()), made.Header.Get("ETag"), w.changes()
	w.Owner.Call(http.StatusPreconditionRequired, http.MethodPatch, path, change)
	w.Owner.Call(http.StatusPreconditionFailed, http.MethodPatch, path, change, "If-Match", `"0"`)
	saved := w.Owner.Call(http.StatusOK, http.MethodPatch, path, change, "If-Match", tag)
	for name := range made.Body {
		_, edited := change[name]
		if !edited && !reflect.DeepEqual(made.Body[name], saved.Body[name]) && name != "revision" && name != "updated_at" {
			t.Errorf("%s was %v, is %v", name, made.Body[name], saved.Body[name])
		}
	}
	if reflect.DeepEqual(made.Body[w.Resource.Title], saved.Body[w.Resource.Title]) {
		t.Errorf("nothing was saved: %s", saved.Text)
	}
	w.Owner.Call(http.StatusPreconditionFailed, http.MethodPatch, path, change, "If-Match", tag)
	w.Owner.Call(http.StatusOK, http.MethodPatch, path, map[string]any{}, "If-Match", "*")
	for _, f := range w.Resource.Fields {
		if !f.Writable(false) && !f.Hidden {
			r := w.Owner.Call(http.StatusUnprocessableEntity, http.MethodPatch, path, map[string]any{f.Name: made.Body[f.Name]}, "If-Match", "*")
			if r.problems()[f.Name] == "" {
				t.Errorf("%s: %s", f.Name, r.Text)
			}
		}
	}
	w.Owner.Call(http.StatusPreconditionFailed, http.MethodDelete, path, nil, "If-Match", tag)
	w.Owner.Call(http.StatusNoContent, http.MethodDelete, path, nil, "If-Match", w.Owner.Call(http.StatusOK, http.MethodGet, path, nil).Header.Get("ETag"))
}

func twice(t *testing.T, w *World) {
	key := uuid.Must(uuid.NewV7()).String()
	first := w.Owner.Call(http.StatusCreated, http.MethodPost, w.path(), w.valid(1), "Idempotency-Key", key)
	again := w.Owner.Call(http.StatusOK, http.MethodPost, w.path(), w.valid(1), "Idempotency-Key", key)
	if first.ID() != key || !maps.EqualFunc(first.Body, again.Body, func(a, b any) bool { return reflect.DeepEqual(a, b) }) {
		t.Errorf("first %s, again %s", first.Text, again.Text)
	}
	if r := w.Owner.Scoped(w.Resource.Table+":create").Call(http.StatusOK, http.MethodPost, w.path(), w.valid(1), "Idempotency-Key", key); len(r.Body) != 2 {
		t.Errorf("a key that somebody has used shows the row: %s", r.Text)
	}
	if n := w.count("true"); n != 1 {
		t.Errorf("%d rows", n)
	}
	for _, bad := range []string{"x", uuid.NewString()} {
		w.Owner.Call(http.StatusBadRequest, http.MethodPost, w.path(), w.valid(2), "Idempotency-Key", bad)
	}
}

func programDelete(t *testing.T, w *World) {
	id := w.Owner.Call(http.StatusCreated, http.MethodPost, w.path(), w.valid(1)).ID()
	w.Owner.Call(http.StatusNoContent, http.MethodDelete, w.path(id), nil)
	if w.Resource.SoftDelete {
		w.Owner.Call(http.StatusNoContent, http.MethodDelete, w.path(id), nil) // sent again it deletes nothing for good
		w.Owner.Call(http.StatusConflict, http.MethodPatch, w.path(id), map[string]any{}, "If-Match", "*")
		if r := w.Owner.Call(http.StatusOK, http.MethodPost, w.path(id, "restore"), nil); r.Body["deleted_at"] != nil {
			t.Errorf("restored: %s", r.Text)
		}
		w.Owner.Call(http.StatusNoContent, http.MethodDelete, w.path(id), nil)
		if r := w.Owner.Scoped(w.Resource.Table+":delete").Call(http.StatusOK, http.MethodPost, w.path(id, "restore"), nil); len(r.Body) != 2 {
			t.Errorf("who may only delete is told of what was restored: %s", r.Text)
		}
		w.Owner.Call(http.StatusConflict, http.MethodDelete, w.path(id)+"?purge=true", nil)
		w.Owner.Call(http.StatusNoContent, http.MethodDelete, w.path(id), nil)
		w.Owner.Call(http.StatusNoContent, http.MethodDelete, w.path(id)+"?purge=true", nil)
	}
	w.Owner.Call(http.StatusNotFound, http.MethodDelete, w.path(id), nil)
	ids := []string{}
	for n := range 3 {
		ids = append(ids, w.Owner.Call(http.StatusCreated, http.MethodPost, w.path(), w.valid(n)).ID())
	}
	for _, bad := range []map[string]any{
		{}, {"action": "delete"}, {"action": "no_such", "ids": ids}, {"action": "delete", "ids": []string{}}, {"action": "delete", "ids": "x"},
		{"action": "delete", "ids": ids, "matching": map[string]string{}}, {"action": "delete", "matching": map[string]string{"no_such": "1"}},
		{"action": "delete", "ids": ids, "tenant_id": w.B},
	} {
		w.Owner.Call(http.StatusUnprocessableEntity, http.MethodPost, w.path("bulk"), bad)
	}
	for _, body := range []map[string]any{{"action": "delete", "ids": ids[:2]}, {"action": "delete", "matching": map[string]string{}}} {
		r := w.Owner.Call(http.StatusOK, http.MethodPost, w.path("bulk"), body)
		if want := map[bool]float64{true: 2, false: 1}[body["ids"] != nil]; r.Body["changed"] != want {
			t.Errorf("%v: %s", body, r.Text)
		}
	}
	status := map[bool]float64{true: http.StatusConflict, false: http.StatusNotFound}[w.Resource.SoftDelete] // in the trash already, or gone
	r := w.Owner.Call(http.StatusOK, http.MethodPost, w.path("bulk"), map[string]any{"action": "delete", "ids": append(ids[:1:1], ids...)})
	refusals, _ := r.Body["refusals"].([]any)
	if r.Body["changed"] != 0.0 || r.Body["refused"] != 3.0 || len(refusals) != 3 || strings.Contains(r.Text, ids[2]) != w.Resource.SoftDelete {
		t.Fatalf("deleted again: %s", r.Text)
	}
	for _, refusal := range refusals {
		if refusal.(map[string]any)["status"] != status {
			t.Errorf("deleted again: %v, want %v", refusal, status)
		}
	}
}

func foreignProgram(t *testing.T, w *World) {
	id := w.Owner.Call(http.StatusCreated, http.MethodPost, w.path(), w.valid(1)).ID()
	snapshot := w.Text("select t::text from "+w.Resource.Table+" t where id = $1", id)
	unknown := w.Stranger.Call(http.StatusNotFound, http.MethodGet, w.path(uuid.NewString()), nil)
	for _, r := range []Reply{
		w.Stranger.Call(http.StatusNotFound, http.MethodGet, w.path(id), nil),
		w.Stranger.Call(http.StatusNotFound, http.MethodPatch, w.path(id), w.changes(), "If-Match", "*"),
		w.Stranger.Call(http.StatusNotFound, http.MethodDelete, w.path(id), nil),
	} {
		r.Body["request_id"] = unknown.Body["request_id"]
		if !reflect.DeepEqual(r.Body, unknown.Body) {
			t.Errorf("foreign %v, unknown %v", r.Body, unknown.Body)
		}
	}
	if r := w.Stranger.Call(http.StatusOK, http.MethodPost, w.path("bulk"), map[string]any{"action": "delete", "ids": []string{id}}); r.Body["changed"] != 0.0 {
		t.Errorf("bulk: %s", r.Text)
	}
	if r := w.Stranger.Call(http.StatusOK, http.MethodGet, w.path(), nil); strings.Contains(r.Text, id) {
		t.Error("the list shows another company's row")
	}
	// The same key in another company makes a row of its own.
	if r := w.Stranger.Call(http.StatusCreated, http.MethodPost, w.path(), w.valid(2), "Idempotency-Key", id); r.ID() != id {
		t.Errorf("made %s", r.Text)
	}
	if now := w.Text("select t::text from "+w.Resource.Table+" t where tenant_id = $1 and id = $2", w.A, id); now != snapshot {
		t.Errorf("the row is %s, was %s", now, snapshot)
	}
}

// scopes goes through what each token and each role may not do.
func scopes(t *testing.T, w *World) {
	id := w.Owner.Call(http.StatusCreated, http.MethodPost, w.path(), w.valid(1)).ID()
	calls := []struct {
		operation, method, path string
		rule                    resource.Rule
		body                    any
	}{
		{"read", http.MethodGet, w.path(), w.Resource.Allow.Read, nil},
		{"read", http.MethodGet, w.path(id), w.Resource.Allow.Read, nil},
		{"create", http.MethodPost, w.path(), w.Resource.Allow.Create, w.valid(2)},
		{"update", http.MethodPatch, w.path(id), w.Resource.Allow.Update, map[string]any{}},
		{"delete", http.MethodPost, w.path("bulk"), w.Resource.Allow.Delete, map[string]any{"action": "delete", "ids": []string{uuid.NewString()}}},
		{"delete", http.MethodDelete, w.path(id), w.Resource.Allow.Delete, nil},
	}
	w.Nobody.Call(http.StatusUnauthorized, http.MethodGet, w.path(), nil)
	for _, c := range calls {
		if r := w.Nobody.Call(http.StatusUnauthorized, c.method, c.path, c.body, "Cookie", "sid="+w.Owner.cookie); r.Header.Get("WWW-Authenticate") == "" {
			t.Error("a 401 names no scheme")
		}
		for _, operation := range []string{"read", "create", "update", "delete"} {
			if operation != c.operation {
				w.Owner.Scoped(w.Resource.Table+":"+operation, "other:*").Call(http.StatusForbidden, c.method, c.path, c.body, "If-Match", "*")
			}
		}
		if !c.rule.Somebody("member") {
			w.Member.Call(http.StatusForbidden, c.method, c.path, c.body, "If-Match", "*")
		}
	}
	for _, c := range calls {
		narrow := w.Owner.Scoped(w.Resource.Table + ":" + c.operation)
		status := map[string]int{http.MethodPost: http.StatusCreated, http.MethodDelete: http.StatusNoContent}[c.method]
		if status == 0 || strings.HasSuffix(c.path, "bulk") {
			status = http.StatusOK
		}
		r := narrow.Call(status, c.method, c.path, c.body, "If-Match", "*")
		if c.operation == "create" || c.operation == "update" {
			if len(r.Body) != 2 || r.ID() == "" || r.Body["revision"] == nil {
				t.Errorf("a token that may only %s reads %s", c.operation, r.Text)
			}
		}
	}
}
