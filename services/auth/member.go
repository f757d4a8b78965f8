package auth

import (
	"context"
	"errors"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/resource"
)

// Actor is who acts: a member of a tenant in a role.
type Actor struct {
	Tenant, User uuid.UUID
	Role         string
}

// MayManage reports whether a role manages members at all.
func MayManage(role string) bool { return resource.Rank(role) >= resource.Rank("admin") }

// MayGive reports whether somebody of a role may give another one.
func MayGive(own, role string) bool {
	return resource.Rank(role) > 0 && mayChange(Actor{Role: own}, role, role) == nil
}

// RolesUpTo lists the roles that somebody of a role may give, the lowest first.
func RolesUpTo(role string) []string {
	return []string{"member", "admin", "owner"}[:resource.Rank(role)]
}

// GuardMember holds a change of a member against the rules, in the transaction that is about to make it; newRole is "" for a
// removal. Whoever changes members waits here for the one before.
func (s *Service) GuardMember(ctx context.Context, tx pgx.Tx, a Actor, user uuid.UUID, newRole string) error {
	q := db.New(tx)
	if _, err := q.LockOwners(ctx, db.LockOwnersParams{TenantID: a.Tenant}); err != nil {
		return err
	}
	var err error
	if a.Role, err = roleOf(ctx, q, a.Tenant, a.User); err != nil { // it may have changed while we waited
		return err
	}
	role, err := roleOf(ctx, q, a.Tenant, user)
	if err != nil {
		return err
	}
	if role == "" {
		return errNoMember
	}
	return mayChange(a, role, newRole)
}

// OwnerRemains refuses what would leave a company without an owner, in the transaction that has just done it: two owners
// who remove each other, one at a time, are both refused the second time.
func (s *Service) OwnerRemains(ctx context.Context, tx pgx.Tx, tenant uuid.UUID) error {
	owners, err := db.New(tx).LockOwners(ctx, db.LockOwnersParams{TenantID: tenant})
	if err == nil && len(owners) == 0 {
		err = errs.New(errs.Invalid, "A company needs an owner. Make somebody else an owner first.")
	}
	return err
}

// EndSessions logs a person out of a tenant everywhere, so that no page goes on with the role they had.
func (s *Service) EndSessions(ctx context.Context, tenant, user uuid.UUID) error {
	_, err := db.New(s.doors.System()).DeleteSessionsOfMember(ctx, db.DeleteSessionsOfMemberParams{UserID: user, TenantID: tenant})
	return err
}

// roleOf is the role that a person has now; "" for none.
func roleOf(ctx context.Context, q *db.Queries, tenant, user uuid.UUID) (string, error) {
	m, err := q.GetMember(ctx, db.GetMemberParams{TenantID: tenant, UserID: user})
	if errors.Is(err, pgx.ErrNoRows) {
		return "", nil
	}
	return string(m.Role), err
}

func mayChange(a Actor, role, newRole string) error {
	own := resource.Rank(a.Role)
	if !MayManage(a.Role) || resource.Rank(role) > own || resource.Rank(newRole) > own {
		return errs.New(errs.Forbidden, "Your role may not do this. An owner can.")
	}
	return nil
}
