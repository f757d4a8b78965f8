package emit

import (
	"strings"

	"stoa/tools/stoagen/annotation"
)

// where is a condition on a row in SQL, its columns behind prefix; a boolean column stands for itself.
func where(e *annotation.Expr, prefix string) string {
	switch e.Op {
	case annotation.Or, annotation.And:
		parts := make([]string, len(e.Args))
		for i, arg := range e.Args {
			parts[i] = where(arg, prefix)
		}
		joined := strings.Join(parts, " "+strings.ToUpper(string(e.Op))+" ")
		if e.Op == annotation.Or {
			return "(" + joined + ")"
		}
		return joined
	case annotation.Not:
		return "NOT (" + where(e.Args[0], prefix) + ")"
	}
	return compare(e, prefix+ident(e.Column))
}

func compare(e *annotation.Expr, column string) string {
	parts := make([]string, len(e.Literals))
	for i, l := range e.Literals {
		parts[i] = l.String()
		if l.Kind == annotation.Me {
			parts[i] = "@me::uuid"
		}
	}
	value := strings.Join(parts, ", ")
	switch {
	case e.Operator == "in":
		return column + " IN (" + value + ")"
	case e.Operator == "=" && e.Literals[0].Kind == annotation.Bool && e.Literals[0].Text == "true":
		return column
	case e.Operator == "=" && e.Literals[0].Kind == annotation.Bool:
		return "NOT " + column
	}
	return column + " " + strings.ToUpper(e.Operator) + " " + strings.Replace(value, "null", "NULL", boolToInt(e.Literals[0].Kind == annotation.Null))
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// columnsOf lists the columns that the condition reads, each once, in order.
func columnsOf(e *annotation.Expr, to []string) []string {
	e.Walk(func(x *annotation.Expr) {
		if x.Op != annotation.Compare {
			return
		}
		for _, c := range to {
			if c == x.Column {
				return
			}
		}
		to = append(to, x.Column)
	})
	return to
}
