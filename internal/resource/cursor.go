package resource

import (
	"encoding/base64"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"stoa/internal/errs"
)

var errCursor = errs.New(errs.BadRequest, "This page of the list does not exist.")

// CursorOf is where a page sorted by field ends, at that row.
func CursorOf(row Row, field string) Cursor {
	value := row.Values[field]
	switch {
	case field == Key:
		value = row.ID
	case field == DeletedAt && row.Deleted != nil:
		value = *row.Deleted
	}
	return Cursor{Value: value, ID: row.ID}
}

// Key is the order by id alone, the newest first when descending; it is no field.
const Key = "id"

// DeletedAt is the order of the trash; it is no field of a form.
const DeletedAt = "deleted_at"

// String writes the cursor for an address.
func (c Cursor) String() string {
	value := c.Value
	if t, ok := value.(time.Time); ok {
		value = t.UTC().Format(time.RFC3339Nano)
	}
	text, err := json.Marshal([]any{value, c.ID})
	if err != nil { // a value that no column has
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// ParseCursor reads what String wrote, for an order by a field of that kind.
func ParseCursor(text string, kind Kind) (*Cursor, error) {
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return nil, errCursor
	}
	var parts []json.RawMessage
	if json.Unmarshal(raw, &parts) != nil || len(parts) != 2 {
		return nil, errCursor
	}
	var c Cursor
	if json.Unmarshal(parts[1], &c.ID) != nil {
		return nil, errCursor
	}
	if c.Value, err = cursorValue(parts[0], kind); err != nil || c.Value == nil {
		return nil, errCursor
	}
	return &c, nil
}

func cursorValue(raw json.RawMessage, kind Kind) (any, error) {
	if string(raw) == "null" {
		return nil, errCursor
	}
	switch kind {
	case Time, Date:
		return read[time.Time](raw)
	case Integer:
		return read[int64](raw)
	case Boolean:
		return read[bool](raw)
	case Relation, ID:
		return read[uuid.UUID](raw)
	default:
		text, err := read[string](raw)
		if _, problem := Decode(Field{Kind: plain(kind)}, []string{text.(string)}); problem != "" {
			return nil, errCursor
		}
		return text, err
	}
}

// plain is the kind by which a cursor's text is checked: only what the database could not take is refused.
func plain(kind Kind) Kind {
	if kind == Decimal {
		return kind
	}
	return Text
}

func read[T any](raw json.RawMessage) (any, error) {
	var value T
	err := json.Unmarshal(raw, &value)
	return value, err
}
