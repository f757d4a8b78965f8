package crud_test

import (
	"encoding/json"
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
	"stoa/internal/resource"
)

// row is that of an id in a list.
func row(t *testing.T, list crudtest.Reply, id string) map[string]any {
	t.Helper()
	var page struct{ Data []map[string]any }
	if err := json.Unmarshal([]byte(list.Text), &page); err != nil {
		t.Fatal(err)
	}
	for _, r := range page.Data {
		if r["id"] == id {
			return r
		}
	}
	t.Fatalf("the list lacks %s", id)
	return nil
}

// A program is told of a column what its owner may read: in rows, in lists, by filters, by the order, by counts.
func TestColumnsInTheAPI(t *testing.T) {
	t.Parallel()
	w, own, other := staffed(t)
	get := func(who *crudtest.Person, status int, path string) crudtest.Reply {
		return who.Call(status, http.MethodGet, path, nil)
	}
	for _, path := range []string{"/staff", "/staff?wage.from=1&count=true", "/staff?sort=-name", "/staff/" + other, "/staff/" + own} {
		text := get(w.Member, http.StatusOK, path).Text
		for _, value := range []string{"271828", "lazybones", "keen", "remark"} {
			if strings.Contains(text, value) {
				t.Errorf("%s tells a member %s", path, value)
			}
		}
	}
	list := get(w.Member, http.StatusOK, "/staff")
	if mine, theirs := row(t, list, own), row(t, list, other); mine["wage"] != 1111.0 || theirs["wage"] != nil {
		t.Errorf("a member reads the wages %v and %v", mine["wage"], theirs["wage"])
	}
	if theirs := get(w.Admin, http.StatusOK, "/staff/"+other).Body; theirs["wage"] != 271828.0 || theirs["remark"] != "lazybones" {
		t.Errorf("an admin reads %v", theirs)
	}
	for path, n := range map[string]float64{"/staff?q=lazy&count=true": 0, "/staff?wage.from=2000&count=true": 0, "/staff?wage.from=1000&wage.to=3000&count=true": 1, "/staff?count=true": 2} {
		if count, _ := get(w.Member, http.StatusOK, path).Body["count"].(map[string]any); count["rows"] != n {
			t.Errorf("%s counts %v, want %v", path, count["rows"], n)
		}
	}
	for _, path := range []string{"/staff?sort=wage", "/staff?sort=-wage", "/staff?sort=remark", "/staff?remark=keen"} {
		get(w.Member, http.StatusBadRequest, path)
	}
	get(w.Admin, http.StatusOK, "/staff?sort=-wage")
}

// What a program may not write is refused by name, and nothing of the request is done.
func TestColumnsWrittenByTheAPI(t *testing.T) {
	t.Parallel()
	w, own, other := staffed(t)
	text := func(id string) string {
		return w.Text("select concat_ws(' ', name, wage, remark, phone) from staff where id = $1", id)
	}
	patch := func(who *crudtest.Person, status int, id string, body map[string]any) string {
		return who.Call(status, http.MethodPatch, "/staff/"+id, body, "If-Match", "*").Text
	}
	for _, c := range []struct {
		id    string
		field string
		value any
	}{{own, "wage", 9999}, {own, "remark", "brilliant"}, {other, "wage", 9999}, {other, "phone", "555"}, {other, "remark", nil}, {own, "badge", "B"}} {
		if said := patch(w.Member, http.StatusUnprocessableEntity, c.id, map[string]any{"name": "Forged", c.field: c.value}); !strings.Contains(said, `"field":"`+c.field+`"`) {
			t.Errorf("the refusal of %s says %s", c.field, said)
		}
	}
	if a, b := text(own), text(other); a != "Colleague 001 1111 keen 1" || b != "Colleague 002 271828 lazybones 2" {
		t.Errorf("the rows are %s and %s", a, b)
	}
	said := patch(w.Member, http.StatusOK, own, map[string]any{"phone": "555"})
	if strings.Contains(said, "remark") || text(own) != "Colleague 001 1111 keen 555" {
		t.Errorf("the own row is %s, told as %s", text(own), said)
	}
	w.Member.Call(http.StatusUnprocessableEntity, http.MethodPost, "/staff", map[string]any{"name": "New", "wage": 1})
	made := w.Member.Call(http.StatusCreated, http.MethodPost, "/staff", map[string]any{"name": "New", "phone": "1"})
	if got := text(made.ID()); got != "New 0 1" {
		t.Errorf("a member made %s", got)
	}
	patch(w.Admin, http.StatusOK, other, map[string]any{"wage": 3333, "remark": nil})
	if got := text(other); got != "Colleague 002 3333 2" {
		t.Errorf("an admin wrote %s", got)
	}
}

// A file fills no column that whoever brings it may not write.
func TestColumnsOfAnImport(t *testing.T) {
	t.Parallel()
	r := resources.Staff()
	r.Ops.Import = true
	w := crudtest.New(t, crudtest.Subject{Resource: r, Prepare: shop.Prepare, Valid: colleague, Mount: func(e *crud.Engine, routes plugin.Routes) {
		crud.Mount(e, routes, r, crud.Overrides[any]{})
	}})
	const file = "name,wage,remark,phone\nAda,9999,brilliant,1\n"
	text := func() string {
		return w.Text("select string_agg(concat_ws(' ', name, wage, remark, phone), ',' order by id) from staff")
	}
	w.Member.Import(file)
	if got := text(); got != "Ada 0 1" {
		t.Errorf("a member imported %s", got)
	}
	w.Exec("delete from staff")
	w.Admin.Import(file)
	if got := text(); got != "Ada 9999 brilliant 1" {
		t.Errorf("an admin imported %s", got)
	}
}

