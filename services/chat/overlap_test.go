package chat

import (
	"fmt"
	"strings"
	"testing"
)

func TestOverlap(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, "Column %d. ", i)
	}
	long := b.String()
	for name, c := range map[string]struct{ kept, said, want string }{
		"goes on":                   {"The walk begins", " at the porch.", " at the porch."},
		"nothing kept":              {"", "All of it.", "All of it."},
		"repeats the end":           {"It begins at the porch", "at the porch and ends.", " and ends."},
		"repeats all":               {"It begins at the porch", "It begins at the porch and ends.", " and ends."},
		"repeats a word by chance":  {"and so the", "the porch", "the porch"}, // too short to be told from chance
		"exactly the least":         {"xx12345678", "12345678 more", " more"},
		"one less than the least":   {"xx1234567", "1234567 more", "1234567 more"},
		"repeats and adds nothing":  {"It begins at the porch", "at the porch", ""},
		"begins like it and turns":  {"It begins at the porch", "at the poet's house", "at the poet's house"},
		"repeats the middle":        {"It begins at the porch, and ends", "at the porch, and sits", "at the porch, and sits"},
		"the longest wins":          {"abcabcabcabc", "abcabcabcabcX", "X"},
		"letters of several bytes":  {"Größe der Säulenhalle", "Säulenhalle wächst", " wächst"},
		"a letter cut by the reach": {strings.Repeat("ü", 300), "über", "über"},
		"beyond the reach":          {long, long + "End.", long + "End."}, // as long as nobody repeats
		"as far as the reach":       {long, long[len(long)-overlapReach:] + "End.", "End."},
		"a list that looks alike":   {"1. bread\n2. wine\n", "3. olives\n", "3. olives\n"},
		"starts with a blank":       {"It begins", " ", " "},
		"empty":                     {"It begins", "", ""},
	} {
		for _, size := range []int{1, 3, 7, 1 << 20} {
			o := overlap{kept: tail(c.kept)}
			var got strings.Builder
			for rest := c.said; rest != ""; {
				n := min(size, len(rest))
				got.WriteString(o.pass(rest[:n]))
				rest = rest[n:]
			}
			got.WriteString(o.rest())
			if got.String() != c.want {
				t.Errorf("%s, in pieces of %d: got %.80q, want %.80q", name, size, got.String(), c.want)
			}
		}
	}
}
