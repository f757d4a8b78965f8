package crud_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	widgets "stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/handlers/crud/crudtest/shop/generated/resources"
	"stoa/internal/plugin"
	"stoa/internal/secret"
)

func colleague(_ *crudtest.World, n int) url.Values {
	return url.Values{"name": {fmt.Sprintf("Colleague %03d", n)}}
}

// staffed is a company in which the admin has made two people; the first row is the member's own.
func staffed(t *testing.T) (w *crudtest.World, own, other string) {
	w = shopping(t, resources.Staff(), colleague)
	own, other = w.Admin.Make(1), w.Admin.Make(2)
	w.Exec("update staff set user_id = $1, wage = 1111, remark = 'keen', phone = '1' where id = $2", w.Member.ID, own)
	w.Exec("update staff set wage = 271828, remark = 'lazybones', phone = '2' where id = $1", other)
	return w, own, other
}

// What a person may not read of a row leaves the server nowhere: no page, no file, no form, no filter and no order tells it.
func TestColumnsThatSomeMayRead(t *testing.T) {
	t.Parallel()
	w, own, other := staffed(t)
	for _, path := range []string{"/staff", "/staff.csv", "/staff/" + other, "/staff/" + other + "/edit", "/staff/" + own, "/staff?wage.from=1", "/staff/options"} {
		body := w.Member.Get(http.StatusOK, path).Body
		for _, value := range []string{"271828", "271,828", "lazybones", "keen"} {
			if strings.Contains(body, value) {
				t.Errorf("%s tells a member %s", path, value)
			}
		}
	}
	sees(t, w.Member.Get(http.StatusOK, "/staff/"+own), "1,111")
	sees(t, w.Admin.Get(http.StatusOK, "/staff/"+other), "271,828", "lazybones")
	sees(t, w.Admin.Get(http.StatusOK, "/staff.csv"), "271828", "lazybones")
	if strings.Contains(w.Member.Get(http.StatusOK, "/staff.csv").Body, "remark") {
		t.Error("the file has a column that its reader may not read anywhere")
	}
	for path, found := range map[string]bool{"/staff?q=lazy": false, "/staff?wage.from=2000": false, "/staff?wage.from=1000&wage.to=1200": true, "/staff?q=coll": true} {
		if got := strings.Contains(w.Member.Get(http.StatusOK, path).Body, `<tr id="row-staff-`); got != found {
			t.Errorf("%s finds something: %t", path, got)
		}
	}
	w.Member.Get(http.StatusBadRequest, "/staff?sort=wage")
	w.Member.Get(http.StatusBadRequest, "/staff?sort=remark")
	w.Admin.Get(http.StatusOK, "/staff?sort=-wage")
	w.Member.Post(http.StatusNotFound, "/staff/validate?field=remark", colleague(w, 3))

	s := w.Member.Listen(w.Member.Get(http.StatusOK, "/staff"))
	w.Announce("updated", other)
	if line := s.Until(other); strings.Contains(line, "271,828") || strings.Contains(line, "lazybones") {
		t.Error("a live row tells what its reader may not read")
	}
}

// The search over everything looks only into what its asker may read: into no column that is closed to him, in no row that is.
func TestTheSearchOverEverythingLooksWhereOneMay(t *testing.T) {
	t.Parallel()
	w, _, other := staffed(t)
	for who, want := range map[*crudtest.Person]int{w.Member: 0, w.Admin: 1, w.Stranger: 0} {
		if found := who.Find("lazybones"); len(found) != want {
			t.Errorf("found %v, want %d", found, want)
		}
	}
	if found := w.Member.Find("colleague"); len(found) != 2 || found[0].Kind != "Staff" {
		t.Errorf("a member finds %v", found)
	}
	if found := w.Admin.Find("lazybones"); len(found) == 1 && found[0].Href != "/staff/"+other {
		t.Errorf("it leads to %s", found[0].Href)
	}
	w.Exec("insert into boards (tenant_id, id, user_id, name) values ($1, gen_random_uuid(), $2, 'Colleagues of mine')", w.A, w.Owner.ID)
	if found := w.Owner.Find("colleague"); len(found) != 3 || found[0].Kind != "Boards" {
		t.Errorf("in several lists an owner finds %v", found)
	}
	if found := w.Member.Find("colleague"); len(found) != 2 {
		t.Errorf("a member finds the owner's board: %v", found)
	}
}

