package chat

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/errs"
)

const (
	defaultTitle    = "New chat"
	maxTitle        = 200
	maxModel        = 100
	maxSystemPrompt = 8000
)

// errNoChat is the same for a chat that never was, was deleted, or is somebody else's.
var errNoChat = errs.New(errs.NotFound, "There is no such chat.")

// NewConversation is what the form for a new chat asks; all of it is optional.
type NewConversation struct{ Title, Model, SystemPrompt string }

// Conversation is one chat.
type Conversation struct {
	ID                  uuid.UUID
	Title               string
	Model, SystemPrompt string // "" for the default
}

// Entry is a chat in a list.
type Entry struct {
	ID        uuid.UUID
	Title     string
	Model     string
	UpdatedAt time.Time
}

// Cursor is the place in a list after which a page starts; nil is its beginning.
type Cursor struct {
	At time.Time
	ID uuid.UUID
}

// Create makes an empty chat of the person.
func (s *Service) Create(ctx context.Context, p Person, in NewConversation) (uuid.UUID, error) {
	in.Title, in.Model, in.SystemPrompt = clean(in.Title), clean(in.Model), clean(in.SystemPrompt)
	fields := errs.Fields{}
	atMost(fields, "title", in.Title, maxTitle)
	atMost(fields, "model", in.Model, maxModel)
	atMost(fields, "system_prompt", in.SystemPrompt, maxSystemPrompt)
	if err := fields.Err(); err != nil {
		return uuid.Nil, err
	}
	if in.Title == "" {
		in.Title = defaultTitle
	}
	id := uuid.Must(uuid.NewV7())
	return id, s.queries(p).InsertConversation(ctx, db.InsertConversationParams{
		TenantID: p.Tenant, ID: id, UserID: p.User, Title: in.Title, Model: optional(in.Model), SystemPrompt: optional(in.SystemPrompt),
	})
}

// Get returns a chat of the person, or NotFound.
func (s *Service) Get(ctx context.Context, p Person, id uuid.UUID) (Conversation, error) {
	row, err := s.queries(p).GetConversation(ctx, db.GetConversationParams{TenantID: p.Tenant, UserID: p.User, ID: id})
	if errors.Is(err, pgx.ErrNoRows) {
		return Conversation{}, errNoChat
	}
	return Conversation{ID: row.ID, Title: row.Title, Model: value(row.Model), SystemPrompt: value(row.SystemPrompt)}, err
}

// List returns up to n of the person's chats after the cursor, newest activity first, and whether there are more.
func (s *Service) List(ctx context.Context, p Person, after *Cursor, n int) ([]Entry, bool, error) {
	args := db.ListConversationsParams{TenantID: p.Tenant, UserID: p.User, PageSize: int32(n + 1)}
	if after != nil {
		args.BeforeAt, args.BeforeID = &after.At, &after.ID
	}
	rows, err := s.queries(p).ListConversations(ctx, args)
	if err != nil {
		return nil, false, err
	}
	more := len(rows) > n
	entries := make([]Entry, 0, n)
	for _, r := range rows[:min(n, len(rows))] {
		entries = append(entries, Entry{ID: r.ID, Title: r.Title, Model: value(r.Model), UpdatedAt: r.UpdatedAt})
	}
	return entries, more, nil
}

func (s *Service) queries(p Person) *db.Queries { return db.New(s.Doors.Tenant(p.Tenant).As(p.User)) }

// titleFrom makes a title of the first line of a first message.
func titleFrom(content string) string {
	line, _, _ := strings.Cut(content, "\n")
	line = strings.Join(strings.Fields(line), " ")
	const longest = 60
	if utf8.RuneCountInString(line) <= longest {
		return line
	}
	cut := string([]rune(line)[:longest])
	if i := strings.LastIndexByte(cut, ' '); i > longest/2 {
		cut = cut[:i]
	}
	return cut + "…"
}

// clean makes text that PostgreSQL accepts and that does not begin or end in blanks.
func clean(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", ""))
}

func atMost(fields errs.Fields, name, text string, limit int) {
	if n := utf8.RuneCountInString(text); n > limit {
		fields.Add(name, tooLong(n, limit))
	}
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
