package parse

import "strings"

const blanks = " \t\n\f\r"

// heading reads a line as a heading: one to six #, a blank, its words, perhaps # at its end. Level 0 is none. It and fence look at
// every line of every text, and regular expressions take a hundred times as long for that.
func heading(line string) (level int, words string) {
	rest := strings.TrimLeft(line, "#")
	level = len(line) - len(rest)
	words = strings.TrimLeft(rest, blanks)
	if level < 1 || level > 6 || len(words) == len(rest) {
		return 0, ""
	}
	words = strings.TrimRight(strings.TrimRight(words, blanks), "#")
	return level, strings.TrimRight(words, blanks)
}

// fence is the row of at least three ` or ~ that begins or ends code; "" is none. Up to three blanks may stand before it.
func fence(line string) string {
	for i := 0; i < 3 && line != "" && strings.Contains(blanks, line[:1]); i++ {
		line = line[1:]
	}
	for _, mark := range []string{"`", "~"} {
		if n := len(line) - len(strings.TrimLeft(line, mark)); n >= 3 {
			return line[:n]
		}
	}
	return ""
}

// isMarkdown tells text with headings or fences from other text; a single # may be a comment of a program.
func isMarkdown(text string) bool {
	headings, fences := 0, 0
	for line := range strings.Lines(text[:min(len(text), 64<<10)]) {
		line = strings.TrimRight(line, "\n")
		if level, _ := heading(line); level > 0 {
			headings++
		} else if fence(line) != "" {
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
			b.add(kind, s).Head = brief(head)
		}
		open, kind, head = nil, Paragraph, ""
	}
	for line := range strings.Lines(text) {
		if b.doc.over {
			break
		}
		line = strings.TrimRight(line, "\n")
		if m := fence(line); mark != "" || m != "" {
			if mark == "" {
				flush()
				mark, kind = m, Code
				open = append(open, line)
			} else if open = append(open, line); strings.HasPrefix(m, mark) {
				mark = ""
				flush()
			}
			continue
		}
		if level, words := heading(line); level > 0 {
			flush()
			b.add(Heading, words).Level = level
			if b.doc.Title == "" && level == 1 {
				b.doc.Title = words
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
