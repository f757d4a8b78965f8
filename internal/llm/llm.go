// Package llm names what a model request is: its types and errors, with no provider behind them.
package llm

import (
	"context"

	"github.com/google/uuid"
)

// Role says who wrote a message; the values are those of the OpenAI dialect.
type Role string

// The roles that a request may carry.
const (
	System    Role = "system"
	User      Role = "user"
	Assistant Role = "assistant"
)

// Message is one turn of the conversation that a model reads.
type Message struct {
	Role Role
	Text string
}

// Request is what a model is asked.
type Request struct {
	Model     string    // as the person named it; "" is the default model
	Messages  []Message // oldest first
	MaxOutput int       // tokens; 0 is the provider's default
	Grounds   *Grounds  // what a document search found for the last question; nil: nothing was searched

	Temperature *float64 // nil is the model's own
}

// Usage counts tokens. Input counts all that was sent, Cached and CacheWrite included.
type Usage struct {
	Input, Cached, CacheWrite, Output int64
	Exact                             bool // the provider reported it; false is our own count
}

// Purpose says what a request is for; each one becomes a line of the bill.
type Purpose string

// The purposes known so far; a call without one is refused.
const (
	PurposeChat  Purpose = "chat"
	PurposeTitle Purpose = "title"
)

// Call says for whom and for what a request is made. Tenant and Purpose are required.
type Call struct {
	Tenant                            uuid.UUID
	User                              *uuid.UUID
	Purpose                           Purpose
	Conversation, Message, Generation *uuid.UUID
}

// The values of Result.Finish that every provider maps to; another value is the provider's own word.
const (
	FinishStop    = "stop"    // the model was done
	FinishLength  = "length"  // the limit of output tokens was reached
	FinishStopped = "stopped" // the caller cancelled
	FinishFailed  = "failed"  // an error ended it; Stream returned that error

	FinishInterrupted = "interrupted" // the context was cancelled with ErrInterrupted
)

// Result tells what happened to a call. It is filled as far as known even when Stream returns an error.
type Result struct {
	Provider, Model string
	Usage           Usage
	Finish          string
	CostEvent       uuid.UUID // the receipt; uuid.Nil only when no call was recorded
	Unsettled       bool      // the database was away when the receipt was to be settled
}

// Model is one that a person can choose.
type Model struct {
	ID, Provider string
	Builtin      bool
}

// Streamer is the one door of every model request.
type Streamer interface {
	// Stream asks a model and calls emit with each piece of text in order, from one goroutine.
	// Pieces are never empty and always valid UTF-8. An error of emit cancels the call and is returned.
	// When ctx ends, the request to the provider is cancelled at once, and Stream returns the cause of ctx as soon as
	// the receipt is settled. Every other error that is about the model is an *Error.
	Stream(ctx context.Context, call Call, req Request, emit func(delta string) error) (Result, error)
}

// Lister tells which models there are.
type Lister interface {
	// Models lists what a person can choose, the default first.
	Models(ctx context.Context) ([]Model, error)
	// Default is the model of a request that names none.
	Default(ctx context.Context) (Model, error)
}
