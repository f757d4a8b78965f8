package auth

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/services/auth"
)

var link = regexp.MustCompile(`https://stoa\.example(/invitations/[\w-]{32})`)

// invited is the path of a new link.
func (v *visitor) invited(t *testing.T, role string) string {
	t.Helper()
	got := v.post(t, "/settings/invitations", "role", role)
	m := link.FindStringSubmatch(got.text)
	if got.StatusCode != 201 || m == nil {
		t.Fatalf("invite: %d %s", got.StatusCode, got.text)
	}
	return m[1]
}

// memberOf is the address of somebody's page among the members of their first company.
func (w *world) memberOf(t *testing.T, email string) (path string) {
	t.Helper()
	const query = "select '/settings/members/' || m.id from memberships m join users u on u.id = m.user_id where u.email = $1 order by m.created_at limit 1"
	if err := w.db.Admin.QueryRow(context.Background(), query, email).Scan(&path); err != nil {
		t.Fatal(err)
	}
	return path
}

func (w *world) userOf(t *testing.T, email string) (id uuid.UUID) {
	t.Helper()
	if err := w.db.Admin.QueryRow(context.Background(), "select id from users where email = $1", email).Scan(&id); err != nil {
		t.Fatal(err)
	}
	return id
}

// An owner sends a link; somebody new and somebody with an account come in by it, each once.
func TestInvite(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	owner, _ := w.registered(t)
	path := owner.invited(t, "admin")
	if strings.Contains(owner.get(t, "/settings/invitations").text, path) {
		t.Error("the link is shown again")
	}
	ada := w.visitor()
	ada.get(t, path).says(t, "Porch", "an admin")
	got := ada.post(t, path, "name", "Ada", "email", "ada", "password", "short")
	got.is(t, 422, "")
	got.says(t, `value="Ada"`, `value="ada"`, "Write a whole email address")
	ada.post(t, path, "name", "Ada", "email", "ada@example.com", "password", good).is(t, 303, "/chats")
	ada.get(t, "/settings/profile").says(t, "as admin", "Porch")
	used := w.visitor().get(t, path)
	used.is(t, 404, "")
	used.says(t, "was used, withdrawn, or has run out")

	ben, _ := w.registered(t)
	ben.post(t, owner.invited(t, "member")).is(t, 303, "/chats")
	ben.get(t, "/settings/profile").says(t, "as member")
	owner.get(t, "/settings/members").says(t, "ada@example.com", "Zeno")
}

func TestMembersMayNotManage(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	owner, ownerEmail := w.registered(t)
	member := w.visitor()
	member.post(t, owner.invited(t, "member"), "name", "Ada", "email", "ada@example.com", "password", good).is(t, 303, "/chats")
	of := w.memberOf(t, ownerEmail)
	page := member.get(t, "/settings/members")
	page.says(t, ownerEmail)
	for _, not := range []string{of + "/edit", "/settings/invitations", "/settings/members/bulk"} {
		if strings.Contains(page.text, not+`"`) {
			t.Errorf("a member is offered %s", not)
		}
	}
	for _, v := range []*visitor{member, w.admin(t, owner)} {
		v.post(t, of+"/delete").is(t, 403, "")
		v.post(t, of, "role", "member").is(t, 403, "")
		v.get(t, of+"/edit").is(t, 403, "")
		v.post(t, "/settings/invitations", "role", "owner").is(t, 403, "")
		v.post(t, "/settings/members", "role", "owner").is(t, 404, "")
	}
	member.get(t, "/settings/invitations").is(t, 403, "")
	own := w.memberOf(t, "ada@example.com")
	member.post(t, own, "role", "owner").is(t, 403, "")
	member.post(t, "/settings/members/bulk", "action", "delete", "confirm", "true", "all", "true").is(t, 403, "")
}

// admin is somebody new whom an owner has invited as one.
func (w *world) admin(t *testing.T, owner *visitor) *visitor {
	t.Helper()
	v := w.visitor()
	v.post(t, owner.invited(t, "admin"), "name", "Ben", "email", "ben@example.com", "password", good).is(t, 303, "/chats")
	return v
}

