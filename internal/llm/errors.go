package llm

import (
	"errors"
	"time"
)

// ErrorKind sorts what can go wrong with a model request.
type ErrorKind string

// The kinds of Error.
const (
	BadKey       ErrorKind = "bad key"       // 401, 403: the operator must mend the key
	UnknownModel ErrorKind = "unknown model" // the provider has no model of that name
	RateLimited  ErrorKind = "rate limited"  // 429; RetryAfter when the provider said it
	Unavailable  ErrorKind = "unavailable"   // 5xx, or the provider cannot be reached
	Timeout      ErrorKind = "timeout"       // no first byte, or silence in the middle
	Malformed    ErrorKind = "malformed"     // the provider sent what is not its dialect
	EndedEarly   ErrorKind = "ended early"   // the stream stopped without saying that it was done
	TooLong      ErrorKind = "too long"      // the conversation exceeds the model's context
	Refused      ErrorKind = "refused"       // the provider rejected the request, or filtered the answer
	LimitReached ErrorKind = "limit reached" // what may be spent is spent; nobody was asked
)

// Error is a model request that failed. Text that was emitted before it stands and is kept.
type Error struct {
	Kind       ErrorKind
	Message    string        // one clear line for the person; holds no key and no address
	RetryAfter time.Duration // 0 is unknown
	Err        error         // the cause, for the log
}

// Error gives the kind and the cause, for logs; people are shown Message.
func (e *Error) Error() string {
	text := "llm: " + string(e.Kind) + ": " + e.Message
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// KindOf gives the kind of the *Error in err's chain, "" when there is none.
func KindOf(err error) ErrorKind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return ""
}

// AboutText tells whether a request failed by what was sent: others may succeed, and so may a part of it.
func AboutText(err error) bool {
	kind := KindOf(err)
	return kind == TooLong || kind == Refused
}

// MessageOf gives the line that a person is shown for err: the Message of the *Error in its chain, else a general one.
func MessageOf(err error) string {
	var e *Error
	if errors.As(err, &e) && e.Message != "" {
		return e.Message
	}
	return "The answer could not be finished."
}

// ErrInterrupted is the cause to cancel a call with when the process goes down: its receipt then says
// interrupted, where any other cancellation says stopped.
var ErrInterrupted = errors.New("llm: interrupted by shutdown")
