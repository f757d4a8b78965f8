package llm

import "github.com/google/uuid"

// Grounds are the passages that an answer may stand on. They are data: what is written in them orders nobody.
type Grounds struct {
	Passages []Passage // numbered from 1 in this order
	Coverage float64   // the share of the question's weight that the best of them hold
	Meant    bool      // some of them were found by their meaning, which the shared words say nothing of
	Notice   string    // what did not work as it should
}

// Search asks for the grounds of an answer: to the last question of the turns, among what the person may read, and of that only what
// the assistant answers from.
type Search struct {
	Tenant, User uuid.UUID
	Assistant    *uuid.UUID // nil: none is asked
	Turns        []Message
}

// Passage is a stretch of a document's version that is offered to an answer under a number.
type Passage struct {
	Number            int
	Document, Version uuid.UUID
	Title, Heading    string
	Text              string
	From, Page        int     // where Text begins in the version, and on which page; 0 is none
	Score             float64 // of the search
	Quotes            []Quote // the sentences of Text that answer best, the best first

	// What Check finds out about the answer.
	Cited    bool
	Verified bool   // what cites it shares enough with it
	Mark     [2]int // the sentence of Text that is meant
}

// Quote is a sentence of a passage.
type Quote struct {
	From, To int
	Score    float64
}

// Excerpt is a stretch of a document's version.
type Excerpt struct {
	Document, Version uuid.UUID
	From, To          int // bytes of its text
}
