// Package errs is the one vocabulary of failures: what went wrong, what to tell the person, which field it belongs to.
package errs

import (
	"context"
	"errors"
	"fmt"
)

// Kind says what sort of failure an error is; each face (HTML, JSON, stream) maps it to its own status.
type Kind int

// The kinds. Internal is the zero value: an error nobody classified is never shown.
const (
	Internal        Kind = iota // 500: a fault of ours; its text stays in the log
	Invalid                     // 422: the input breaks a rule; Fields says where
	BadRequest                  // 400: the request itself is malformed
	Unauthenticated             // 401 or a redirect to the login page
	Forbidden                   // 403: the role is too low
	NotFound                    // 404: unknown, or another tenant's
	Conflict                    // 409: somebody else was first, or another tab switched the tenant
	Stale                       // 412: it was changed since the version that the request names
	Blind                       // 428: the request does not say which version it changes
	Unsupported                 // 415: a body of another media type
	TooLarge                    // 413
	TooMany                     // 429: throttled; the message says when to try again
	Unavailable                 // 503: something we depend on is away
	Canceled                    // 499: the client went away
)

// Error is a classified failure. Message is written for the person in the browser and holds no secret.
type Error struct {
	Kind    Kind
	Message string
	Fields  Fields // by field name, for Invalid
	Err     error  // the cause, for the log
}

// Fields maps a form field's name to what is wrong with its value.
type Fields map[string]string

// Add records the first message for a field; later ones are dropped.
func (f Fields) Add(field, message string) {
	if _, ok := f[field]; !ok {
		f[field] = message
	}
}

// Err is nil when no field is bad, else an Invalid error that carries the fields.
func (f Fields) Err() error {
	if len(f) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Message: "Some fields need another look.", Fields: f}
}

// Error implements error: the message, then the cause.
func (e *Error) Error() string {
	if e.Err != nil {
		return e.Message + ": " + e.Err.Error()
	}
	return e.Message
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// New makes an error of a kind with a message for the person.
func New(kind Kind, format string, args ...any) *Error {
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...)}
}

// Wrap makes an error of a kind with a message for the person and the cause for the log.
func Wrap(kind Kind, err error, format string, args ...any) *Error {
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...), Err: err}
}

// KindOf classifies any error: ours by its kind, a cancelled context as Canceled, everything else as Internal.
func KindOf(err error) Kind {
	var e *Error
	switch {
	case errors.As(err, &e):
		return e.Kind
	case errors.Is(err, context.Canceled):
		return Canceled
	default:
		return Internal
	}
}

// FieldsOf returns the field messages that err carries, or nil.
func FieldsOf(err error) Fields {
	var e *Error
	if errors.As(err, &e) {
		return e.Fields
	}
	return nil
}

// MessageOf returns what may be told to the person; for Internal that is one general sentence.
func MessageOf(err error) string {
	var e *Error
	if errors.As(err, &e) && e.Kind != Internal {
		return e.Message
	}
	return "Something went wrong on our side."
}
