package resource

import (
	"fmt"
	"math/big"
	"regexp"
	"sync"
	"time"
	"unicode/utf8"
)

const missing = "Fill this in."

// Check holds a decoded value against the field's rules and says what is wrong in one sentence, or "".
// Creating says that the row is being made.
func Check(f Field, value any, creating bool) string {
	if value == nil {
		if f.Required && (creating || f.Kind != Secret) || f.Defaulted && !creating {
			return missing
		}
		return ""
	}
	switch v := value.(type) {
	case string:
		if f.Kind == Decimal {
			return checkNumber(f, v)
		}
		return checkText(f, v)
	case []string:
		return checkTags(f, v)
	case int64:
		return checkNumber(f, fmt.Sprint(v))
	case time.Time:
		return checkDay(f, v)
	}
	return ""
}

func checkText(f Field, text string) string {
	n := utf8.RuneCountInString(text)
	switch {
	case f.MaxLength > 0 && n > f.MaxLength:
		return fmt.Sprintf("Write at most %d characters; these are %d.", f.MaxLength, n)
	case n < f.MinLength:
		return fmt.Sprintf("Write at least %d characters.", f.MinLength)
	case f.MaxBytes > 0 && len(text) > f.MaxBytes:
		return fmt.Sprintf("At most %d bytes are possible; these are %d.", f.MaxBytes, len(text))
	}
	return checkPattern(f, text)
}

func checkPattern(f Field, text string) string {
	if f.Pattern == "" || compiled(f.Pattern).MatchString(text) {
		return ""
	}
	if f.PatternHelp != "" {
		return f.PatternHelp
	}
	return "This does not have the form that is needed."
}

func checkTags(f Field, tags []string) string {
	if len(tags) == 0 && f.Required {
		return missing
	}
	if len(tags) > 0 && len(tags) < f.MinItems {
		return fmt.Sprintf("At least %d are needed; these are %d.", f.MinItems, len(tags))
	}
	if f.MaxItems > 0 && len(tags) > f.MaxItems {
		return fmt.Sprintf("At most %d are possible; these are %d.", f.MaxItems, len(tags))
	}
	for _, tag := range tags {
		if problem := checkText(f, tag); problem != "" {
			return fmt.Sprintf("“%s”: %s", tag, problem)
		}
	}
	return ""
}

// checkNumber compares exactly, not as floats.
func checkNumber(f Field, text string) string {
	n, ok := new(big.Rat).SetString(text)
	if !ok {
		return "Write a number."
	}
	if low, ok := new(big.Rat).SetString(f.Min); ok && n.Cmp(low) < 0 {
		return "The smallest possible is " + f.Min + "."
	}
	if high, ok := new(big.Rat).SetString(f.Max); ok && n.Cmp(high) > 0 {
		return "The largest possible is " + f.Max + "."
	}
	if step, ok := new(big.Rat).SetString(f.Step); ok && step.Sign() > 0 && !n.Quo(n, step).IsInt() {
		return "Only steps of " + f.Step + " are possible."
	}
	return ""
}

func checkDay(f Field, t time.Time) string {
	if low, err := time.Parse(time.DateOnly, f.Min); err == nil && t.Before(low) {
		return "The earliest possible is " + f.Min + "."
	}
	if high, err := time.Parse(time.DateOnly, f.Max); err == nil && !t.Before(high.AddDate(0, 0, 1)) {
		return "The latest possible is " + f.Max + "."
	}
	return ""
}

var patterns sync.Map // by pattern: *regexp.Regexp

// compiled is the pattern for the whole text. Patterns come from the schema, which the generator has checked.
func compiled(pattern string) *regexp.Regexp {
	if found, ok := patterns.Load(pattern); ok {
		return found.(*regexp.Regexp) //nolint:forcetypeassert // nothing else is stored
	}
	made, _ := patterns.LoadOrStore(pattern, regexp.MustCompile(`\A(?:`+pattern+`)\z`))
	return made.(*regexp.Regexp) //nolint:forcetypeassert // nothing else is stored
}
