package differ

import (
	"fmt"
	"strings"
)

// How a hazard stands in a migration until somebody has read it, and afterwards.
const (
	asked    = "-- hazard: "
	accepted = "-- accepted: "
)

// Render writes statements as migrations in goose's format. There are two when values are added to an enum beside other
// changes: a value can be used only after it was committed. Hazards that the earlier text accepts stay accepted.
func Render(title string, all []Statement, earlier string) []string {
	var first, rest []Statement
	for _, s := range all {
		if s.alone || strings.HasPrefix(s.SQL, "ALTER TYPE") && len(rest) == 0 {
			first = append(first, s)
		} else {
			rest = append(rest, s)
		}
	}
	var files []string
	for _, part := range [][]Statement{first, rest} {
		if len(part) > 0 {
			files = append(files, render(title, part, earlier))
		}
	}
	return files
}

func render(title string, all []Statement, earlier string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "-- +goose Up\n\n-- %s.\n", title)
	for _, s := range all {
		b.WriteString("\n")
		if s.Hazard != "" {
			mark := asked
			if strings.Contains(earlier, accepted+s.Hazard+"\n") {
				mark = accepted
			}
			fmt.Fprintf(&b, "%s%s\n", mark, s.Hazard)
		}
		if strings.Contains(s.SQL, ";") { // goose would end the statement there
			fmt.Fprintf(&b, "-- +goose StatementBegin\n%s;\n-- +goose StatementEnd\n", s.SQL)
		} else {
			fmt.Fprintf(&b, "%s;\n", s.SQL)
		}
	}
	return b.String()
}
