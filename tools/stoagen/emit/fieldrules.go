package emit

import (
	"regexp"
	"slices"
	"strings"

	"stoa/tools/stoagen/model"
)

// ranged reports whether a filter on the field has two ends.
func (f field) ranged() bool {
	return slices.Contains([]string{"Integer", "Decimal", "Date", "Time"}, f.kind)
}

// pattern is the field's regular expression without its anchors, which the engine adds, or "".
func (f field) pattern() string {
	p := f.Field.Pattern.Value
	if f.kind == "Color" || p == "" {
		return ""
	}
	if _, err := regexp.Compile(p); err != nil { // the database's dialect; it checks by itself
		return ""
	}
	inner, head := strings.CutPrefix(p, "^")
	inner, tail := strings.CutSuffix(inner, "$")
	if head && tail && !strings.Contains(inner, "|") && !strings.HasSuffix(inner, `\`) {
		return inner
	}
	return p
}

// patternHelp is the @message of the CHECK that has the pattern, or the field's placeholder as an example.
func (f field) patternHelp() string {
	for _, c := range f.Checks {
		for _, r := range c.Rules {
			if r.Kind == model.Match && c.Message.Known() {
				return c.Message.Value
			}
		}
	}
	if p := f.Field.Placeholder.Value; p != "" {
		return "Write it like " + p + "."
	}
	return ""
}

// defaulted reports whether the database fills in what a new row leaves out.
func (f field) defaulted() bool { return f.NotNull && f.Default != "" }
