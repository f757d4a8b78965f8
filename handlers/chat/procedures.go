package chat

import (
	"time"

	"github.com/google/uuid"

	"stoa/internal/plugin/procedure"
)

var send = procedure.Procedure[SendInput, SendOutput]{
	Name: "Chats.Send", Title: "Send a message", Method: "POST", Path: "/chats/{id}/messages", Scope: "conversations:send",
	Doc: "Stores the message, starts the answer and returns at once; Chats.Stream shows it grow. While an answer is being written, another message is a conflict.",
}

// SendInput is a message to a chat.
type SendInput struct {
	ID       uuid.UUID  `json:"id"`                                                           // The chat.
	Content  string     `json:"content" length:"1..32000" missing:"Write something to send."` // What to say.
	ClientID *uuid.UUID `json:"client_id"`                                                    // Made by the program: the same id sent again is the same message, and starts no second answer.
}

// SendOutput is a message that was stored.
type SendOutput struct {
	MessageID uuid.UUID `json:"message_id"` // The message.
	AnswerID  uuid.UUID `json:"answer_id"`  // The answer, which is being written.
}

var stop = procedure.Procedure[StopInput, StopOutput]{
	Name: "Chats.Stop", Title: "Stop the answer", Method: "POST", Path: "/chats/{id}/stop", Scope: "conversations:send",
	Doc: "Ends the answer that is being written; its text is kept. Without one it does nothing.",
}

// StopInput says where to stop.
type StopInput struct {
	ID uuid.UUID `json:"id"` // The chat.
}

// StopOutput is empty: what became of the answer is told by Chats.Stream.
type StopOutput struct{}

var choose = procedure.Procedure[ChooseInput, ChooseOutput]{
	Name: "Chats.Choose", Title: "Choose an assistant", Method: "POST", Path: "/chats/{id}/assistant", Scope: "conversations:send",
	Doc: "Says whom a chat asks: one of the assistants that you may use. Once a message was sent that stays as it is, and this is a conflict.",
}

// ChooseInput is a chat and whom it is to ask.
type ChooseInput struct {
	ID          uuid.UUID  `json:"id"`           // The chat.
	AssistantID *uuid.UUID `json:"assistant_id"` // The assistant; none asks the model alone.
}

// ChooseOutput is empty.
type ChooseOutput struct{}

var stream = procedure.Procedure[StreamInput, Event]{
	Name: "Chats.Stream", Title: "Follow a chat", Method: "GET", Path: "/chats/{id}/stream", Scope: "conversations:read", Events: true,
	Doc: "The first event has all messages, and so has every one of that kind: it replaces what was known. An answer that is being written then grows by deltas, until an event of the kind message says how it ended.",
}

// StreamInput says what to follow.
type StreamInput struct {
	ID uuid.UUID `json:"id"` // The chat.
}

// Event is what happened in a chat.
type Event struct {
	Kind     string    `json:"kind" oneof:"messages message delta gone"` // Which of the others is there; gone is the last: the chat was deleted.
	Messages []Message `json:"messages,omitempty"`                       // The newest messages, oldest first.
	Message  *Message  `json:"message,omitempty"`                        // One that is new, or has changed: it replaces the one of its id.
	Delta    *Delta    `json:"delta,omitempty"`                          // What an answer has grown by.
}

// Message is one turn of a chat.
type Message struct {
	ID        uuid.UUID `json:"id"`
	Role      string    `json:"role" oneof:"user assistant"`
	Status    string    `json:"status" oneof:"streaming complete stopped interrupted failed"`
	Content   string    `json:"content"`          // In Markdown.
	Error     string    `json:"error"`            // Why an answer failed.
	Notice    string    `json:"notice,omitempty"` // What is missing in one that is complete.
	CreatedAt time.Time `json:"created_at"`
}

// Delta is text that comes behind what an answer had.
type Delta struct {
	MessageID uuid.UUID `json:"message_id"`
	Offset    int64     `json:"offset"` // Where it begins, in bytes of the answer.
	Text      string    `json:"text"`
}
