package emit

import (
	"fmt"
	"strings"

	"stoa/tools/stoagen/annotation"
)

// when is the literal of a condition on the values of a form, without its type.
func when(e *annotation.Expr) string {
	if e.Op != annotation.Compare {
		parts := make([]string, len(e.Args))
		for i, arg := range e.Args {
			parts[i] = when(arg)
		}
		return fmt.Sprintf("{Op: %q, Parts: []resource.When{\n%s,\n}}", string(e.Op), strings.Join(parts, ",\n"))
	}
	var values []string
	for _, l := range e.Literals {
		if l.Kind != annotation.Null {
			values = append(values, fmt.Sprintf("%q", l.Text))
		}
	}
	list := ""
	if len(values) > 0 {
		list = ", Values: []string{" + strings.Join(values, ", ") + "}"
	}
	return fmt.Sprintf("{Op: %q, Field: %q%s}", e.Operator, e.Column, list)
}
