package markdown

import (
	"bytes"
	"strings"
)

// Stream renders a text that grows: a block that is finished is rendered once, only the open one
// again. This runs for every token of every open page, so as long as the open block is plain text
// its HTML grows with it.
type Stream struct {
	open   []byte // from the start of the open block on
	spoken int    // bytes of open whose sentences were announced
	plain  bool   // the open block needs escaping only
	html   []byte // of the open block without its closing tag, while that is plain
	tail   []byte // what the last Update showed
}

// Update is what changed with a delta.
type Update struct {
	Done      string // HTML of the blocks that were finished by it, "" for none
	Tail      []byte // HTML of the open block; valid until the next Add
	Sentences string // plain text of sentences that were completed, for a live region
}

// Open is the source of the open block, as it was typed.
func (s *Stream) Open() string { return string(s.open) }

// Add appends a delta.
func (s *Stream) Add(delta string) Update {
	from := len(s.open)
	s.open = append(s.open, delta...)
	u := Update{Sentences: s.sentences()}
	if end := boundary(s.open); end > 0 {
		u.Done = HTML(string(s.open[:end]))
		s.open = s.open[:copy(s.open, s.open[end:])]
		s.spoken = max(0, s.spoken-end)
		from = 0
	}
	u.Tail = s.render(from)
	return u
}

// render returns the HTML of the open block, which has grown from that byte on.
func (s *Stream) render(from int) []byte {
	if from == 0 {
		s.plain, s.html = true, append(s.html[:0], "<p>"...)
	}
	if len(s.open) == 0 {
		return nil
	}
	if s.plain = s.plain && plain(s.open, from); !s.plain {
		s.tail = append(s.tail[:0], HTML(string(s.open))...)
		return s.tail
	}
	s.html = appendEscaped(s.html, s.open[from:])
	s.tail = append(append(s.tail[:0], bytes.TrimRight(s.html, " ")...), "</p>\n"...)
	return s.tail
}

// sentences returns what was completed since the last call: up to the last full stop, question or
// exclamation mark that is followed by a blank, or the last line break.
func (s *Stream) sentences() string {
	fresh := s.open[s.spoken:]
	end := 0
	for i := 0; i+1 < len(fresh); i++ {
		switch fresh[i] {
		case '\n':
			end = i + 1
		case '.', '?', '!':
			if fresh[i+1] == ' ' || fresh[i+1] == '\n' {
				end = i + 1
			}
		}
	}
	if end == 0 {
		return ""
	}
	s.spoken += end
	return strings.TrimSpace(marks.Replace(string(fresh[:end])))
}

// marks are not read aloud.
var marks = strings.NewReplacer("**", "", "`", "", "#", "", "|", " ", "~~", "")

// boundary is the end of the last finished block of the text, 0 when none is: the last blank line
// outside a code fence whose next line surely begins a block of its own. A line that is indented or
// that continues a list may still belong to the block before.
func boundary(source []byte) int {
	if bytes.IndexByte(source, '\n') < 0 {
		return 0
	}
	text := string(source)
	end, fence, blank, list := 0, "", false, false
	for start := 0; start < len(text); {
		line, rest, whole := strings.Cut(text[start:], "\n")
		trimmed := strings.TrimLeft(line, " \t")
		switch {
		case fence != "":
			if strings.HasPrefix(trimmed, fence) && strings.Trim(trimmed, fence[:1]+" \t\r") == "" {
				fence = ""
			}
		case strings.TrimSpace(line) == "":
			blank = true
		default:
			item := listItem(trimmed)
			indented := trimmed != line
			// An unfinished line may still turn into a list item.
			if blank && start > 0 && !indented && (whole || len(trimmed) > 4) && !(list && item) {
				end, list = start, false
			}
			list = list || item
			blank = false
			fence = fenceOf(trimmed)
		}
		if !whole {
			break
		}
		start = len(text) - len(rest)
	}
	return end
}

func fenceOf(line string) string {
	for _, mark := range []string{"```", "~~~"} {
		if strings.HasPrefix(line, mark) {
			n := len(line) - len(strings.TrimLeft(line, mark[:1]))
			return line[:n]
		}
	}
	return ""
}

func listItem(line string) bool {
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits > 0 && digits < 10 && len(line) > digits {
		return line[digits] == '.' || line[digits] == ')'
	}
	return len(line) > 1 && strings.IndexByte("-*+", line[0]) >= 0 && (line[1] == ' ' || line[1] == '\t')
}
