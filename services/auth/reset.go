package auth

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/secret"
)

// ResetLife is how long a link to a new password works.
const ResetLife = time.Hour

var (
	errNoReset = errs.New(errs.NotFound, "This link was used, or has run out. Ask for a new one.")
	resetPlace = secret.Place{Table: "users", Column: "password_reset"}
)

// reset is what a link carries, encrypted. It works for the password of that time only, so using it once uses it up.
type reset struct {
	User     uuid.UUID `json:"u"`
	Until    time.Time `json:"t"`
	Password string    `json:"p"` // a digest of the stored hash
}

// Mailer hands in a letter: now, or beside a caller that must not take longer with one than without.
type Mailer interface {
	Send(to, subject, text string) error
	Post(to, subject, text string)
}

// WithMail lets people ask for a new password by a letter, and invitations go by one; link is the public address.
func (s *Service) WithMail(m Mailer, box *secret.Box, link string) *Service {
	s.mail, s.box, s.link = m, box, link
	return s
}

// Mails reports whether letters can be sent.
func (s *Service) Mails() bool { return s.mail != nil }

// AskReset sends a link to whoever has the address. Nobody learns from the answer whether there is an account.
func (s *Service) AskReset(ctx context.Context, email, address string) error {
	email, ok := normalEmail(email)
	if !ok {
		return errs.Fields{"email": noEmail}.Err()
	}
	for _, t := range []throttle{resetByEmail(email), resetByAddress(address)} {
		if err := s.throttle(ctx, t); err != nil {
			return err
		}
	}
	user, err := db.New(s.doors.System()).GetUserByEmail(ctx, db.GetUserByEmailParams{Email: email})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	token, err := json.Marshal(reset{User: user.ID, Until: time.Now().Add(ResetLife), Password: passwordDigest(user.PasswordHash)})
	if err != nil {
		return err
	}
	text := fmt.Sprintf("Hello %s,\n\nsomebody, hopefully you, asked for a new password at %s.\nChoose one here, within an hour:\n\n%s/password/reset/%s\n\nIf it was not you, there is nothing to do: your password stays as it is.\n",
		user.Name, s.link, s.link, s.box.Seal(string(token), resetPlace))
	s.mail.Post(user.Email, "A new password", text) // as fast for an address that nobody has
	return nil
}

// CheckReset is an error for a link that does not work.
func (s *Service) CheckReset(ctx context.Context, token string) error {
	_, err := s.openReset(ctx, token)
	return err
}

// Reset uses a link up: the password is replaced and every session of the person ends.
func (s *Service) Reset(ctx context.Context, token, password string) (uuid.UUID, error) {
	user, err := s.openReset(ctx, token)
	if err != nil {
		return uuid.Nil, err
	}
	fields := errs.Fields{}
	checkNewPassword(fields, "new", password)
	if err := fields.Err(); err != nil {
		return uuid.Nil, err
	}
	hash := hashPassword(password)
	return user.ID, s.doors.System().InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		n, err := q.ReplacePasswordHash(ctx, db.ReplacePasswordHashParams{ID: user.ID, Old: user.PasswordHash, PasswordHash: hash})
		if err == nil && n == 0 { // used at the same moment
			return errNoReset
		}
		if err != nil {
			return err
		}
		if _, err = q.DeleteAPITokensOfUser(ctx, db.DeleteAPITokensOfUserParams{UserID: user.ID}); err != nil {
			return err
		}
		_, err = q.DeleteSessionsOfUserExcept(ctx, db.DeleteSessionsOfUserExceptParams{UserID: user.ID, IDHash: []byte{}})
		return err
	})
}

func (s *Service) openReset(ctx context.Context, token string) (db.GetUserByIDRow, error) {
	plain, err := s.box.Open(token, resetPlace)
	var r reset
	if err != nil || json.Unmarshal([]byte(plain), &r) != nil || time.Now().After(r.Until) {
		return db.GetUserByIDRow{}, errNoReset
	}
	user, err := db.New(s.doors.System()).GetUserByID(ctx, db.GetUserByIDParams{ID: r.User})
	if errors.Is(err, pgx.ErrNoRows) || err == nil && passwordDigest(user.PasswordHash) != r.Password {
		return user, errNoReset
	}
	return user, err
}

func passwordDigest(hash string) string {
	sum := sha256.Sum256([]byte(hash))
	return hex.EncodeToString(sum[:8])
}

// MayMail checks an address that the actor wants an invitation sent to, and counts it for both: only of who may invite, or
// anybody could use up what an address may get.
func (s *Service) MayMail(ctx context.Context, a Actor, role, email string) error {
	if err := mayChange(a, role, role); err != nil {
		return err
	}
	email, ok := normalEmail(email)
	if !ok {
		return errs.Fields{"email": noEmail}.Err()
	}
	if err := s.throttle(ctx, invitationByUser(a.User)); err != nil {
		return err
	}
	return s.throttle(ctx, invitationByEmail(email))
}

// MailInvitation sends the link of an invitation to an address.
func (s *Service) MailInvitation(email, by, company, link string) error {
	email, _ = normalEmail(email)
	return s.mail.Send(email, "An invitation to "+company, fmt.Sprintf("Hello,\n\n%s invites you to %s. Join here, within seven days:\n\n%s\n", by, company, link))
}