// An admin gives roles up to their own, and takes owners neither their role nor their membership, one by one or many at once.
func TestAdminsManageUpToTheirRole(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	owner, ownerEmail := w.registered(t)
	admin := w.admin(t, owner)
	w.visitor().post(t, owner.invited(t, "member"), "name", "Ada", "email", "ada@example.com", "password", good).is(t, 303, "/chats")
	ada := w.memberOf(t, "ada@example.com")
	if text := admin.get(t, ada+"/edit").text; strings.Contains(text, `value="owner"`) || !strings.Contains(text, `value="admin"`) {
		t.Error("an admin is offered the wrong roles")
	}
	refused := admin.post(t, ada, "role", "owner")
	refused.is(t, 422, "")
	refused.says(t, "You may give roles up to your own.")
	admin.post(t, ada, "role", "admin").is(t, 303, ada)
	admin.post(t, "/settings/members/bulk", "action", "delete", "confirm", "true", "all", "true").is(t, 303, "/settings/members")
	owner.get(t, "/settings/members").says(t, ownerEmail, "1 member")
}

func TestManagement(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	owner, ownerEmail := w.registered(t)
	me := w.memberOf(t, ownerEmail)
	for _, got := range []answer{owner.post(t, me+"/delete"), owner.post(t, me, "role", "member"), owner.post(t, "/settings/members/bulk", "action", "delete", "confirm", "true", "all", "true")} {
		got.is(t, 422, "")
		got.says(t, "A company needs an owner.")
	}
	owner.post(t, me, "role", "king").is(t, 422, "")

	ada := w.visitor()
	ada.post(t, owner.invited(t, "member"), "name", "Ada", "email", "ada@example.com", "password", good).is(t, 303, "/chats")
	of := w.memberOf(t, "ada@example.com")
	owner.post(t, of, "role", "admin").is(t, 303, of)
	owner.get(t, of).says(t, "The role is changed.", "Ada &lt;ada@example.com&gt;", "Admin")
	ada.get(t, "/settings/profile").is(t, 303, "/login?next=%2Fsettings%2Fprofile") // with another role by another login
	owner.get(t, of+"/delete").says(t, "Delete “Ada &lt;ada@example.com&gt;”?")
	owner.post(t, of+"/delete").is(t, 303, "/settings/members")
	gone := ada.post(t, "/login", "email", "ada@example.com", "password", good)
	gone.is(t, 403, "")
	gone.says(t, "no longer a member")

	path := owner.invited(t, "member")
	revoke := regexp.MustCompile(`/settings/invitations/[\w-]{36}/revoke`).FindString(owner.get(t, "/settings/invitations").text)
	owner.post(t, revoke).is(t, 303, "/settings/invitations")
	w.visitor().get(t, path).is(t, 404, "")
	owner.post(t, revoke).is(t, 404, "")
}

// People are found by name and by address, and a search of another company finds nobody.
func TestFindMembers(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	owner, _ := w.registered(t)
	w.admin(t, owner)
	other, _ := w.registered(t)
	for _, q := range []string{"BEN", "ben%40exam", "?role=admin"} {
		q = "/settings/members?q=" + q
		q = strings.Replace(q, "q=?", "", 1)
		if text := owner.get(t, q).text; !strings.Contains(text, "ben@example.com") || strings.Contains(text, "Zeno") && !strings.Contains(text, "1 member") {
			t.Errorf("%s finds somebody else", q)
		}
		if strings.Contains(other.get(t, q).text, "ben@example.com") {
			t.Errorf("%s finds somebody of another company", q)
		}
	}
}

func TestSwitch(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	v, email := w.registered(t)
	other, elsewhere := uuid.New(), uuid.New()
	w.exec(t, "insert into tenants (id, name) values ($1, 'Academy'), ($2, 'Lyceum')", other, elsewhere)
	w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, 'member')", other, w.userOf(t, email))
	v.get(t, "/settings/profile").says(t, "Academy", "Porch")
	for _, id := range []string{elsewhere.String(), uuid.NewString(), "garbage", ""} {
		v.post(t, "/tenants/switch", "tenant_id", id).is(t, 404, "")
	}
	v.post(t, "/tenants/switch", "tenant_id", other.String()).is(t, 303, "/chats")
	v.get(t, "/settings/profile").says(t, "Academy, as member")
}
