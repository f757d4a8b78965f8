package auth

import (
	"sync"
	"testing"

	"github.com/google/uuid"

	"stoa/internal/errs"
	"stoa/internal/resource"
)

// Nobody gives, changes or takes a role above their own.
func TestRoles(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	w.member(t, owner.Tenant, "owner")     // so that there is always another
	allowed := map[string]map[string]bool{ // actor: roles
		"owner": {"owner": true, "admin": true, "member": true}, "admin": {"admin": true, "member": true}, "member": {}, "": {}, "root": {},
	}
	for actorRole, may := range allowed {
		stored := actorRole
		if resource.Rank(actorRole) == 0 {
			stored = "member"
		}
		a := w.member(t, owner.Tenant, stored)
		a.Role = actorRole
		for _, role := range []string{"owner", "admin", "member"} {
			_, err := w.Invite(t.Context(), a, role)
			check(t, actorRole+" invites "+role, err, may[role])
			check(t, actorRole+" removes "+role, w.RemoveMember(t.Context(), a, w.member(t, owner.Tenant, role).User), may[role])
			for _, next := range []string{"owner", "admin", "member"} {
				check(t, actorRole+" makes "+role+" "+next, w.SetRole(t.Context(), a, w.member(t, owner.Tenant, role).User, next), may[role] && may[next])
			}
		}
	}
	for _, role := range []string{"", "root", "Owner"} {
		_, err := w.Invite(t.Context(), owner, role)
		want(t, "invite as "+role, err, errs.Invalid)
		if MayGive("owner", role) {
			t.Errorf("an owner may give the role %q", role)
		}
	}
}

func check(t *testing.T, what string, err error, may bool) {
	t.Helper()
	if may != (err == nil) {
		t.Errorf("%s: %v, allowed: %t", what, err, may)
	}
	if err != nil {
		want(t, what, err, errs.Forbidden)
	}
}

func TestAnotherTenantsMembersAreUnknown(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	other, otherOwner, _ := w.company(t)
	for _, user := range []uuid.UUID{other.User, uuid.New(), uuid.Nil} {
		want(t, "role", w.SetRole(t.Context(), owner, user, "member"), errs.NotFound)
		want(t, "remove", w.RemoveMember(t.Context(), owner, user), errs.NotFound)
	}
	w.invite(t, otherOwner, "member")
	open, err := w.Invitations(t.Context(), otherOwner)
	if err != nil || len(open) != 1 {
		t.Fatal(open, err)
	}
	want(t, "withdraw", w.Withdraw(t.Context(), owner, open[0].ID), errs.NotFound)
	owner.Role = "member"
	want(t, "a member withdraws", w.Withdraw(t.Context(), owner, open[0].ID), errs.Forbidden)
	_, err = w.Invitations(t.Context(), owner)
	want(t, "a member looks at invitations", err, errs.Forbidden)
}

func TestTheLastOwnerStays(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	w.member(t, owner.Tenant, "admin")
	want(t, "leave", w.RemoveMember(t.Context(), owner, owner.User), errs.Invalid)
	want(t, "step down", w.SetRole(t.Context(), owner, owner.User, "admin"), errs.Invalid)
	if err := w.SetRole(t.Context(), owner, owner.User, "owner"); err != nil {
		t.Errorf("no change: %v", err)
	}
	w.member(t, owner.Tenant, "owner")
	if err := w.RemoveMember(t.Context(), owner, owner.User); err != nil {
		t.Errorf("with a second one: %v", err)
	}
}

// Two owners remove or demote each other at the same moment: one of them is left, always.
func TestTwoOwnersAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	login, _, _ := w.company(t)
	for round := range 20 {
		tenant := uuid.New()
		w.exec(t, "insert into tenants (id, name) values ($1, 'Round')", tenant)
		a, b := w.member(t, tenant, "owner"), w.member(t, tenant, "owner")
		var wg sync.WaitGroup
		results := make([]error, 2)
		for i, pair := range [][2]Actor{{a, b}, {b, a}} {
			wg.Go(func() {
				if round%2 == 0 {
					results[i] = w.RemoveMember(t.Context(), pair[0], pair[1].User)
				} else {
					results[i] = w.SetRole(t.Context(), pair[0], pair[1].User, "member")
				}
			})
		}
		wg.Wait()
		if n := w.count(t, "memberships where tenant_id = $1 and role = 'owner'", tenant); n != 1 {
			t.Fatalf("round %d: %d owners: %v", round, n, results)
		}
		if (results[0] == nil) == (results[1] == nil) {
			t.Errorf("round %d: %v", round, results)
		}
	}
	if w.count(t, "memberships where user_id = $1", login.User) != 1 {
		t.Error("another company changed")
	}
}

// A role that was taken while the request was under way counts no more.
func TestAStaleRoleCountsForNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	stale, victim := w.member(t, owner.Tenant, "member"), w.member(t, owner.Tenant, "member")
	stale.Role = "owner" // what the session said a moment ago
	want(t, "remove", w.RemoveMember(t.Context(), stale, victim.User), errs.Forbidden)
	want(t, "promote oneself", w.SetRole(t.Context(), stale, stale.User, "owner"), errs.Forbidden)
	w.exec(t, "delete from memberships where user_id = $1", stale.User)
	want(t, "no member any more", w.RemoveMember(t.Context(), stale, victim.User), errs.Forbidden)
}

// With the membership or the role the sessions in this tenant end, and no others.
func TestSessionsEndWithTheRole(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	elsewhere, _, _ := w.company(t)
	for name, change := range map[string]func(user uuid.UUID) error{
		"removed": func(user uuid.UUID) error { return w.RemoveMember(t.Context(), owner, user) },
		"another": func(user uuid.UUID) error { return w.SetRole(t.Context(), owner, user, "admin") },
	} {
		m := w.member(t, owner.Tenant, "member")
		w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, 'member')", elsewhere.Tenant, m.User)
		here, there := w.sessions(t, Login{m.User, owner.Tenant}), w.sessions(t, Login{m.User, elsewhere.Tenant})
		mine := w.sessions(t, Login{owner.User, owner.Tenant})
		if err := change(m.User); err != nil {
			t.Fatal(err)
		}
		for what, left := range map[string]bool{string(here): false, string(there): true, string(mine): true} {
			if got := w.count(t, "sessions where id_hash = $1", []byte(what)) == 1; got != left {
				t.Errorf("%s: session left: %t, want %t", name, got, left)
			}
		}
	}
}

// The audit log says who gave whom which role, and whom they removed, by the names that they had.
func TestMembersAreAudited(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	other := w.member(t, owner.Tenant, "member")
	w.exec(t, "update users set name = 'Actor' where id = $1", owner.User)
	w.exec(t, "update users set name = 'Other' where id = $1", other.User)
	if err := w.SetRole(t.Context(), owner, other.User, "admin"); err != nil {
		t.Fatal(err)
	}
	if err := w.RemoveMember(t.Context(), owner, other.User); err != nil {
		t.Fatal(err)
	}
	for _, where := range []string{
		`action = 'updated' and changes = '{"role": ["member", "admin"]}'`,
		`action = 'deleted' and changes -> 'role' = '["admin", null]'`,
	} {
		if w.count(t, "audit_log where tenant_id = $1 and record_table = 'memberships' and person = 'Actor' and record = 'Other' and "+where, owner.Tenant) != 1 {
			t.Errorf("no entry has %s", where)
		}
	}
}
