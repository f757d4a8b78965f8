package auth

import (
	"bytes"
	"crypto/sha256"
	"strings"
	"testing"
	"time"

	"stoa/internal/errs"
)

func TestAPIToken(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	member := w.member(t, owner.Tenant, "member")
	token, err := w.MakeAPIToken(t.Context(), member, NewAPIToken{Name: " Import ", Scopes: []string{"widgets:read", "*:read", "widgets:read"}, Days: 30})
	if err != nil {
		t.Fatal(err)
	}
	var stored []byte
	if err := w.db.Admin.QueryRow(t.Context(), "select token_hash from api_tokens").Scan(&stored); err != nil {
		t.Fatal(err)
	}
	if hash := sha256.Sum256([]byte(token)); !bytes.Equal(stored, hash[:]) || !strings.HasPrefix(token, "stoa_") || len(token) < 40 {
		t.Errorf("%s is stored as %x", token, stored)
	}
	p, err := w.Bearer(t.Context(), token)
	if err != nil || p == nil || p.User != member.User || p.Tenant != owner.Tenant || p.Role != "member" || !p.May("widgets", "read") || p.May("widgets", "create") {
		t.Fatalf("the token is %+v, %v", p, err)
	}
	for _, none := range []string{"", "stoa_", token + "x", token[:len(token)-1], strings.ToUpper(token)} {
		if p, err := w.Bearer(t.Context(), none); p != nil || err != nil {
			t.Errorf("%q is %+v, %v", none, p, err)
		}
	}
	w.exec(t, "update memberships set role = 'admin' where user_id = $1", member.User)
	if p, err := w.Bearer(t.Context(), token); err != nil || p.Role != "admin" {
		t.Errorf("after the promotion it is %+v, %v", p, err)
	}
	if err := w.RemoveMember(t.Context(), owner, member.User); err != nil {
		t.Fatal(err)
	}
	if p, err := w.Bearer(t.Context(), token); p != nil || err != nil {
		t.Errorf("of who left it is %+v, %v", p, err)
	}
}

// The use is written at most once a minute: a busy program does not write at each request.
func TestAPITokenUse(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	token, err := w.MakeAPIToken(t.Context(), owner, NewAPIToken{Name: "Busy", Scopes: []string{"*:*"}, Days: 7})
	if err != nil {
		t.Fatal(err)
	}
	used := func() *time.Time {
		if p, err := w.Bearer(t.Context(), token); p == nil || err != nil {
			t.Fatal(p, err)
		}
		list, err := w.APITokens(t.Context(), owner)
		if err != nil || len(list) != 1 {
			t.Fatal(list, err)
		}
		return list[0].LastUsed
	}
	first := used()
	if again := used(); first == nil || !again.Equal(*first) {
		t.Errorf("used %v, then %v", first, again)
	}
	w.exec(t, "update api_tokens set last_used_at = now() - interval '61 s'")
	if later := used(); time.Since(*later) > 30*time.Second {
		t.Errorf("after a minute still %v", later)
	}
	w.exec(t, "update api_tokens set expires_at = now()")
	if p, err := w.Bearer(t.Context(), token); p != nil || err != nil {
		t.Errorf("run out it is %+v, %v", p, err)
	}
}

func TestAPITokenForms(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, owner, _ := w.company(t)
	member := w.member(t, owner.Tenant, "member")
	good := NewAPIToken{Name: "Import", Scopes: []string{"*:read"}, Days: 30}
	for field, in := range map[string]NewAPIToken{
		"name": {Scopes: good.Scopes, Days: 30}, "days": {Name: "x", Scopes: good.Scopes, Days: 9999}, "scopes": {Name: "x", Days: 30},
	} {
		if _, err := w.MakeAPIToken(t.Context(), owner, in); errs.FieldsOf(err)[field] == "" {
			t.Errorf("%+v: %v", in, err)
		}
	}
	for _, scope := range []string{"", "*", "widgets", "widgets:read:all", "Widgets:read", "widgets:*;", strings.Repeat("x", 100) + ":read"} {
		_, err := w.MakeAPIToken(t.Context(), owner, NewAPIToken{Name: "x", Scopes: []string{scope}, Days: 30})
		want(t, "scope "+scope, err, errs.Invalid)
	}
	for range mostTokens {
		if _, err := w.MakeAPIToken(t.Context(), owner, good); err != nil {
			t.Fatal(err)
		}
	}
	_, err := w.MakeAPIToken(t.Context(), owner, good)
	want(t, "one too many", err, errs.Conflict)
	if _, err := w.MakeAPIToken(t.Context(), member, good); err != nil {
		t.Errorf("another's: %v", err)
	}
	seen := map[string]int{}
	for name, a := range map[string]Actor{"owner": owner, "member": member} {
		list, err := w.APITokens(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		seen[name] = len(list)
		if name == "member" {
			want(t, "a member revokes the owner's", w.RevokeAPIToken(t.Context(), member, w.tokenOf(t, owner)), errs.NotFound)
			if err := w.RevokeAPIToken(t.Context(), member, list[0].ID); err != nil {
				t.Errorf("revoke: %v", err)
			}
		}
	}
	if seen["owner"] < mostTokens || seen["member"] != 1 {
		t.Errorf("seen %v", seen)
	}
	if err := w.RevokeAPIToken(t.Context(), owner, w.tokenOf(t, owner)); err != nil {
		t.Errorf("revoke: %v", err)
	}
	_, other, _ := w.company(t)
	want(t, "another company revokes", w.RevokeAPIToken(t.Context(), other, w.tokenOf(t, owner)), errs.NotFound)
}
