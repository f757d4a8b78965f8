package crud_test

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/handlers/crud/crudtest/shop"
	"stoa/handlers/crud/crudtest/shop/generated/resources"
	"stoa/internal/plugin"
)

func thing(_ *crudtest.World, n int) url.Values {
	return url.Values{"name": {fmt.Sprintf("Thing %03d", n)}, "remark": {map[bool]string{true: "walking boots", false: "a lamp"}[n%2 == 0]}}
}

func TestConformanceOfActions(t *testing.T) {
	t.Parallel()
	crudtest.Run(t, crudtest.Subject{
		Resource: resources.Things(), Prepare: shop.Prepare, Mount: shop.Mount, Valid: thing, Edited: url.Values{"name": {"Another"}},
		Invalid: url.Values{"name": {""}, "borrower": {strings.Repeat("x", 21)}}, Filter: [2]string{"q", "walked"}, Words: true,
	})
}

const state = "select concat_ws(' ', state, borrower, counted) from things where id = $1"

// An action asks for what it needs by the rules of the columns, and acts where its rule allows it.
func TestActions(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	own, other := w.Member.Make(1), w.Admin.Make(2)
	page := "/things/" + own
	sees(t, w.Member.Get(http.StatusOK, page), page+"/do/lend", "Lend…", page+"/do/count")
	list := w.Member.Get(http.StatusOK, "/things").Body
	if !strings.Contains(list, page+"/do/lend") || strings.Contains(list, "/things/"+other+"/do/lend") || strings.Contains(list, page+"/do/bring_back") {
		t.Error("the list offers the wrong actions")
	}
	sees(t, w.Member.Get(http.StatusOK, page+"/do/lend"), `name="borrower"`)
	sees(t, w.Member.Post(http.StatusUnprocessableEntity, page+"/do/lend", url.Values{"borrower": {strings.Repeat("x", 21)}}), `id="borrower-error"`, "xxxxx")
	sees(t, w.Member.Post(http.StatusUnprocessableEntity, page+"/do/lend", url.Values{"borrower": {" "}}), "Say to whom.")
	if to := w.Member.Post(http.StatusSeeOther, page+"/do/lend", url.Values{"borrower": {" Ada "}, "state": {"forged"}}).Location; to != page {
		t.Errorf("it leads to %s", to)
	}
	if got := w.Text(state, own); got != "lent Ada 0" {
		t.Errorf("it is %s", got)
	}
	sees(t, w.Member.Get(http.StatusOK, page), "Bring back…")
	w.Member.Post(http.StatusForbidden, page+"/do/lend", url.Values{"borrower": {"Ben"}}) // it is lent already
	sees(t, w.Member.Get(http.StatusOK, page+"/do/bring_back"), "Is it whole?")
	w.Member.Post(http.StatusSeeOther, page+"/do/bring_back", nil)
	w.Member.Post(http.StatusSeeOther, page+"/do/count", nil)
	if got := w.Text(state, own); got != "here 1" {
		t.Errorf("it is %s", got)
	}
	w.Member.Post(http.StatusSeeOther, page+"/delete", nil)
	w.Member.Post(http.StatusConflict, page+"/do/count", nil)
	if strings.Contains(w.Member.Get(http.StatusOK, page).Body, "/do/count") {
		t.Error("the trash offers an action")
	}
}

