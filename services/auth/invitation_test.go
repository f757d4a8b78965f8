package auth

import (
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/errs"
)

func (w *world) invite(t *testing.T, a Actor, role string) string {
	t.Helper()
	token, err := w.Invite(t.Context(), a, role)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func TestInvitation(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	login, owner, _ := w.company(t)
	token := w.invite(t, owner, "admin")
	welcome, err := w.Open(t.Context(), token)
	if err != nil || welcome.Company != "Porch" || welcome.Role != "admin" || welcome.By != "Zeno" {
		t.Errorf("got %+v, %v", welcome, err)
	}
	if n := w.count(t, "invitations i where i::text like '%' || $1 || '%'", token); n != 0 {
		t.Error("the secret itself is stored")
	}
	came, err := w.JoinNew(t.Context(), token, NewPerson{"Ada", "ada@example.com", goodPassword}, home, nil)
	if err != nil || came.Tenant != login.Tenant {
		t.Fatal(came, err)
	}
	if w.count(t, "memberships where tenant_id = $1 and user_id = $2 and role = 'admin'", owner.Tenant, came.User) != 1 {
		t.Error("Ada is no admin")
	}
	open, err := w.Invitations(t.Context(), owner)
	if err != nil || len(open) != 0 {
		t.Errorf("a used link is still listed: %+v, %v", open, err)
	}
}

// A link works once, however many use it at once.
func TestALinkWorksOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	token := w.invite(t, owner, "member")
	var came atomic.Int32
	var wg sync.WaitGroup
	for i := range 10 {
		somebody := w.member(t, func() uuid.UUID { l, _, _ := w.company(t); return l.Tenant }(), "member")
		wg.Go(func() {
			var err error
			if i%2 == 0 {
				_, err = w.Join(t.Context(), token, somebody.User)
			} else {
				_, err = w.JoinNew(t.Context(), token, NewPerson{"New", uuid.NewString() + "@example.com", goodPassword}, home, nil)
			}
			if err == nil {
				came.Add(1)
			} else {
				want(t, "a second one", err, errs.NotFound)
			}
		})
	}
	wg.Wait()
	if came.Load() != 1 || w.count(t, "memberships where tenant_id = $1", owner.Tenant) != 2 {
		t.Errorf("%d came in, %d members", came.Load(), w.count(t, "memberships where tenant_id = $1", owner.Tenant))
	}
	if n := w.count(t, "users u where not exists (select from memberships m where m.user_id = u.id)"); n != 0 {
		t.Errorf("%d accounts without a company were left", n)
	}
}

func TestLinksThatDoNotWork(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	second := w.member(t, owner.Tenant, "owner")
	somebody := w.member(t, func() uuid.UUID { l, _, _ := w.company(t); return l.Tenant }(), "member")
	for name, spoil := range map[string]func(token string) string{
		"made up": func(string) string { return "made-up" },
		"empty":   func(string) string { return "" },
		"cut":     func(token string) string { return token[:len(token)-1] },
		"a hash":  func(token string) string { return string(tokenHash(token)) },
		"run out": func(token string) string { w.exec(t, "update invitations set expires_at = now()"); return token },
		"withdrawn": func(token string) string {
			open, err := w.Invitations(t.Context(), owner)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range open {
				if err := w.Withdraw(t.Context(), owner, i.ID); err != nil {
					t.Fatal(err)
				}
				want(t, "withdrawn again", w.Withdraw(t.Context(), owner, i.ID), errs.NotFound)
			}
			return token
		},
		"its maker is no owner any more": func(token string) string {
			if err := w.SetRole(t.Context(), owner, second.User, "admin"); err != nil {
				t.Fatal(err)
			}
			return token
		},
		"its maker has left": func(token string) string {
			if err := w.RemoveMember(t.Context(), owner, second.User); err != nil {
				t.Fatal(err)
			}
			return token
		},
	} {
		w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, 'owner') on conflict (tenant_id, user_id) do update set role = 'owner'", owner.Tenant, second.User)
		token := spoil(w.invite(t, second, "owner"))
		_, err := w.Open(t.Context(), token)
		want(t, name+", open", err, errs.NotFound)
		_, err = w.Join(t.Context(), token, somebody.User)
		want(t, name+", join", err, errs.NotFound)
		_, err = w.JoinNew(t.Context(), token, NewPerson{"Ada", uuid.NewString() + "@example.com", goodPassword}, home, nil)
		want(t, name+", join as somebody new", err, errs.NotFound)
	}
	if n := w.count(t, "memberships where tenant_id = $1 and user_id = $2", owner.Tenant, somebody.User); n != 0 {
		t.Error("somebody came in")
	}
}

// A taken email leaves the link unused: the person logs in and uses it then.
func TestATakenEmailDoesNotUseTheLinkUp(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	other, _, email := w.company(t)
	token := w.invite(t, owner, "member")
	_, err := w.JoinNew(t.Context(), token, NewPerson{"Ada", email, goodPassword}, home, nil)
	if errs.FieldsOf(err)["email"] == "" {
		t.Errorf("got %v", err)
	}
	if _, err := w.Join(t.Context(), token, other.User); err != nil {
		t.Errorf("the link is used up: %v", err)
	}
	tenants, err := w.Tenants(t.Context(), other.User)
	if err != nil || len(tenants) != 2 || tenants[0].ID != other.Tenant || tenants[1].Role != "member" {
		t.Errorf("got %+v, %v", tenants, err)
	}
}

// Who is a member already keeps the role they have.
func TestALinkChangesNoRole(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	member := w.member(t, owner.Tenant, "member")
	if _, err := w.Join(t.Context(), w.invite(t, owner, "owner"), member.User); err != nil {
		t.Fatal(err)
	}
	if n := w.count(t, "memberships where user_id = $1 and role = 'member'", member.User); n != 1 {
		t.Error("the role changed")
	}
}
