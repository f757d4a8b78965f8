package resource

import (
	"encoding/json"
	"strings"
)

// Kept reads a value as the audit log keeps it, in JSON; ok is false when it is no value of the field any more, as when
// an enum has lost it.
func Kept(f Field, raw json.RawMessage) (value any, ok bool) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, true
	}
	if f.Kind == JSON {
		return raw, true
	}
	texts, ok := keptTexts(f, raw)
	if !ok {
		return nil, false
	}
	f.Trim, f.Lower = false, false // as it was
	value, problem := Decode(f, texts)
	return value, problem == ""
}

func keptTexts(f Field, raw json.RawMessage) ([]string, bool) {
	switch {
	case f.Kind == Tags:
		var list []string
		err := json.Unmarshal(raw, &list)
		return list, err == nil
	case raw[0] == '"':
		var text string
		err := json.Unmarshal(raw, &text)
		return []string{text}, err == nil
	case raw[0] == '{' || raw[0] == '[':
		return nil, false
	}
	text := string(raw) // a number, or true and false
	if f.Kind == Decimal && strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".") // 2.5, not 2.500000
	}
	return []string{text}, true
}
