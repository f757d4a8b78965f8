package dbtest

import (
	"context"
	"errors"
	"net/url"

	"github.com/jackc/pgx/v5"

	"stoa/internal/tenant"
)

// The login of tests on a server that is not ours: like the product's, it has no powers of its own.
const (
	testLogin    = "stoa_test_login"
	testPassword = "stoa_test" //nolint:gosec // of a login without powers on a server for tests
)

// ensureLogin makes it and lets it become the two roles; the template's lock is held, and its migration has made the roles.
func ensureLogin(ctx context.Context, conn *pgx.Conn) error {
	var found bool
	err := conn.QueryRow(ctx, "select exists (select from pg_roles where rolname = $1)", testLogin).Scan(&found)
	if err != nil || found {
		return err
	}
	_, err = conn.Exec(ctx, "create role "+testLogin+" login noinherit nosuperuser nobypassrls password '"+testPassword+"' in role "+
		tenant.RoleApp+", "+tenant.RoleSystem)
	return err
}

// asTestLogin is the superuser's address with that login in it.
func asTestLogin(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme == "" {
		return "", errors.Join(errors.New("STOA_TEST_DATABASE_URL: want postgresql://…"), err)
	}
	q := u.Query()
	q.Del("user")
	q.Del("password")
	u.RawQuery, u.User = q.Encode(), nil
	if u.Host == "" { // a socket: without a host a URL has no place for a user
		q.Set("user", testLogin)
		q.Set("password", testPassword)
		u.RawQuery = q.Encode()
	} else {
		u.User = url.UserPassword(testLogin, testPassword)
	}
	return u.String(), nil
}
