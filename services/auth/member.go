package auth

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
)

// Actor is who acts: a member of a tenant in a role.
type Actor struct {
	Tenant, User uuid.UUID
	Role         string
}

// Member is a person of a tenant.
type Member struct {
	User        uuid.UUID
	Name, Email string
	Role        string
	Since       time.Time
}

// rank orders the roles; nobody may give, change or take a role above their own.
var rank = map[string]int{"member": 1, "admin": 2, "owner": 3}

// MayManage reports whether a role manages members at all.
func MayManage(role string) bool { return rank[role] >= rank["admin"] }

// MayChange reports whether the actor may change or remove a member of a role.
func MayChange(a Actor, role string) bool { return mayChange(a, role, "") == nil }

// RolesUpTo lists the roles that somebody of a role may give, the lowest first.
func RolesUpTo(role string) []string {
	return []string{"member", "admin", "owner"}[:rank[role]]
}

// Members lists the people of the actor's tenant.
func (s *Service) Members(ctx context.Context, a Actor) ([]Member, error) {
	rows, err := db.New(s.doors.Tenant(a.Tenant)).ListMembers(ctx, db.ListMembersParams{TenantID: a.Tenant})
	if err != nil {
		return nil, err
	}
	members := make([]Member, len(rows))
	for i, r := range rows {
		members[i] = Member{User: r.UserID, Name: r.Name, Email: r.Email, Role: string(r.Role), Since: r.CreatedAt}
	}
	return members, nil
}

// SetRole gives a member another role. The sessions of that person in this tenant end, so that no
// page goes on with the old one.
func (s *Service) SetRole(ctx context.Context, a Actor, user uuid.UUID, role string) error {
	if rank[role] == 0 {
		return errs.Fields{"role": "Choose owner, admin or member."}.Err()
	}
	return s.changeMember(ctx, a, user, role, func(q *db.Queries) error {
		_, err := q.SetMemberRole(ctx, db.SetMemberRoleParams{TenantID: a.Tenant, UserID: user, Role: db.MemberRole(role)})
		return err
	})
}

// RemoveMember takes a person out of the tenant; their sessions in it end with the membership.
func (s *Service) RemoveMember(ctx context.Context, a Actor, user uuid.UUID) error {
	return s.changeMember(ctx, a, user, "", func(q *db.Queries) error {
		_, err := q.DeleteMember(ctx, db.DeleteMemberParams{TenantID: a.Tenant, UserID: user})
		return err
	})
}

// changeMember checks who may change whom and that an owner remains, then changes.
func (s *Service) changeMember(ctx context.Context, a Actor, user uuid.UUID, newRole string, change func(*db.Queries) error) error {
	err := s.doors.Tenant(a.Tenant).As(a.User).InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		owners, err := q.LockOwners(ctx, db.LockOwnersParams{TenantID: a.Tenant}) // two owners removing each other: the second waits and finds itself the last
		if err != nil {
			return err
		}
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
		if err := mayChange(a, role, newRole); err != nil {
			return err
		}
		if role == "owner" && newRole != "owner" && len(owners) == 1 {
			return errs.New(errs.Conflict, "A company needs an owner. Make somebody else an owner first.")
		}
		return change(q)
	})
	if err != nil {
		return err
	}
	_, err = db.New(s.doors.System()).DeleteSessionsOfMember(ctx, db.DeleteSessionsOfMemberParams{UserID: user, TenantID: a.Tenant})
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
	if !MayManage(a.Role) || rank[role] > rank[a.Role] || rank[newRole] > rank[a.Role] {
		return errs.New(errs.Forbidden, "Your role may not do this. An owner can.")
	}
	return nil
}
