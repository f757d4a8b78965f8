package dbtest

import (
	"context"
	"testing"
)

// Empty makes a database without anything in it and returns its two addresses: the login role's and the superuser's. It is
// dropped when the test ends, with those of longer names that were made of it, as a restore does.
func Empty(t testing.TB) (app, admin string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	s, err := shared()
	if err != nil {
		t.Fatalf("dbtest: %v", err)
	}
	name, err := s.create(ctx, "template0")
	if err != nil {
		t.Fatalf("dbtest: %v", err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		defer cancel()
		if err := s.dropFamily(ctx, name); err != nil {
			t.Errorf("dbtest: %v", err)
		}
	})
	return withDatabase(s.url, name), withDatabase(s.adminURL, name)
}
