package explain

import (
	"fmt"
	"io"

	"stoa/tools/stoagen/annotation"
)

// Annotations prints the whole language, from the catalogue that checking uses.
func Annotations(w io.Writer) {
	for i, f := range annotation.Catalogue {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s\n  on a %s. %s\n", f.Usage(), f.Targets, f.Doc)
		for _, p := range f.Params {
			fmt.Fprintf(w, "  %-10s %s%s\n", p.Name, p.Doc, must(p))
		}
	}
}

func must(p annotation.Param) string {
	if p.Required {
		return " (must be given)"
	}
	return ""
}