// What a person may not write is not in the form, and is neither taken nor lost when the form is sent.
func TestColumnsThatSomeMayWrite(t *testing.T) {
	t.Parallel()
	w, own, other := staffed(t)
	named := func(body, field string) bool { return strings.Contains(body, `name="`+field+`"`) }
	for _, c := range []struct {
		who   *crudtest.Person
		path  string
		wages bool
		phone bool
	}{
		{w.Member, "/staff/" + own + "/edit", false, true}, {w.Member, "/staff/" + other + "/edit", false, false},
		{w.Admin, "/staff/" + other + "/edit", true, true}, {w.Member, "/staff/new", false, true},
	} {
		body := c.who.Get(http.StatusOK, c.path).Body
		if named(body, "wage") != c.wages || named(body, "remark") != c.wages || named(body, "phone") != c.phone {
			t.Errorf("%s has the wrong fields", c.path)
		}
	}
	forged := url.Values{"name": {"Forged"}, "wage": {"9999"}, "remark": {"brilliant"}, "phone": {"555"}}
	text := func(id string) string {
		return w.Text("select concat_ws(' ', name, wage, remark, phone) from staff where id = $1", id)
	}
	w.Member.Post(http.StatusSeeOther, "/staff/"+other, forged)
	if got := text(other); got != "Forged 271828 lazybones 2" {
		t.Errorf("of another's row a member wrote %s", got)
	}
	w.Member.Post(http.StatusSeeOther, "/staff/"+own, forged)
	if got := text(own); got != "Forged 1111 keen 555" {
		t.Errorf("of the own row a member wrote %s", got)
	}
	if got := text(w.Member.Post(http.StatusSeeOther, "/staff", forged).ID()); got != "Forged 0 555" {
		t.Errorf("a member made %s", got)
	}
	w.Admin.Post(http.StatusSeeOther, "/staff/"+other, forged)
	if got := text(other); got != "Forged 9999 brilliant 555" {
		t.Errorf("an admin wrote %s", got)
	}
	page := w.Member.Get(http.StatusOK, "/staff/"+own+"/edit")
	w.Admin.Post(http.StatusSeeOther, "/staff/"+own, url.Values{"name": {"Somebody"}, "wage": {"7777"}})
	form := url.Values{"name": {"Mine"}, "revision": {"1"}}
	if body := w.Member.Post(http.StatusConflict, "/staff/"+own, form).Body; strings.Contains(body, "brilliant") || !strings.Contains(page.Body, "revision") {
		t.Error("the page of two versions tells what its reader may not read")
	}
}

// A secret is encrypted for its place, shown as set or not set, kept by an empty field, and removed only where that is allowed.
func TestSecretsAtRest(t *testing.T) {
	t.Parallel()
	w, own, _ := staffed(t)
	stored := func(column string) string {
		return w.Text("select coalesce("+column+", '') from staff where id = $1", own)
	}
	page := "/staff/" + own
	sees(t, w.Member.Get(http.StatusOK, page), "not set")
	w.Member.Post(http.StatusUnprocessableEntity, page, url.Values{"pin": {"12"}})
	w.Member.Post(http.StatusSeeOther, page, url.Values{"pin": {"98765"}, "badge": {"forged"}})
	sealed := stored("pin")
	at := secret.Place{Tenant: w.A, Table: "staff", Column: "pin", Row: uuid.MustParse(own)}
	if plain, err := w.Secrets.Open(sealed, at); err != nil || plain != "98765" || stored("encode(badge, 'escape')") != "" {
		t.Errorf("the pin %q opens to %q, %v", sealed, plain, err)
	}
	w.Admin.Post(http.StatusSeeOther, page, url.Values{"badge": {"B-1"}, "pin": {""}, "name": {"Renamed"}})
	at.Column = "badge"
	if plain, err := w.Secrets.Open(stored("encode(badge, 'escape')"), at); err != nil || plain != "B-1" || stored("pin") != sealed {
		t.Errorf("the badge opens to %q, %v", plain, err)
	}
	for _, path := range []string{page, page + "/edit", "/staff", "/staff.csv"} {
		if body := w.Admin.Get(http.StatusOK, path).Body; strings.Contains(body, "98765") || strings.Contains(body, "B-1") || strings.Contains(body, "s1.") {
			t.Errorf("%s tells a secret", path)
		}
	}
	sees(t, w.Member.Get(http.StatusOK, page+"/edit"), `name="pin.remove"`, "It is set.")
	w.Member.Post(http.StatusSeeOther, page, url.Values{"pin": {""}, "pin.remove": {"true"}, "badge.remove": {"true"}})
	if stored("pin") != "" || stored("encode(badge, 'escape')") == "" {
		t.Error("the pin was not removed, or the badge was")
	}
}

// A function that the schema asks for and the program lacks shows at the start.
func TestHooksMustBeThere(t *testing.T) {
	t.Parallel()
	defer func() {
		if said := fmt.Sprint(recover()); !strings.Contains(said, "@hook(before_create) of widgets lacks its function") {
			t.Errorf("it says %s", said)
		}
	}()
	r := widgets.Widgets()
	r.Hooks = []string{"before_create"}
	crud.Mount(crud.New(crud.Options{}), plugin.Routes{}, r, crud.Overrides[any]{})
}
