// Package chat is the conversation and the pieces of it that travel over the event stream.
package chat

import (
	"strconv"

	"stoa/views/layout"
	"stoa/views/ui"
)

// ConversationProps is the page of one chat.
type ConversationProps struct {
	Page  layout.PageProps
	ID    string
	Title string
	Model string
	// Owner is the name of whose chat it is, when it is shared with who looks; ReadOnly says that they may not write in it.
	Owner    string
	ReadOnly bool
	// Shared says that others may have it open too; Here and Readers who of them has, and who has read all of it.
	Shared        bool
	Here, Readers string
	// Earlier is the address of the page of older messages; empty when the first message is shown.
	Earlier string
	// Later is the address of the newest messages when an older page is shown. Then nothing streams and nothing can be sent.
	Later    string
	Messages []MessageProps
	Composer ComposerProps
	// Hint stands in the empty conversation: what the assistant is and what it can do.
	Hint string
	// Assistant is the name of whom the chat was started with; Starters are what it offers to ask.
	Assistant string
	Starters  []string
	// Offer is whom an empty conversation can be begun with.
	Offer    OfferProps
	TenantID string
}

// OfferProps are the assistants that a chat can be started with; without Choices nothing is offered.
type OfferProps struct {
	TenantID, Title string
	Choices         []ChoiceProps
	More            string // the address of all of them; "" when these are
	Folded          bool   // until the title is clicked
	Live            bool   // with scripts the page's stream shows what came of it
}

// ChoiceProps is one of them; without ID it is none of them.
type ChoiceProps struct{ ID, Name, Description, Path string }

// MessageProps is one message. All texts are ready to show.
type MessageProps struct {
	ID       string
	ChatID   string
	TenantID string
	// Role is "user" or "assistant"; Status "streaming", "complete", "stopped", "interrupted" or "failed".
	Role   string
	Status string
	// Author is the person's name; an answer is the Assistant's.
	Author string
	Time   ui.Moment
	// ReadOnly takes away what would change the chat.
	ReadOnly bool
	// HTML is the finished part, sanitised by the caller, which is written as it is.
	HTML string
	// Tail is the block that is still growing, sanitised HTML too.
	Tail    string
	Receipt ReceiptProps
	// Sources are the passages that the answer cites.
	Sources []SourceProps
	// Error is what to tell the person about an answer that failed, Notice about one that is complete.
	Error, Notice string
}

// SourceProps is a passage that an answer cites; Href is empty when its document was deleted, or is Closed to who looks.
type SourceProps struct {
	Number, Href, Title, Place string
	Verified, Closed           bool
}

// PassagesProps are the passages that an answer cites: a page of its own, or a panel, which needs neither Page nor Back.
type PassagesProps struct {
	Page layout.PageProps
	Path string // of these passages
	Back string // to the answer
	List []PassageProps
}

// PassageProps is one of them; without Marked its text is not there, or not for who looks.
type PassageProps struct {
	SourceProps
	Before, Marked, After string
}

// ReceiptProps is what an answer cost. A zero value has no receipt yet.
type ReceiptProps struct {
	Model     string
	TokensIn  string
	TokensOut string
	// Cost is a formatted amount, or "price unknown".
	Cost string
	// Basis is "exact" or "estimated".
	Basis string
}

// ComposerProps is the form that sends a message.
type ComposerProps struct {
	ChatID   string
	TenantID string
	// ClientID is the id that the next message will have, made by the server; the same id twice is the same message.
	ClientID string
	Content  string
	Error    string
	// Placeholder is optional.
	Placeholder string
	Autofocus   bool
	// Shared says that others want to know while somebody writes.
	Shared bool
}

func (p ComposerProps) placeholder() string {
	if p.Placeholder != "" {
		return p.Placeholder
	}
	return "Write a message"
}

func (p MessageProps) domID() string { return "m-" + p.ID }

func (p MessageProps) author() string {
	if p.Role == "assistant" {
		return "Assistant"
	}
	if p.Author == "" {
		return "Former member"
	}
	return p.Author
}

func (p MessageProps) streaming() bool { return p.Status == "streaming" }

// ended tells whether the answer stopped before its end, so that it can be continued.
func (p MessageProps) ended() bool {
	return p.Role == "assistant" && (p.Status == "stopped" || p.Status == "interrupted" || p.Status == "failed")
}

// stateWord is the state as a word; a complete message needs none.
func stateWord(status string) string {
	switch status {
	case "streaming":
		return "writing"
	case "complete":
		return ""
	}
	return status
}

// outcome says what is true about an answer that ended early.
func (p MessageProps) outcome() string {
	switch p.Status {
	case "stopped":
		return "This answer was stopped. What was written is kept."
	case "interrupted":
		return "This answer was cut off when the server went away. What was written is kept."
	}
	if p.Error != "" {
		return p.Error
	}
	return "The model failed before the answer was complete. What was written is kept."
}

func (p MessageProps) noteKind() string {
	switch p.Status {
	case "stopped":
		return "info"
	case "interrupted":
		return "warn"
	}
	return "bad"
}

func (p MessageProps) path(action string) string {
	return "/chats/" + p.ChatID + "/messages/" + p.ID + "/" + action
}

func (p PassagesProps) title() string {
	if len(p.List) == 0 {
		return "Sources"
	}
	return sourceCount(len(p.List))
}

func sourceCount(n int) string {
	if n == 1 {
		return "1 source"
	}
	return strconv.Itoa(n) + " sources"
}

func (p ReceiptProps) empty() bool { return p == ReceiptProps{} }

func (p ConversationProps) shares() string { return "/shares?conversation_id=" + p.ID }
