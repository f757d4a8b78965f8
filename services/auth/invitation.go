package auth

import (
	"context"
	"crypto/sha256"
	"errors"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/resource"
	"stoa/internal/session"
)

// invitationLife is how long a link may be used.
const invitationLife = 7 * 24 * time.Hour

var errNoInvitation = errs.New(errs.NotFound, "This invitation was used, withdrawn, or has run out. Ask for a new one.")

// Invitation is a link that nobody has used yet.
type Invitation struct {
	ID        uuid.UUID
	Role      string
	By        string
	CreatedAt time.Time
	ExpiresAt time.Time
}

// Welcome is what the one who opens the link is told.
type Welcome struct {
	Company, Role, By string
	tenant, id        uuid.UUID
}

// NewPerson is the form of somebody who is invited and not registered yet.
type NewPerson struct{ Name, Email, Password string }

// Invite makes a link to the actor's tenant and returns its secret, which is stored nowhere.
func (s *Service) Invite(ctx context.Context, a Actor, role string) (token string, err error) {
	if resource.Rank(role) == 0 {
		return "", errs.Fields{"role": "Choose owner, admin or member."}.Err()
	}
	if err := mayChange(a, role, role); err != nil {
		return "", err
	}
	token = unguessable(24)
	return token, db.New(s.doors.Tenant(a.Tenant).As(a.User)).InsertInvitation(ctx, db.InsertInvitationParams{
		TenantID: a.Tenant, ID: uuid.Must(uuid.NewV7()), TokenHash: tokenHash(token),
		Role: db.MemberRole(role), CreatedBy: a.User, ExpiresAt: time.Now().Add(invitationLife),
	})
}

// Invitations lists the open links of the actor's tenant, for those who may make some.
func (s *Service) Invitations(ctx context.Context, a Actor) ([]Invitation, error) {
	if !MayManage(a.Role) {
		return nil, errs.New(errs.Forbidden, "Your role may not do this. An admin can.")
	}
	rows, err := db.New(s.doors.Tenant(a.Tenant).As(a.User)).ListOpenInvitations(ctx, db.ListOpenInvitationsParams{TenantID: a.Tenant})
	if err != nil {
		return nil, err
	}
	list := make([]Invitation, len(rows))
	for i, r := range rows {
		list[i] = Invitation{ID: r.ID, Role: string(r.Role), By: r.InviterName, CreatedAt: r.CreatedAt, ExpiresAt: r.ExpiresAt}
	}
	return list, nil
}

// Withdraw makes an open link useless.
func (s *Service) Withdraw(ctx context.Context, a Actor, id uuid.UUID) error {
	if !MayManage(a.Role) {
		return errs.New(errs.Forbidden, "Your role may not do this. An admin can.")
	}
	n, err := db.New(s.doors.Tenant(a.Tenant).As(a.User)).DeleteInvitation(ctx, db.DeleteInvitationParams{TenantID: a.Tenant, ID: id})
	if err == nil && n == 0 {
		return errNoInvitation
	}
	return err
}

// Open reads what a link offers.
func (s *Service) Open(ctx context.Context, token string) (Welcome, error) {
	row, err := db.New(s.doors.System()).GetInvitationByToken(ctx, db.GetInvitationByTokenParams{TokenHash: tokenHash(token)})
	if errors.Is(err, pgx.ErrNoRows) {
		return Welcome{}, errNoInvitation
	}
	return Welcome{Company: row.TenantName, Role: string(row.Role), By: row.InviterName, tenant: row.TenantID, id: row.ID}, err
}

// Join uses a link for a person who has an account.
func (s *Service) Join(ctx context.Context, token string, user uuid.UUID) (Login, error) {
	w, err := s.Open(ctx, token)
	if err != nil {
		return Login{}, err
	}
	err = s.doors.System().InTxAs(ctx, user, func(tx pgx.Tx) error { return w.accept(ctx, db.New(tx), user) })
	return Login{User: user, Tenant: w.tenant}, err
}

// JoinNew uses a link for somebody new: account, membership and, with a ticket, the first session are
// made in one transaction.
func (s *Service) JoinNew(ctx context.Context, token string, in NewPerson, address string, ticket *session.Ticket) (Login, error) {
	w, err := s.Open(ctx, token)
	if err != nil {
		return Login{}, err
	}
	if s.registration == Off {
		return Login{}, errRegistrationOff
	}
	in.Name = cleanName(in.Name)
	fields := errs.Fields{}
	email := s.checkPerson(fields, in.Name, in.Email, in.Password)
	if err := fields.Err(); err != nil {
		return Login{}, err
	}
	if err := s.throttle(ctx, registerByAddress(address)); err != nil {
		return Login{}, err
	}
	login := Login{User: uuid.Must(uuid.NewV7()), Tenant: w.tenant}
	hash := hashPassword(in.Password)
	err = s.doors.System().InTxAs(ctx, login.User, func(tx pgx.Tx) error {
		q := db.New(tx)
		if err := q.InsertUser(ctx, db.InsertUserParams{ID: login.User, Email: email, Name: in.Name, PasswordHash: hash}); err != nil {
			return takenEmail(err)
		}
		if err := w.accept(ctx, q, login.User); err != nil {
			return err
		}
		return login.begin(ctx, q, ticket)
	})
	return login, err
}

// accept uses the link up and makes the membership; a link works once, a second membership is the first.
func (w Welcome) accept(ctx context.Context, q *db.Queries, user uuid.UUID) error {
	n, err := q.AcceptInvitation(ctx, db.AcceptInvitationParams{TenantID: w.tenant, ID: w.id, UserID: &user})
	if err != nil {
		return err
	}
	if n == 0 {
		return errNoInvitation
	}
	_, err = q.InsertMembership(ctx, db.InsertMembershipParams{TenantID: w.tenant, UserID: user, Role: db.MemberRole(w.Role)})
	return err
}

func tokenHash(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}
