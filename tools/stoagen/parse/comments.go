package parse

import (
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
)

// group is a comment that holds annotations, with the comment lines over which a parenthesis stays open.
type group struct {
	span
	text  string // of the same length as the span, comment marks blanked
	alone bool   // nothing but space before it on its line
}

// groups finds the comments whose first character is an @.
func groups(src *diag.Source, tokens []*pg.ScanToken) []group {
	var all []group
	for i := 0; i < len(tokens); i++ {
		if !isComment(tokens[i]) {
			continue
		}
		s := span{int(tokens[i].Start), int(tokens[i].End)}
		text := content(src.Text[s.start:s.end])
		if !strings.HasPrefix(strings.TrimSpace(text), "@") {
			continue
		}
		for i+1 < len(tokens) && continues(src, tokens[i], tokens[i+1]) && annotation.Open(text) {
			i++
			s.end = int(tokens[i].End)
			text += src.Text[int(tokens[i-1].End):tokens[i].Start] + content(src.Text[tokens[i].Start:s.end])
		}
		before := src.Text[src.LineStart(s.start):s.start]
		all = append(all, group{span: s, text: text, alone: strings.TrimSpace(before) == ""})
	}
	return all
}

// continues reports whether b is a -- comment alone on the line after the -- comment a.
func continues(src *diag.Source, a, b *pg.ScanToken) bool {
	if a.Token != pg.Token_SQL_COMMENT || b.Token != pg.Token_SQL_COMMENT {
		return false
	}
	between := src.Text[a.End:b.Start]
	return strings.TrimSpace(between) == "" && strings.Count(between, "\n") == 1
}

// content is a comment with spaces in place of its marks.
func content(comment string) string {
	if rest, ok := strings.CutPrefix(comment, "--"); ok {
		return "  " + rest
	}
	return "  " + strings.TrimSuffix(comment[2:], "*/") + "  "
}