// Relations come along only where they are declared, each once, one step far, by the rules of what they lead to and the token's scopes.
func TestInclude(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Boards(), board)
	own, hidden := w.Member.Make(1), w.Admin.Make(2)
	w.Exec("update boards set shared = true where id = $1", hidden)
	card := func(who *crudtest.Person, board string) string {
		return who.Call(http.StatusCreated, http.MethodPost, "/cards", map[string]any{"board_id": board, "title": "Card"}).ID()
	}
	mine, theirs := card(w.Member, own), card(w.Admin, hidden)
	w.Exec("update cards set helper_id = $1 where id = $2", w.Member.ID, theirs)
	get := func(who *crudtest.Person, status int, path string) crudtest.Reply {
		return who.Call(status, http.MethodGet, path, nil)
	}
	for _, include := range []string{"boards", "board,board", "board.owner", "helper", "user", "tenant", "board,", " board", strings.Repeat("board,", 1000)} {
		q := url.Values{"include": {include}}.Encode()
		get(w.Owner, http.StatusBadRequest, "/cards?"+q)
		get(w.Owner, http.StatusBadRequest, "/cards/"+mine+"?"+q)
	}
	included := func(who *crudtest.Person, card string) any {
		t.Helper()
		in, ok := row(t, get(who, http.StatusOK, "/cards?include=board"), card)["included"].(map[string]any)
		if !ok {
			t.Fatal("nothing is included")
		}
		return in["board"]
	}
	of := func(v any) any { b, _ := v.(map[string]any); return b["id"] }
	if of(included(w.Member, mine)) != own || of(included(w.Member, theirs)) != hidden {
		t.Error("a member lacks a board")
	}
	if b := included(w.Member.Scoped("cards:read"), mine); b != nil {
		t.Errorf("a token for cards alone reads the board %v", b)
	}
	if b, _ := included(w.Member, mine).(map[string]any); b["included"] != nil || b["tenant_id"] != nil {
		t.Errorf("the board is %v", b)
	}
	w.Exec("insert into cards (tenant_id, id, board_id, title) select $1, gen_random_uuid(), $2, 'Filler' from generate_series(1, 150)", w.A, own)
	if n := strings.Count(get(w.Member, http.StatusOK, "/cards?include=board&limit=100").Text, `"included":{"board":{`); n != 100 {
		t.Errorf("%d of 100 cards have their board", n)
	}
	// Another company's ids find nothing, whatever stands in a row.
	stranger := w.Stranger.Call(http.StatusCreated, http.MethodPost, "/boards", map[string]any{"name": "Theirs"}).ID()
	if text := get(w.Stranger, http.StatusOK, "/cards?include=board").Text; strings.Contains(text, own) {
		t.Errorf("a stranger reads %s", text)
	}
	get(w.Member, http.StatusNotFound, "/boards/"+stranger)
	get(w.Member, http.StatusNotFound, "/cards/"+uuid.NewString()+"?include=board")
}

// A related row comes without the columns that its reader may not read.
func TestIncludeHidesColumns(t *testing.T) {
	t.Parallel()
	cards := resources.Cards()
	cards.Fields = append([]resource.Field{}, cards.Fields...)
	for i, f := range cards.Fields {
		if f.Name == "board_id" { // as if cards belonged to staff, of the same ids
			cards.Fields[i].Target = "staff"
		}
	}
	w := crudtest.New(t, crudtest.Subject{Resource: resources.Boards(), Prepare: shop.Prepare, Valid: board, Mount: func(e *crud.Engine, routes plugin.Routes) {
		for _, r := range []resource.Resource{resources.Boards(), resources.Staff(), cards} {
			crud.Mount(e, routes, r, crud.Overrides[any]{})
		}
	}})
	id := w.Owner.Make(1)
	w.Exec("update boards set shared = true where id = $1", id)
	w.Exec("insert into staff (tenant_id, id, user_id, name, wage, remark) values ($1, $2, $3, 'Ada', 271828, 'lazybones')", w.A, id, w.Owner.ID)
	w.Exec("insert into cards (tenant_id, id, board_id, title) values ($1, gen_random_uuid(), $2, 'Card')", w.A, id)
	text := func(who *crudtest.Person) string {
		return who.Call(http.StatusOK, http.MethodGet, "/cards?include=board", nil).Text
	}
	if got := text(w.Member); !strings.Contains(got, `"name":"Ada"`) || !strings.Contains(got, `"wage":null`) || strings.Contains(got, "remark") {
		t.Errorf("a member reads %s", got)
	}
	if got := text(w.Admin); !strings.Contains(got, `"wage":271828`) || !strings.Contains(got, "lazybones") {
		t.Errorf("an admin reads %s", got)
	}
}

// Every parameter that a list does not declare is refused, whoever asks.
func TestUnknownParameters(t *testing.T) {
	t.Parallel()
	w, _, _ := staffed(t)
	for _, name := range []string{"tenant_id", "user_id", "phone", "wage", "pin", "order", "after", "before", "fields", "limit.from"} {
		w.Owner.Call(http.StatusBadRequest, http.MethodGet, "/staff?"+name+"=1", nil)
	}
}
