package model

import (
	"fmt"
	"strings"
)

// show writes a fact's value on one line.
func show(v any) string {
	switch v := v.(type) {
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case string:
		return v
	case []string:
		return strings.Join(v, ", ")
	case []Option:
		parts := make([]string, len(v))
		for i, o := range v {
			parts[i] = fmt.Sprintf("%s (%s)", o.Value, o.Label)
		}
		return strings.Join(parts, ", ")
	case []SortKey:
		parts := make([]string, len(v))
		for i, k := range v {
			parts[i] = k.String()
		}
		return strings.Join(parts, ", ")
	case [][]string:
		rows := make([]string, len(v))
		for i, row := range v {
			rows[i] = strings.Join(row, " ")
		}
		return strings.Join(rows, " / ")
	default:
		return fmt.Sprint(v)
	}
}
