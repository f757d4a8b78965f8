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
	if strings.Contains(owner.get(t, "/settings/members").text, path) {
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
	page := member.get(t, "/settings/members")
	page.says(t, ownerEmail)
	for _, not := range []string{"/remove", "/role", "/settings/invitations"} {
		if strings.Contains(page.text, not+`"`) {
			t.Errorf("a member is offered %s", not)
		}
	}
	of := "/settings/members/" + w.userOf(t, ownerEmail).String()
	member.post(t, of+"/remove").is(t, 403, "")
	member.post(t, of+"/role", "role", "member").is(t, 403, "")
	member.post(t, "/settings/invitations", "role", "member").is(t, 403, "")
	admin := w.visitor()
	admin.post(t, owner.invited(t, "admin"), "name", "Ben", "email", "ben@example.com", "password", good).is(t, 303, "/chats")
	admin.post(t, of+"/remove").is(t, 403, "")
	admin.post(t, of+"/role", "role", "member").is(t, 403, "")
	admin.post(t, "/settings/invitations", "role", "owner").is(t, 403, "")
	if text := admin.get(t, "/settings/members").text; strings.Contains(text, `value="owner"`) {
		t.Error("an admin is offered to make owners")
	}
}

func TestManagement(t *testing.T) {
	t.Parallel()
	w := newWorld(t, auth.Open, false)
	owner, ownerEmail := w.registered(t)
	me := "/settings/members/" + w.userOf(t, ownerEmail).String()
	got := owner.post(t, me+"/remove")
	got.is(t, 409, "")
	got.says(t, "A company needs an owner.", "<table")
	owner.post(t, me+"/role", "role", "member").is(t, 409, "")
	owner.post(t, me+"/role", "role", "king").is(t, 422, "")

	ada := w.visitor()
	ada.post(t, owner.invited(t, "member"), "name", "Ada", "email", "ada@example.com", "password", good).is(t, 303, "/chats")
	of := "/settings/members/" + w.userOf(t, "ada@example.com").String()
	owner.post(t, of+"/role", "role", "admin").is(t, 303, "/settings/members")
	owner.get(t, "/settings/members").says(t, "The role is changed.")
	ada.get(t, "/settings/profile").is(t, 303, "/login?next=%2Fsettings%2Fprofile") // with another role by another login
	owner.post(t, of+"/remove").is(t, 303, "/settings/members")
	gone := ada.post(t, "/login", "email", "ada@example.com", "password", good)
	gone.is(t, 403, "")
	gone.says(t, "no longer a member")

	path := owner.invited(t, "member")
	revoke := regexp.MustCompile(`/settings/invitations/[\w-]{36}/revoke`).FindString(owner.get(t, "/settings/members").text)
	owner.post(t, revoke).is(t, 303, "/settings/members")
	w.visitor().get(t, path).is(t, 404, "")
	owner.post(t, revoke).is(t, 404, "")
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
