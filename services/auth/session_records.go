package auth

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/session"
	"stoa/internal/tenant"
)

// SessionRecords keeps sessions in the database, for session.Store.
type SessionRecords struct {
	doors   *tenant.Doors
	lookups *lookups
}

// NewSessionRecords makes the records of one database.
func NewSessionRecords(doors *tenant.Doors) SessionRecords {
	return SessionRecords{doors, &lookups{read: db.New(doors.System()).FindSessions}}
}

func (s SessionRecords) queries() *db.Queries { return db.New(s.doors.System()) }

// Find implements session.Records.
func (s SessionRecords) Find(ctx context.Context, key []byte, idleSince time.Time) (*session.Record, error) {
	row, err := s.lookups.find(ctx, key, idleSince)
	if err != nil || row == nil {
		return nil, err
	}
	rec := &session.Record{
		Principal: session.Principal{
			User: row.UserID, UserName: row.UserName, Email: row.UserEmail,
			Tenant: row.TenantID, TenantName: row.TenantName, Role: string(row.Role), Companies: int(row.Companies),
		},
		LastSeen: row.LastSeenAt, ExpiresAt: row.ExpiresAt,
	}
	return rec, json.Unmarshal(row.Data, &rec.Data)
}

// Standings implements session.Records.
func (s SessionRecords) Standings(ctx context.Context, keys [][]byte, idleSince time.Time) ([]session.Standing, error) {
	rows, err := s.queries().ListStandings(ctx, db.ListStandingsParams{Keys: keys, IdleSince: idleSince})
	found := make([]session.Standing, len(rows))
	for i, r := range rows {
		found[i] = session.Standing{Key: r.Key, Tenant: r.TenantID, Role: string(r.Role)}
	}
	return found, err
}

// Insert implements session.Records.
func (s SessionRecords) Insert(ctx context.Context, key []byte, user, tenant uuid.UUID, data map[string]string, expires time.Time) error {
	return s.queries().InsertSession(ctx, db.InsertSessionParams{IDHash: key, UserID: user, TenantID: tenant, Data: encode(data), ExpiresAt: expires})
}

// SaveData implements session.Records.
func (s SessionRecords) SaveData(ctx context.Context, key []byte, data map[string]string) error {
	return s.queries().UpdateSessionData(ctx, db.UpdateSessionDataParams{IDHash: key, Data: encode(data)})
}

// Touch implements session.Records.
func (s SessionRecords) Touch(ctx context.Context, key []byte) error {
	return s.queries().TouchSession(ctx, db.TouchSessionParams{IDHash: key})
}

// Delete implements session.Records.
func (s SessionRecords) Delete(ctx context.Context, key []byte) error {
	return s.queries().DeleteSession(ctx, db.DeleteSessionParams{IDHash: key})
}

// begin stores the session that the login was given a ticket for.
func (l Login) begin(ctx context.Context, q *db.Queries, t *session.Ticket) error {
	if t == nil {
		return nil
	}
	return q.InsertSession(ctx, db.InsertSessionParams{IDHash: t.Key, UserID: l.User, TenantID: l.Tenant, Data: encode(nil), ExpiresAt: t.Expires})
}

func encode(data map[string]string) json.RawMessage {
	if data == nil {
		return json.RawMessage("{}")
	}
	b, _ := json.Marshal(data) // strings always encode
	return b
}
