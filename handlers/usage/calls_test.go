package usage

import (
	"net/http"
	"strings"
	"testing"
)

// Everybody sees calls of their own, admins and owners all; a file has what its list has.
func TestCalls(t *testing.T) {
	t.Parallel()
	get := newWorld(t)
	for who, sees := range map[string][]string{"member": {"small"}, "admin": {"large", "small", "nameless"}, "owner": {"large", "small", "nameless"}} {
		for _, path := range []string{"/usage/calls", "/usage/calls.csv", "/usage/calls/options"} {
			res, body := get(who, path)
			if res.StatusCode != http.StatusOK {
				t.Errorf("%s, %s: %d", who, path, res.StatusCode)
			}
			for _, model := range []string{"large", "small", "nameless"} {
				want := false
				for _, s := range sees {
					want = want || s == model
				}
				if strings.Contains(body, model) != want {
					t.Errorf("%s, %s: shows %s: %t", who, path, model, !want)
				}
			}
		}
	}
	if _, body := get("owner", "/usage/calls"); !strings.Contains(body, "$1.50") || !strings.Contains(body, "The member") {
		t.Error("the list lacks an amount or a person's name")
	}
	for _, path := range []string{"/usage/calls/new", "/usage/calls?sort=model", "/usage/calls?status=complete"} {
		if res, _ := get("owner", path); res.StatusCode != http.StatusNotFound && res.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: %d", path, res.StatusCode)
		}
	}
}
