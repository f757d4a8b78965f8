package parse

import (
	"regexp"
	"strings"
)

var (
	atx   = regexp.MustCompile(`^(#{1,6})\s+(.*?)\s*#*\s*$`)
	fence = regexp.MustCompile("^\\s{0,3}(```+|~~~+)")
)

// isMarkdown tells text with headings or fences from other text; a single # may be a comment of a program.
func isMarkdown(text string) bool {
	headings, fences := 0, 0
	for line := range strings.Lines(text[:min(len(text), 64<<10)]) {
		line = strings.TrimRight(line, "\n")
		if atx.MatchString(line) {
			headings++
		} else if fence.MatchString(line) {
			fences++
		}
	}
	return headings >= 2 || fences >= 2 || headings == 1 && strings.HasPrefix(strings.TrimSpace(text), "#")
}

// markdown keeps the text as it was written; headings, fences and tables give it structure.
func markdown(text string) Document {
	b := &builder{doc: Document{Type: "md"}}
	var open []string // lines of the block that is being read
	kind, mark, head := Paragraph, "", ""
	flush := func() {
		if s := strings.Trim(strings.Join(open, "\n"), "\n"); strings.TrimSpace(s) != "" {
			b.add(kind, s).Head = head
		}
		open, kind, head = nil, Paragraph, ""
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if m := fence.FindStringSubmatch(line); mark != "" || m != nil {
			if mark == "" {
				flush()
				mark, kind = m[1], Code
				open = append(open, line)
			} else if open = append(open, line); m != nil && strings.HasPrefix(m[1], mark) {
				mark = ""
				flush()
			}
			continue
		}
		if m := atx.FindStringSubmatch(line); m != nil {
			flush()
			b.add(Heading, m[2]).Level = len(m[1])
			if b.doc.Title == "" && len(m[1]) == 1 {
				b.doc.Title = m[2]
			}
			continue
		}
		switch row := strings.HasPrefix(strings.TrimSpace(line), "|"); {
		case strings.TrimSpace(line) == "":
			flush()
		case row && kind != Row:
			flush()
			kind, head = Row, strings.TrimSpace(line)
			open = append(open, line)
		default:
			open = append(open, line)
		}
	}
	flush()
	return b.done()
}
