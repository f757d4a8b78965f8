package resource

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
)

// AppendJSON writes a value as the API shows it: decimals as strings, which no float rounds; times as RFC 3339 in
// UTC; nothing as null. Of a secret it says whether one is set.
func AppendJSON(b []byte, f Field, value any) []byte {
	switch v := value.(type) {
	case nil:
		return append(b, "null"...)
	case string:
		return appendText(b, v)
	case bool:
		return strconv.AppendBool(b, v)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case time.Time:
		return appendTime(b, f, v)
	case uuid.UUID:
		return append(append(append(b, '"'), v.String()...), '"')
	case json.RawMessage:
		return append(b, v...)
	case []string:
		b = append(b, '[')
		for i, s := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendText(b, s)
		}
		return append(b, ']')
	}
	text, err := json.Marshal(value)
	if err != nil { // a value that no kind has
		return append(b, "null"...)
	}
	return append(b, text...)
}

func appendTime(b []byte, f Field, t time.Time) []byte {
	b = append(b, '"')
	if f.Kind == Date {
		return append(t.AppendFormat(b, time.DateOnly), '"')
	}
	return append(t.UTC().AppendFormat(b, time.RFC3339Nano), '"')
}

// appendText writes plain ASCII as it is and leaves all else to the library.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c > '~' {
			text, err := json.Marshal(s)
			if err != nil { // never for a string
				return append(b, `""`...)
			}
			return append(b, text...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}

// DecodeJSON reads a field of a JSON body: the typed value, nil for null, and what is wrong with it in one sentence, or "".
// The type has to be the one that AppendJSON writes; from there on the rules are those of Decode.
func DecodeJSON(f Field, raw json.RawMessage) (value any, problem string) {
	if string(bytes.TrimSpace(raw)) == "null" {
		return nil, ""
	}
	switch f.Kind {
	case JSON:
		return Decode(f, []string{string(raw)})
	case Boolean:
		var v bool
		if json.Unmarshal(raw, &v) != nil {
			return nil, "Send true or false."
		}
		return v, ""
	case Integer:
		var v int64
		if json.Unmarshal(raw, &v) != nil {
			return nil, "Send a whole number between " + strconv.Itoa(math.MinInt64) + " and " + strconv.Itoa(math.MaxInt64) + "."
		}
		return v, ""
	case Tags:
		return decodeTags(f, raw)
	}
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return nil, "Send a string."
	}
	if f.Kind == Time {
		return decodeMoment(text)
	}
	return Decode(f, []string{text})
}

func decodeTags(f Field, raw json.RawMessage) (any, string) {
	var list []*string
	if json.Unmarshal(raw, &list) != nil {
		return nil, "Send an array of strings."
	}
	texts := make([]string, len(list))
	for i, s := range list {
		if s == nil || strings.ContainsAny(*s, "\r\n") {
			return nil, "Send an array of strings, each of one line."
		}
		texts[i] = *s
	}
	return Decode(f, texts)
}

// decodeMoment wants the offset: a program that leaves it out means something that we cannot know.
func decodeMoment(text string) (any, string) {
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil || t.Year() < 1 || t.Year() > 9999 {
		return nil, "Send a time of RFC 3339, such as 2026-01-31T14:30:00Z."
	}
	return t.UTC(), ""
}
