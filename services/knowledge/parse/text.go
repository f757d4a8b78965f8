package parse

import "strings"

const longestTitle = 250 // bytes of a first line that still is a title

// plain reads a text file: paragraphs are parted by empty lines, and a short first line is its title.
func plain(text string) Document {
	b := &builder{doc: Document{Type: "txt"}}
	for p := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if b.doc.over {
			break
		}
		p = strings.Trim(p, "\n")
		if strings.TrimSpace(p) == "" {
			continue
		}
		if b.doc.Title == "" && len(b.doc.Blocks) == 0 && titleLike(p) && len(text) > len(p)+2 {
			b.doc.Title = strings.TrimSpace(p)
			b.add(Heading, p).Level = 1
			continue
		}
		b.add(Paragraph, p)
	}
	return b.done()
}

func titleLike(line string) bool {
	return len(line) <= longestTitle && !strings.Contains(line, "\n") && !strings.HasSuffix(strings.TrimSpace(line), ",") && !strings.ContainsAny(line, "{};=")
}
