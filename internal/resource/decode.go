package resource

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
)

// Decode reads what a form or a file says about a field: all its texts, of which most kinds take the first. It
// returns the typed value, nil for nothing, and what is wrong with it in one sentence, or "".
func Decode(f Field, texts []string) (value any, problem string) {
	if f.Kind == Boolean {
		return len(texts) > 0 && isTrue(texts[len(texts)-1]), "" // an absent checkbox is a no
	}
	text := strings.Join(texts, "\n")
	if f.Kind != Tags && len(texts) > 0 {
		text = texts[0]
	}
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return nil, "There are characters in it that cannot be stored. Write them anew."
	}
	text = normal(f, text)
	if text == "" && f.Kind != Tags {
		return nil, ""
	}
	return decoders[f.Kind](f, text)
}

// normal is the text without what a person did not mean to write.
func normal(f Field, text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	switch f.Kind {
	case Text, Slug, Email, URL:
		text = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(text) // these have one line
	}
	switch f.Kind {
	case Text, Textarea, Markdown, Secret:
		if f.Trim {
			text = strings.TrimSpace(text)
		}
	default:
		text = strings.TrimSpace(text)
	}
	if f.Lower || f.Kind == Color {
		text = strings.ToLower(text)
	}
	return text
}

func isTrue(text string) bool {
	switch strings.ToLower(text) {
	case "true", "on", "yes", "1":
		return true
	}
	return false
}

// decoders turn a text that is not empty into a value; kinds of which every text is a value share one.
var decoders = map[Kind]func(f Field, text string) (any, string){
	Text: asText, Textarea: asText, Markdown: asText, Secret: asText,
	Email: matching(regexp.MustCompile(`^[^@\s]+@[^@\s]+$`), "Write an e-mail address, such as ada@example.com."),
	URL:   matching(regexp.MustCompile(`^https?://[^\s/?#]+\S*$`), "Write a whole address, such as https://example.com."),
	Slug:  matching(regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`), "Use small letters, digits and single hyphens."),
	Color: matching(regexp.MustCompile(`^#[0-9a-f]{6}$`), "Write a colour as # and six digits, such as #0f766e."),
	Decimal: matching(regexp.MustCompile(`^[+-]?\d{1,60}(\.\d{1,60})?$`),
		"Write a number, with a point before the decimals."),
	Integer: asInteger, Enum: asEnum, Date: asDate, Time: asTime, JSON: asJSON, Tags: asTags, Relation: asID, ID: asID,
}

func asText(_ Field, text string) (any, string) { return text, "" }

func matching(form *regexp.Regexp, problem string) func(Field, string) (any, string) {
	return func(_ Field, text string) (any, string) {
		if !form.MatchString(text) {
			return nil, problem
		}
		return text, ""
	}
}

func asInteger(_ Field, text string) (any, string) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil, "Write a whole number."
	}
	return n, ""
}

func asEnum(f Field, text string) (any, string) {
	for _, o := range f.Options {
		if o.Value == text {
			return text, ""
		}
	}
	return nil, "Choose one of the values."
}

func asDate(_ Field, text string) (any, string) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return nil, "Write a date as year-month-day, such as 2026-01-31."
	}
	return t, ""
}

// asTime reads UTC unless the text names its offset.
func asTime(_ Field, text string) (any, string) {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999", "2006-01-02T15:04", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() >= 1 {
			return t.UTC(), ""
		}
	}
	return nil, "Write a date and a time, such as 2026-01-31 14:30."
}

// asTags takes one of a line; empty and doubled ones are dropped.
func asTags(_ Field, text string) (any, string) {
	tags, seen := []string{}, map[string]bool{}
	for tag := range strings.Lines(text) {
		if tag = strings.TrimSpace(tag); tag != "" && !seen[tag] {
			seen[tag] = true
			tags = append(tags, tag)
		}
	}
	return tags, ""
}

func asID(_ Field, text string) (any, string) {
	id, err := uuid.Parse(text)
	if err != nil {
		return nil, "Choose one of the list."
	}
	return id, ""
}