// What a person may not do, does not exist for them, or is not one: nothing of it happens.
func TestActionsAreGuarded(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	id := w.Admin.Make(1)
	lent := url.Values{"borrower": {"Eve"}, "ids": {id}, "action": {"lend"}, "confirm": {"true"}}
	w.Member.Post(http.StatusForbidden, "/things/"+id+"/do/lend", lent)
	w.Member.Get(http.StatusForbidden, "/things/"+id+"/do/lend")
	w.Member.Post(http.StatusSeeOther, "/things/bulk", lent) // passed over
	w.Stranger.Post(http.StatusNotFound, "/things/"+id+"/do/lend", lent)
	w.Stranger.Get(http.StatusNotFound, "/things/"+id+"/do/lend")
	w.Stranger.Post(http.StatusSeeOther, "/things/bulk", lent)
	w.Nobody.Post(http.StatusSeeOther, "/things/"+id+"/do/lend", lent)
	for _, path := range []string{"/things/" + id + "/do/burn", "/things/" + uuid.NewString() + "/do/lend", "/things/garbage/do/lend", "/boards/" + id + "/do/lend"} {
		w.Admin.Post(http.StatusNotFound, path, lent)
	}
	other := url.Values{"action": {"count"}, "ids": {id}} // it is for one row only
	w.Admin.Post(http.StatusBadRequest, "/things/bulk", other)
	lent.Set("tenant", w.B.String())
	w.Admin.Post(http.StatusConflict, "/things/"+id+"/do/lend", lent)
	if got := w.Text(state, id); got != "here 0" {
		t.Errorf("it is %s", got)
	}
}

// Many at once: those that were picked, or all that match, asked once for all; what was refused is refused for all of a batch.
func TestActionsInBulk(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	var ids []string
	for n := range 30 {
		ids = append(ids, w.Admin.Make(n+1))
	}
	sees(t, w.Member.Get(http.StatusOK, "/things"), `value="lend"`)
	form := url.Values{"action": {"lend"}, "ids": ids[:2]}
	ask := w.Admin.Post(http.StatusOK, "/things/bulk", form)
	sees(t, ask, "Lend what is picked?", `name="borrower"`, ids[0], ids[1])
	form.Set("confirm", "true")
	sees(t, w.Admin.Post(http.StatusUnprocessableEntity, "/things/bulk", form), "Say to whom.", ids[1])
	form.Set("borrower", "Ada")
	w.Admin.Post(http.StatusSeeOther, "/things/bulk", form)
	if got := w.Text("select count(*)::text from things where borrower = 'Ada'"); got != "2" {
		t.Errorf("Ada has %s", got)
	}
	all := url.Values{"action": {"lend"}, "all": {"true"}, "state": {"q=walk"}, "confirm": {"true"}, "borrower": {"Ben"}}
	w.Admin.Post(http.StatusSeeOther, "/things/bulk", all)
	if got := w.Text("select count(*)::text from things where borrower = 'Ben'"); got != "14" { // one of the fifteen was with Ada
		t.Errorf("Ben has %s", got)
	}
}

// Words are found by their beginning and in any form, in every column at once, and what one types is no query.
func TestWordsAreFound(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	boots, lamp := w.Owner.Make(2), w.Owner.Make(1)
	for q, found := range map[string]string{
		"walked": boots, "boot": boots, "BOOTS walk": boots, "thing wal": boots, "lam": lamp, "a & lamp": lamp, "'lamp": lamp, "walking lamp": "", "alk": "", "%": "", "!!": "",
	} {
		list := w.Member.Get(http.StatusOK, "/things?q="+url.QueryEscape(q)).Body
		for _, id := range []string{boots, lamp} {
			if got := strings.Contains(list, `id="row-things-`+id); got != (id == found) {
				t.Errorf("%q finds %s: %t", q, id, got)
			}
		}
	}
}

