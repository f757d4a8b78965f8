package auth

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
	"stoa/internal/session"
)

const (
	tokenPrefix = "stoa_" // by which scanners of source code know a token
	tokenHint   = 4       // of its characters stay known
	tokenTouch  = time.Minute
	mostTokens  = 50 // of one person
	mostScopes  = 200
)

// TokenDays are the lives that a token may have.
var TokenDays = []int{7, 30, 90, 365}

// APIToken is a stored token: all but itself.
type APIToken struct {
	ID                uuid.UUID
	Mine              bool
	Owner, Name, Hint string
	Scopes            []string
	Created, Expires  time.Time
	LastUsed          *time.Time
}

// NewAPIToken is the form that makes a token.
type NewAPIToken struct {
	Name   string
	Scopes []string
	Days   int
}

var scopeForm = regexp.MustCompile(`^(\*|[a-z][a-z0-9_]{0,62}):(\*|[a-z][a-z0-9_]{0,62})$`)

// MakeAPIToken makes a token for the actor and returns it: it is stored nowhere and cannot be shown again.
func (s *Service) MakeAPIToken(ctx context.Context, a Actor, in NewAPIToken) (token string, err error) {
	in.Name = cleanName(in.Name)
	fields := errs.Fields{}
	checkName(fields, "name", in.Name)
	if !slices.Contains(TokenDays, in.Days) {
		fields.Add("days", "Choose how long the token works.")
	}
	switch {
	case len(in.Scopes) == 0:
		fields.Add("scopes", "Choose what the token may do.")
	case len(in.Scopes) > mostScopes || slices.ContainsFunc(in.Scopes, func(s string) bool { return !scopeForm.MatchString(s) }):
		fields.Add("scopes", "There is no such permission.")
	}
	if err := fields.Err(); err != nil {
		return "", err
	}
	token = tokenPrefix + unguessable(32)
	q := db.New(s.doors.Tenant(a.Tenant))
	n, err := q.CountAPITokens(ctx, db.CountAPITokensParams{TenantID: a.Tenant, UserID: a.User})
	if err != nil {
		return "", err
	}
	if n >= mostTokens {
		return "", errs.New(errs.Conflict, "You have %d tokens. Revoke one that is not in use.", n)
	}
	slices.Sort(in.Scopes)
	return token, q.InsertAPIToken(ctx, db.InsertAPITokenParams{
		TenantID: a.Tenant, ID: uuid.Must(uuid.NewV7()), UserID: a.User, Name: in.Name, TokenHash: tokenHash(token),
		Hint: token[len(token)-tokenHint:], Scopes: slices.Compact(in.Scopes), ExpiresAt: time.Now().AddDate(0, 0, in.Days),
	})
}

// unguessable is a text that carries so many random bytes.
func unguessable(bytes int) string {
	raw := make([]byte, bytes)
	rand.Read(raw) // never fails
	return base64.RawURLEncoding.EncodeToString(raw)
}

// APITokens lists the actor's tokens, and for who manages members those of everybody.
func (s *Service) APITokens(ctx context.Context, a Actor) ([]APIToken, error) {
	rows, err := db.New(s.doors.Tenant(a.Tenant)).ListAPITokens(ctx, db.ListAPITokensParams{
		TenantID: a.Tenant, UserID: a.User, Everybody: MayManage(a.Role),
	})
	list := make([]APIToken, len(rows))
	for i, r := range rows {
		list[i] = APIToken{
			ID: r.ID, Mine: r.UserID == a.User, Owner: r.UserName, Name: r.Name, Hint: r.Hint, Scopes: r.Scopes,
			Created: r.CreatedAt, Expires: r.ExpiresAt, LastUsed: r.LastUsedAt,
		}
	}
	return list, err
}

// RevokeAPIToken ends a token at once: the actor's own, or for who manages members anybody's.
func (s *Service) RevokeAPIToken(ctx context.Context, a Actor, id uuid.UUID) error {
	n, err := db.New(s.doors.Tenant(a.Tenant)).DeleteAPIToken(ctx, db.DeleteAPITokenParams{
		TenantID: a.Tenant, ID: id, UserID: a.User, Everybody: MayManage(a.Role),
	})
	if err == nil && n == 0 {
		return errs.New(errs.NotFound, "There is no such token.")
	}
	return err
}

// Bearer is who a token acts for, with the role that this member has now; nil when it is none, has run out
// or its owner is no member any more. Its use is written down at most once a minute.
func (s *Service) Bearer(ctx context.Context, token string) (*session.Principal, error) {
	if !strings.HasPrefix(token, tokenPrefix) {
		return nil, nil
	}
	key := tokenHash(token)
	q := db.New(s.doors.System())
	row, err := q.GetAPIToken(ctx, db.GetAPITokenParams{TokenHash: key})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if row.LastUsedAt == nil || time.Since(*row.LastUsedAt) > tokenTouch {
		if err := q.TouchAPIToken(ctx, db.TouchAPITokenParams{TokenHash: key}); err != nil {
			return nil, err
		}
	}
	return &session.Principal{
		User: row.UserID, UserName: row.UserName, Email: row.UserEmail, Tenant: row.TenantID, TenantName: row.TenantName,
		Role: string(row.Role), Key: key, Grant: &session.Grant{ID: row.ID, Scopes: row.Scopes},
	}, nil
}

// Expired reports whether the token has run out.
func (t APIToken) Expired() bool { return !time.Now().Before(t.Expires) }
