package knowledge

import (
	"fmt"
	"strings"
	"testing"

	"stoa/services/knowledge/parse"
)

// Every word of a document can be found, those of headings too: in a passage, or in the path above it.
func TestCutKeepsEveryWord(t *testing.T) {
	t.Parallel()
	long := func(word string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "%s%d ", word, i)
		}
		return strings.TrimSpace(b.String())
	}
	for name, text := range map[string]string{
		"a long heading":           "# Short\n\n# " + long("heading", 400) + "\n\nText.",
		"long headings in a path":  "# " + long("one", 70) + "\n\n## " + long("two", 70) + "\n\n### " + long("three", 40) + "\n\nText.\n\n### Next\n\nMore.",
		"long headings without it": "# " + long("one", 70) + "\n\n## " + long("two", 70),
		"a long paragraph":         "# Head\n\n" + long("word", 2000),
	} {
		d, err := parse.Read([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		found := ""
		for _, p := range cut(d) {
			found += d.Text[p.From:p.To] + " " + p.Heading + " "
			if p.To-p.From > codeMost || len(p.Heading) > headingMost {
				t.Errorf("%s: a passage of %d bytes under %d of headings", name, p.To-p.From, len(p.Heading))
			}
		}
		words := map[string]bool{}
		for _, w := range strings.Fields(found) {
			words[w] = true
		}
		for _, w := range strings.Fields(strings.ReplaceAll(text, "#", "")) {
			if !words[w] {
				t.Errorf("%s: %q is lost", name, w)
			}
		}
	}
}
