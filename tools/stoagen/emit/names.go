package emit

import (
	"slices"
	"strings"

	"stoa/tools/stoagen/infer"
)

// goName is sqlc's Go name for a column or parameter: public_id is PublicID.
func goName(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		switch {
		case part == "id":
			b.WriteString("ID")
		case part != "":
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return b.String()
}

// lowerName is goName for what a package keeps to itself: widgets, apiTokens.
func lowerName(name string) string {
	g := goName(name)
	if strings.HasPrefix(g, "ID") {
		return "id" + g[2:]
	}
	return strings.ToLower(g[:1]) + g[1:]
}

// singular is the name of one row, by the last word of the table's name.
func singular(table string) string {
	words := strings.Split(table, "_")
	words[len(words)-1] = infer.Singular(words[len(words)-1])
	return strings.Join(words, "_")
}

// fixed are the parameters and outputs of generated queries that are no column; a column of a resource cannot be called so.
var fixed = []string{
	"ids", "role_rank", "me", "search", "tab", "trash", "sort_key", "page_size", "most", "revision", "after_id", "may", "total", "included",
}

// listed are the parameters in the address of a list, of a page or of the API; no filter can be called so.
var listed = []string{"q", "tab", "sort", "after", "before", "limit", "cursor", "include", "count"}

func taken(column string) bool { return slices.Contains(fixed, column) }
