package resource

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// asJSON says where a mistake is, so that it can be found in a long text.
func asJSON(f Field, text string) (any, string) {
	var any any
	err := json.Unmarshal([]byte(text), &any)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		line, column := position(text, int(syntax.Offset))
		return nil, fmt.Sprintf("Line %d, column %d: %s.", line, column, words(syntax))
	case err != nil:
		return nil, "This is no JSON."
	case strings.Contains(text, `\u0000`):
		return nil, "The character \\u0000 cannot be stored."
	}
	if problem := jsonType(f.JSONType, any); problem != "" {
		return nil, problem
	}
	return json.RawMessage(text), ""
}

// position is the line and column, from 1 and in characters, of the byte at which reading stopped.
func position(text string, offset int) (line, column int) {
	before := text[:max(0, min(offset-1, len(text)))]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}

func words(err *json.SyntaxError) string {
	text := err.Error()
	if text == "unexpected end of JSON input" {
		return "the text ends too early; a bracket or a quote is open"
	}
	return text
}

func jsonType(want string, value any) string {
	_, object := value.(map[string]any)
	_, array := value.([]any)
	switch {
	case want == "object" && !object:
		return "Write a JSON object: { … }."
	case want == "array" && !array:
		return "Write a JSON array: [ … ]."
	}
	return ""
}
