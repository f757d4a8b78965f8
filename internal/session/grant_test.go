package session_test

import (
	"testing"

	"stoa/internal/session"
)

func TestGrant(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		scopes []string
		want   bool
	}{
		{nil, false},
		{[]string{"widgets:read"}, true},
		{[]string{"widgets:create", "*:read"}, true},
		{[]string{"widgets:*"}, true},
		{[]string{"*:*"}, true},
		{[]string{"widgets:create", "notes:read", "*:create"}, false},
		{[]string{"widgets", "*", ":", "widgets:", ":read"}, false},
	} {
		p := &session.Principal{Grant: &session.Grant{Scopes: c.scopes}}
		if got := p.May("widgets", "read"); got != c.want {
			t.Errorf("%q allow widgets:read: %t, want %t", c.scopes, got, c.want)
		}
	}
	if !(&session.Principal{}).May("widgets", "read") {
		t.Error("a login is not held to scopes")
	}
}
