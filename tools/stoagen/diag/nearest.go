package diag

import (
	"slices"
	"strings"
)

// Hint is ", did you mean x?" with the known name nearest to name, or, when none is near, ", known are a, b, c"
// for up to a dozen names, or nothing.
func Hint(name string, known []string) string {
	if near := Nearest(name, known); near != "" {
		return ", did you mean " + near + "?"
	}
	if len(known) == 0 || len(known) > 12 {
		return ""
	}
	return ", known: " + strings.Join(known, ", ")
}

// Nearest is the known name that the fewest edits turn name into, or "" when that takes more than a third of its letters
// (one edit is always near). Equal distances go to the name that is first in known.
func Nearest(name string, known []string) string {
	best, bestDistance := "", max(1, len(name)/3)+1
	for _, k := range known {
		if d := distance(strings.ToLower(name), strings.ToLower(k)); d < bestDistance {
			best, bestDistance = k, d
		}
	}
	return best
}

// distance counts insertions, deletions, replacements and swaps of neighbours.
func distance(a, b string) int {
	before, prev, row := []int(nil), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			replace := prev[j-1]
			if a[i-1] != b[j-1] {
				replace++
			}
			row[j] = min(prev[j]+1, row[j-1]+1, replace)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, prev, row = slices.Clone(prev), row, prev
	}
	return prev[len(b)]
}
