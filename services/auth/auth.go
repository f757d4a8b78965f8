// Package auth knows who may come in: companies, people, passwords, memberships, invitations, sessions.
package auth

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/secret"
	"stoa/internal/session"
	"stoa/internal/tenant"
)

// Registration says who may make a new company.
type Registration string

// The three values of STOA_REGISTRATION.
const (
	Open   Registration = "open"   // everybody
	Invite Registration = "invite" // new people only by an invitation to a company
	Off    Registration = "off"    // nobody new at all
)

// Service is the auth plugin's product.
type Service struct {
	doors        *tenant.Doors
	registration Registration
	log          *slog.Logger

	// What letters need; without mail people hand links on themselves.
	mail Mailer
	box  *secret.Box
	link string
}

// New makes the service.
func New(doors *tenant.Doors, registration Registration, log *slog.Logger) *Service {
	return &Service{doors: doors, registration: registration, log: log}
}

// Registration says who may make a new company here.
func (s *Service) Registration() Registration { return s.registration }

// Login is who came in, and to which tenant.
type Login struct{ User, Tenant uuid.UUID }

// NewCompany is the registration form.
type NewCompany struct{ Company, Name, Email, Password string }

const maxName = 120

var (
	errRegistrationOff = errs.New(errs.Forbidden, "Registration is closed here. Ask the people who run this Stoa for an invitation.")
	errNoMember        = errs.New(errs.NotFound, "There is no such member.")
)

// Register makes a company, its owner and, with a ticket, the first session, in one transaction.
// Address is the client's, for the throttle.
func (s *Service) Register(ctx context.Context, in NewCompany, address string, ticket *session.Ticket) (Login, error) {
	if s.registration != Open {
		return Login{}, errRegistrationOff
	}
	in.Company, in.Name = cleanName(in.Company), cleanName(in.Name)
	fields := errs.Fields{}
	checkName(fields, "company", in.Company)
	email := s.checkPerson(fields, in.Name, in.Email, in.Password)
	if err := fields.Err(); err != nil {
		return Login{}, err
	}
	if err := s.throttle(ctx, registerByAddress(address)); err != nil {
		return Login{}, err
	}
	login := Login{User: uuid.Must(uuid.NewV7()), Tenant: uuid.Must(uuid.NewV7())}
	hash := hashPassword(in.Password)
	err := s.doors.System().InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		if err := q.InsertTenant(ctx, db.InsertTenantParams{ID: login.Tenant, Name: in.Company}); err != nil {
			return err
		}
		if err := q.InsertUser(ctx, db.InsertUserParams{ID: login.User, Email: email, Name: in.Name, PasswordHash: hash}); err != nil {
			return takenEmail(err)
		}
		if _, err := q.InsertMembership(ctx, db.InsertMembershipParams{TenantID: login.Tenant, UserID: login.User, Role: db.MemberRoleOwner}); err != nil {
			return err
		}
		return login.begin(ctx, q, ticket)
	})
	return login, err
}

// Login checks an email and a password. The answer and the time it takes are the same for an unknown
// account and for a wrong password. Device is the token that the browser got at its last login here, "" for none.
func (s *Service) Login(ctx context.Context, email, password, address, device string) (Login, error) {
	email, _ = normalEmail(email)
	counted, err := s.loginFrom(ctx, email, device)
	if err != nil {
		return Login{}, err
	}
	for _, t := range []throttle{counted, loginByAddress(address)} {
		if err := s.throttle(ctx, t); err != nil {
			return Login{}, err
		}
	}
	user, err := db.New(s.doors.System()).GetUserByEmail(ctx, db.GetUserByEmailParams{Email: email})
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		return Login{}, err
	}
	known := err == nil
	stored := decoy
	if known {
		stored = user.PasswordHash
	}
	if ok := checkPassword(stored, password); !ok || !known {
		return Login{}, &errs.Error{Kind: errs.Invalid, Message: "Email or password is wrong."}
	}
	return s.enter(ctx, user, password, counted)
}

func (s *Service) enter(ctx context.Context, user db.GetUserByEmailRow, password string, counted throttle) (Login, error) {
	q := db.New(s.doors.System())
	if outdated(user.PasswordHash) {
		if err := q.SetPasswordHash(ctx, db.SetPasswordHashParams{ID: user.ID, PasswordHash: hashPassword(password)}); err != nil {
			return Login{}, err
		}
	}
	if err := q.ClearThrottle(ctx, db.ClearThrottleParams{Bucket: counted.bucket}); err != nil {
		return Login{}, err
	}
	tenants, err := q.ListMembershipsOfUser(ctx, db.ListMembershipsOfUserParams{UserID: user.ID})
	if err != nil {
		return Login{}, err
	}
	if len(tenants) == 0 {
		return Login{}, errs.New(errs.Forbidden, "You are no longer a member of any company here. Ask for an invitation.")
	}
	return Login{User: user.ID, Tenant: tenants[0].TenantID}, nil
}

// ChangePassword replaces the password and ends every other session of the person.
func (s *Service) ChangePassword(ctx context.Context, user uuid.UUID, keepSession []byte, current, next string) error {
	if err := s.throttle(ctx, passwordByUser(user)); err != nil {
		return err
	}
	q := db.New(s.doors.System())
	u, err := q.GetUserByID(ctx, db.GetUserByIDParams{ID: user})
	if err != nil {
		return err
	}
	fields := errs.Fields{}
	if !checkPassword(u.PasswordHash, current) {
		fields.Add("current", "This is not your current password.")
	}
	checkNewPassword(fields, "new", next)
	if err := fields.Err(); err != nil {
		return err
	}
	return s.doors.System().InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		if err := q.SetPasswordHash(ctx, db.SetPasswordHashParams{ID: user, PasswordHash: hashPassword(next)}); err != nil {
			return err
		}
		_, err := q.DeleteSessionsOfUserExcept(ctx, db.DeleteSessionsOfUserExceptParams{UserID: user, IDHash: keepSession})
		return err
	})
}

// Tenant is a company that a person belongs to.
type Tenant struct {
	ID   uuid.UUID
	Name string
	Role string
}

// Tenants lists the companies of a person, the oldest membership first.
func (s *Service) Tenants(ctx context.Context, user uuid.UUID) ([]Tenant, error) {
	rows, err := db.New(s.doors.System()).ListMembershipsOfUser(ctx, db.ListMembershipsOfUserParams{UserID: user})
	if err != nil {
		return nil, err
	}
	tenants := make([]Tenant, len(rows))
	for i, r := range rows {
		tenants[i] = Tenant{ID: r.TenantID, Name: r.TenantName, Role: string(r.Role)}
	}
	return tenants, nil
}

// Sweep removes sessions, tokens and throttles that have run out.
func (s *Service) Sweep(ctx context.Context, idleSince time.Time) error {
	q := db.New(s.doors.System())
	_, err := q.DeleteExpiredSessions(ctx, db.DeleteExpiredSessionsParams{IdleSince: idleSince})
	_, err2 := q.DeleteExpiredThrottles(ctx)
	_, err3 := q.DeleteExpiredAPITokens(ctx)
	return errors.Join(err, err2, err3)
}

func takenEmail(err error) error {
	var pg *pgconn.PgError
	if errors.As(err, &pg) && pg.ConstraintName == "users_email_key" {
		return errs.Fields{"email": "This email is registered already. Log in if this is yours."}.Err()
	}
	return err
}