// A program does with a row what the button does, by the same rule, and is told the same of what is wrong.
func TestActionsInTheAPI(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	id := w.Owner.Make(1)
	lend := func(who *crudtest.Person, status int, body any, headers ...string) crudtest.Reply {
		t.Helper()
		return who.Call(status, http.MethodPost, "/things/"+id+"/do/lend", body, headers...)
	}
	ada := map[string]any{"borrower": " Ada "}
	lend(w.Member, http.StatusForbidden, ada)
	lend(w.Stranger, http.StatusNotFound, ada)
	lend(w.Nobody, http.StatusUnauthorized, ada)
	lend(w.Owner.Scoped("things:read"), http.StatusForbidden, ada)
	lend(w.Owner, http.StatusUnprocessableEntity, map[string]any{"state": "lent"})
	lend(w.Owner, http.StatusUnprocessableEntity, map[string]any{"borrower": strings.Repeat("x", 21)})
	if r := lend(w.Owner, http.StatusUnprocessableEntity, map[string]any{}); !strings.Contains(r.Text, "Say to whom.") {
		t.Errorf("what the function says of a field: %s", r.Text)
	}
	lend(w.Owner, http.StatusPreconditionFailed, ada, "If-Match", `"1"`)
	w.Owner.Call(http.StatusNotFound, http.MethodPost, "/things/"+id+"/do/burn", ada)
	etag := w.Owner.Call(http.StatusOK, http.MethodGet, "/things/"+id, nil).Header.Get("ETag")
	meanwhile := onRead{func() { w.Exec("update things set worth = 4 where id = $1", id) }, strings.NewReader(`{"borrower": "Eve"}`)}
	lend(w.Owner, http.StatusPreconditionFailed, meanwhile, "If-Match", etag, "Expect", "100-continue") // the body is sent when the row was read
	if r := lend(w.Owner, http.StatusOK, ada); r.Body["state"] != "lent" || r.Body["borrower"] != "Ada" || r.Header.Get("ETag") == "" {
		t.Errorf("lent: %s", r.Text)
	}
	lend(w.Owner, http.StatusForbidden, ada) // it is not here any more
	if r := w.Owner.Scoped("things:update").Call(http.StatusOK, http.MethodPost, "/things/"+id+"/do/bring_back", map[string]any{}); len(r.Body) != 2 {
		t.Errorf("who may not read is told %s", r.Text)
	}
	if got := w.Text(state, id); got != "here 0" {
		t.Errorf("it is %q", got)
	}
	w.Owner.Call(http.StatusNoContent, http.MethodDelete, "/things/"+id, nil)
	lend(w.Owner, http.StatusConflict, ada) // in the trash
}

// On several rows at once: what may not be done with one of them is passed over, what is refused is for all of them.
func TestActionsInBulkInTheAPI(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	var ids []string
	for n := range 4 {
		ids = append(ids, w.Owner.Make(n+1))
	}
	theirs := w.Stranger.Make(9)
	lend := func(who *crudtest.Person, status int, body any) crudtest.Reply {
		t.Helper()
		return who.Call(status, http.MethodPost, "/things/do/lend", body)
	}
	body := func(borrower string, ids ...string) map[string]any {
		return map[string]any{"ids": ids, "values": map[string]any{"borrower": borrower}}
	}
	count := func(borrower string) string {
		return w.Text("select count(*)::text from things where borrower = $1", borrower)
	}
	lend(w.Nobody, http.StatusUnauthorized, body("Eve", ids...))
	lend(w.Owner.Scoped("things:read"), http.StatusForbidden, body("Eve", ids...))
	for _, who := range []*crudtest.Person{w.Member, w.Stranger} { // not theirs
		if r := lend(who, http.StatusOK, body("Eve", ids...)); r.Body["changed"] != 0.0 {
			t.Errorf("lent by somebody else: %s", r.Text)
		}
	}
	for _, action := range []string{"burn", "bring_back"} { // unknown, and of single rows only
		w.Owner.Call(http.StatusNotFound, http.MethodPost, "/things/do/"+action, body("Eve", ids...))
	}
	many := make([]string, 1001)
	for i := range many {
		many[i] = ids[0]
	}
	for _, bad := range []map[string]any{
		{}, body("Eve"), body("Eve", many...), body("Eve", "garbage"), {"ids": ids, "borrower": "Eve"}, {"ids": ids, "values": []string{"Eve"}},
		{"ids": ids, "values": map[string]any{"state": "lent"}}, body(strings.Repeat("x", 21), ids...), body(" ", ids...),
		{"ids": ids, "matching": map[string]string{}, "values": map[string]any{"borrower": "Eve"}},
		{"matching": map[string]string{"after": "x"}, "values": map[string]any{"borrower": "Eve"}},
	} {
		lend(w.Owner, http.StatusUnprocessableEntity, bad)
	}
	if got := count("Eve"); got != "0" {
		t.Fatalf("Eve has %s", got)
	}
	if r := lend(w.Owner, http.StatusOK, body("Ada", ids[0], ids[1], ids[0], theirs, uuid.NewString())); r.Body["changed"] != 2.0 || r.Body["refused"] != 2.0 ||
		strings.Count(r.Text, `"status":404`) != 2 || !strings.Contains(r.Text, `"index":3`) || !strings.Contains(r.Text, `"index":4`) || strings.Contains(r.Text, theirs) || len(r.Body) != 3 {
		t.Errorf("lent: %s", r.Text)
	}
	w.Owner.Call(http.StatusNoContent, http.MethodDelete, "/things/"+ids[2], nil)
	rest := map[string]any{"matching": map[string]string{}, "values": map[string]any{"borrower": "Ben"}}
	if r := lend(w.Owner.Scoped("things:update"), http.StatusOK, rest); r.Body["changed"] != 1.0 {
		t.Errorf("lent all that match: %s", r.Text)
	}
	if ada, ben := count("Ada"), count("Ben"); ada != "2" || ben != "1" {
		t.Errorf("Ada has %s and Ben %s", ada, ben)
	}
}

