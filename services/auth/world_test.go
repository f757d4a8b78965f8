package auth

import (
	"context"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/internal/dbtest"
	"stoa/internal/errs"
	"stoa/internal/session"
)

const (
	goodPassword = "a walk in the painted porch"
	home         = "192.0.2.1" // an address
)

// world is the service over a database of its own.
type world struct {
	*Service
	db *dbtest.DB
}

func newWorld(t *testing.T) *world {
	t.Helper()
	db := dbtest.New(t)
	return &world{Service: New(db.Doors(), Open, slog.New(slog.DiscardHandler)), db: db}
}

// goodHash is derived once: many tests need an account, few care for its derivation.
var goodHash = sync.OnceValue(func() string { return hashPassword(goodPassword) })

// company makes a company with an owner who has the good password.
func (w *world) company(t *testing.T) (Login, Actor, string) {
	t.Helper()
	login := Login{User: uuid.New(), Tenant: uuid.New()}
	email := login.User.String() + "@example.com"
	w.exec(t, "insert into tenants (id, name) values ($1, 'Porch')", login.Tenant)
	w.exec(t, "insert into users (id, email, name, password_hash) values ($1, $2, 'Zeno', $3)", login.User, email, goodHash())
	w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, 'owner')", login.Tenant, login.User)
	return login, Actor{Tenant: login.Tenant, User: login.User, Role: "owner"}, email
}

// member puts a person without a password into a tenant.
func (w *world) member(t *testing.T, tenant uuid.UUID, role string) Actor {
	t.Helper()
	a := Actor{Tenant: tenant, User: uuid.New(), Role: role}
	w.exec(t, "insert into users (id, email, name, password_hash) values ($1, $2, $3, '-')", a.User, a.User.String()+"@example.com", role)
	w.exec(t, "insert into memberships (tenant_id, user_id, role) values ($1, $2, $3)", tenant, a.User, role)
	return a
}

// SetRole and RemoveMember change a member as the resource's steps do.
func (w *world) SetRole(ctx context.Context, a Actor, user uuid.UUID, role string) error {
	return w.changeMember(ctx, a, user, role, "update memberships set role = $3::text::member_role where tenant_id = $1 and user_id = $2", a.Tenant, user, role)
}

func (w *world) RemoveMember(ctx context.Context, a Actor, user uuid.UUID) error {
	return w.changeMember(ctx, a, user, "", "delete from memberships where tenant_id = $1 and user_id = $2", a.Tenant, user)
}

func (w *world) changeMember(ctx context.Context, a Actor, user uuid.UUID, role, sql string, args ...any) error {
	err := w.doors.Tenant(a.Tenant).As(a.User).InTx(ctx, func(tx pgx.Tx) error {
		if err := w.GuardMember(ctx, tx, a, user, role); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, sql, args...); err != nil {
			return err
		}
		return w.OwnerRemains(ctx, tx, a.Tenant)
	})
	if err != nil {
		return err
	}
	return w.EndSessions(ctx, a.Tenant, user)
}

func (w *world) exec(t *testing.T, sql string, args ...any) {
	t.Helper()
	if _, err := w.db.Admin.Exec(context.Background(), sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func (w *world) count(t *testing.T, from string, args ...any) (n int) {
	t.Helper()
	if err := w.db.Admin.QueryRow(context.Background(), "select count(*) from "+from, args...).Scan(&n); err != nil {
		t.Fatalf("%s: %v", from, err)
	}
	return n
}

func (w *world) sessions(t *testing.T, login Login) []byte {
	t.Helper()
	key := []byte(uuid.NewString())
	if err := NewSessionRecords(w.doors).Insert(t.Context(), key, login.User, login.Tenant, nil, time.Now().Add(session.Absolute)); err != nil {
		t.Fatal(err)
	}
	return key
}

func want(t *testing.T, what string, err error, kind errs.Kind) {
	t.Helper()
	if err == nil || errs.KindOf(err) != kind {
		t.Errorf("%s: got %v, want an error of kind %d", what, err, kind)
	}
}

// tokenOf is one of a person's API tokens.
func (w *world) tokenOf(t *testing.T, a Actor) (id uuid.UUID) {
	t.Helper()
	if err := w.db.Admin.QueryRow(t.Context(), "select id from api_tokens where user_id = $1 limit 1", a.User).Scan(&id); err != nil {
		t.Fatal(err)
	}
	return id
}
