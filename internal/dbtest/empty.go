package dbtest

import "testing"

// Empty makes a database without anything in it and returns its two addresses: the login role's and the superuser's. It is
// dropped when the test ends, with those of longer names that were made of it, as a restore does.
func Empty(t testing.TB) (app, admin string) {
	t.Helper()
	return made(t, func(*server) string { return "template0" })
}