// onRead is a body that does something when it begins to be sent.
type onRead struct {
	first func()
	io.Reader
}

func (b onRead) Read(p []byte) (int, error) {
	b.first()
	return b.Reader.Read(p)
}

// Rows that are kept no longer go for good, in every company, and no others.
func TestRetention(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	old, young, used, theirs := w.Owner.Make(1), w.Owner.Make(2), w.Owner.Make(3), w.Stranger.Make(4)
	w.Exec("update things set deleted_at = now() - interval '31 days' where id = any ($1)", []string{old, theirs})
	w.Exec("update things set deleted_at = now() - interval '29 days' where id = $1", young)
	w.Exec(`insert into things (tenant_id, id, user_id, name, deleted_at)
		select $1, gen_random_uuid(), $2, 'Many ' || n, now() - interval '1 year' from generate_series(1, 1100) n`, w.A, w.Owner.ID)
	w.Retire()
	left := w.Text("select string_agg(id::text, ' ' order by id) from things")
	if left != young+" "+used {
		t.Errorf("these are left: %s", left)
	}
}

// Rows grow old also where nobody has pages for them.
func TestRetentionWithoutPages(t *testing.T) {
	t.Parallel()
	w := crudtest.New(t, crudtest.Subject{Resource: resources.Things(), Prepare: shop.Prepare, Mount: shop.Mount, Off: func(string) bool { return true }})
	w.Owner.Get(http.StatusNotFound, "/things")
	w.Exec(`insert into things (tenant_id, id, user_id, name, deleted_at) values ($1, gen_random_uuid(), $2, 'Old', now() - interval '31 days')`, w.A, w.Owner.ID)
	w.Retire()
	if left := w.Text("select count(*)::text from things"); left != "0" {
		t.Errorf("%s rows are left", left)
	}
}

// A function that the schema asks for and the program lacks shows at the start, and so does one that nobody asked for.
func TestActionsMustBeThere(t *testing.T) {
	t.Parallel()
	for want, actions := range map[string]map[string]crud.Act{
		"@action(lend) of things lacks its function": nil, "boards has no @action(burn)": {"burn": nil},
	} {
		func() {
			defer func() {
				if said := fmt.Sprint(recover()); !strings.Contains(said, want) {
					t.Errorf("it says %s", said)
				}
			}()
			r := resources.Things()
			if actions != nil {
				r = resources.Boards()
			}
			crud.Mount(crud.New(crud.Options{}), plugin.Routes{}, r, crud.Overrides[any]{Actions: actions})
		}()
	}
}
