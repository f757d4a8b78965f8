package redis

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"stoa/internal/realtime"
)

// message is an event on its way; one without a topic says that events were lost.
type message struct {
	From  string    `json:"f"` // the instance, which has told its own pages already
	Topic string    `json:"t,omitempty"`
	Kind  string    `json:"k,omitempty"`
	ID    uuid.UUID `json:"i"`
	Data  string    `json:"d,omitempty"`
}

func encode(from string, e realtime.Event) string {
	b, _ := json.Marshal(message{From: from, Topic: e.Topic, Kind: e.Kind, ID: e.ID, Data: e.Data}) //nolint:errcheck // strings and an id
	return string(b)
}

// A piece of a text travels as its offset, a blank and its bytes, or, when it is the end, as the length and nothing.
func parsePiece(payload string) (offset int, piece string, end, ok bool) {
	number, piece, found := strings.Cut(payload, " ")
	offset, err := strconv.Atoi(number)
	return offset, piece, !found, err == nil
}
