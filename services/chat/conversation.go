package chat

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/errs"
)

const defaultTitle = "New chat"

// errNoChat is the same for a chat that never was, was deleted, or is somebody else's and not shared.
var errNoChat = errs.New(errs.NotFound, "There is no such chat.")

var errReadOnly = errs.New(errs.Forbidden, "This chat is shared with you for reading. Ask whose it is to let you write in it.")

// Access is what a chat is to a person.
type Access string

// From the most to the least.
const (
	Own   Access = "own"
	Write Access = "write"
	Read  Access = "read"
)

// Conversation is one chat, as a person has it.
type Conversation struct {
	ID                  uuid.UUID
	Title               string
	Model, SystemPrompt string // "" for the default
	Owner               string // the name of whose it is
	Access              Access
	Shared              bool // with anybody
	Unread              int  // of Recent, up to a hundred
}

// MayWrite reports whether the person may send to it, and stop its answers.
func (c Conversation) MayWrite() bool { return c.Access != Read }

// Get returns a chat that is the person's or shared with them, or NotFound.
func (s *Service) Get(ctx context.Context, p Person, id uuid.UUID) (Conversation, error) {
	row, err := s.queries(p).OpenConversation(ctx, db.OpenConversationParams{TenantID: p.Tenant, UserID: p.User, ID: id})
	if err != nil {
		return Conversation{}, noRowsAs(err, errNoChat)
	}
	return Conversation{
		ID: row.ID, Title: row.Title, Model: value(row.Model), SystemPrompt: value(row.SystemPrompt), Owner: row.Owner, Access: Access(row.Access), Shared: row.Shared,
	}, nil
}

// writable returns a chat in which the person may write; one that they may read is Forbidden.
func (s *Service) writable(ctx context.Context, p Person, id uuid.UUID) (Conversation, error) {
	c, err := s.Get(ctx, p, id)
	if err == nil && !c.MayWrite() {
		err = errReadOnly
	}
	return c, err
}

// Recent returns up to n of the chats that are the person's or shared with them, newest activity first.
func (s *Service) Recent(ctx context.Context, p Person, n int) ([]Conversation, error) {
	rows, err := s.queries(p).RecentConversations(ctx, db.RecentConversationsParams{TenantID: p.Tenant, UserID: p.User, PageSize: int32(n)})
	list := make([]Conversation, len(rows))
	for i, r := range rows {
		list[i] = Conversation{ID: r.ID, Title: r.Title, Unread: int(r.Unread)}
	}
	return list, err
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
