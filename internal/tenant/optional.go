package tenant

import "strings"

// optional reports whether a statement has parameters that switch a part of it off when they are NULL, as the filters of
// a list do. Such a statement is planned for its values each time: what is off then folds away, and an index gives the
// rest. A plan for any values was measured 50 to 900 times slower. All others keep the plan that PostgreSQL has for them,
// since planning costs more than most of them do.
func optional(sql string) bool {
	for {
		before, after, found := strings.Cut(sql, " IS NULL")
		if !found {
			return false
		}
		if word := before[strings.LastIndexAny(before, " (\n\t")+1:]; strings.HasPrefix(word, "$") {
			return true
		}
		sql = after
	}
}
