package markdown

import "strings"

// Stream renders a text that grows: a block that is finished is rendered once, only the open one again.
type Stream struct {
	open   string // from the start of the open block on
	spoken int    // bytes of open whose sentences were announced
}

// Update is what changed with a delta.
type Update struct {
	Done      string // HTML of the blocks that were finished by it, "" for none
	Tail      string // HTML of the open block
	Open      string // the source of the open block, as it was typed
	Sentences string // plain text of sentences that were completed, for a live region
}

// Add appends a delta.
func (s *Stream) Add(delta string) Update {
	s.open += delta
	u := Update{Sentences: s.sentences()}
	if end := boundary(s.open); end > 0 {
		u.Done = HTML(s.open[:end])
		s.open = s.open[end:]
		s.spoken = max(0, s.spoken-end)
	}
	if u.Open = s.open; u.Open != "" {
		u.Tail = HTML(s.open)
	}
	return u
}

// sentences returns what was completed since the last call: up to the last full stop, question or
// exclamation mark that is followed by a blank, or the last line break.
func (s *Stream) sentences() string {
	fresh := s.open[s.spoken:]
	end := 0
	for i := 0; i+1 < len(fresh); i++ {
		if fresh[i] == '\n' || strings.IndexByte(".?!", fresh[i]) >= 0 && (fresh[i+1] == ' ' || fresh[i+1] == '\n') {
			end = i + 1
		}
	}
	s.spoken += end
	return strings.TrimSpace(marks.Replace(fresh[:end]))
}

// marks are not read aloud.
var marks = strings.NewReplacer("**", "", "`", "", "#", "", "|", " ", "~~", "")

// boundary is the end of the last finished block of the text, 0 when none is: the last blank line
// outside a code fence whose next line surely begins a block of its own. A line that is indented or
// that continues a list may still belong to the block before.
func boundary(text string) int {
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
