package knowledge

import (
	"strings"
	"unicode/utf8"

	"stoa/services/knowledge/parse"
	"stoa/services/knowledge/words"
)

// How large passages are, in bytes.
const (
	passageMost = 2000
	passageFull = 1000
	codeMost    = 2600 // code stays whole up to this
	headingMost = 600  // of a heading's path
)

const between = " › " // the headings of a path

// piece is a passage of a document: a range of its text under a heading.
type piece struct {
	From    int    `json:"f"`
	To      int    `json:"t"`
	Heading string `json:"h,omitempty"` // the path of headings, and the header of a table
	Page    int    `json:"p,omitempty"`
}

// cut makes passages of a document. None crosses a heading; together they hold all of its text but the headings, and those as well that
// are too long to stand above a passage.
func cut(d parse.Document) []piece {
	c := &cutter{text: d.Text}
	for _, b := range d.Blocks {
		switch {
		case b.Kind == parse.Heading && b.To-b.From <= headingMost:
			c.flush()
			if n := len(c.bare); n > 0 && c.bare[n-1].Level >= b.Level {
				c.lastHeadings()
			}
			c.enter(b.Level, strings.TrimSpace(d.Text[b.From:b.To]))
			c.bare = append(c.bare, b)
		case b.Kind == parse.Code && b.To-b.From <= codeMost && b.To-b.From > passageMost:
			c.flush()
			c.take(b, b.From, b.To)
			c.flush()
		default:
			c.block(b)
		}
	}
	c.flush()
	c.lastHeadings()
	return c.pieces
}

type cutter struct {
	text   string
	path   []string
	pieces []piece
	open   bool
	now    piece
	head   string
	bare   []parse.Block // headings that no text has followed yet
}

func (c *cutter) enter(level int, heading string) {
	level = max(level, 1)
	for len(c.path) >= level {
		c.path = c.path[:len(c.path)-1]
	}
	for len(c.path) < level-1 {
		c.path = append(c.path, "")
	}
	c.path = append(c.path, heading)
}

// block adds a paragraph, code or row; what does not fit is cut at sentences, and a sentence that does not fit at words.
func (c *cutter) block(b parse.Block) {
	size := b.To - b.From
	if c.open && (c.head != b.Head || c.now.Page != b.Page || c.now.To-c.now.From >= passageFull && b.To-c.now.From > passageMost) {
		c.flush()
	}
	if c.open && b.To-c.now.From <= passageMost || size <= passageMost && !c.open {
		c.take(b, b.From, b.To)
		return
	}
	parts := even(size)
	room := size/parts + size/(parts*4)
	for _, s := range c.units(b, min(room, passageMost)) {
		if c.open && (s[1]-c.now.From > passageMost || c.now.To-c.now.From >= size/parts) {
			c.flush()
		}
		c.take(b, s[0], s[1])
	}
}

// even is into how many passages a long block is cut, so that none of them is a mere rest.
func even(size int) int { return max(1, (size+passageMost-1)/passageMost) }

// units are the sentences of a block, the long ones cut at words.
func (c *cutter) units(b parse.Block, most int) [][2]int {
	var out [][2]int
	text := c.text[b.From:b.To]
	for _, s := range words.Sentences(text) {
		for s[1]-s[0] > most {
			at := s[0] + most
			if i := strings.LastIndexAny(text[s[0]:at], " \t\n"); i > most/2 {
				at = s[0] + i
			}
			for at > s[0] && !utf8.RuneStart(text[at]) {
				at--
			}
			out = append(out, [2]int{b.From + s[0], b.From + at})
			s[0] = at
		}
		out = append(out, [2]int{b.From + s[0], b.From + s[1]})
	}
	return out
}

func (c *cutter) take(b parse.Block, from, to int) {
	if !c.open {
		if len(strings.Join(c.path, between)) > headingMost {
			c.lastHeadings() // what stands above the passage does not name all of them
		}
		c.open, c.now, c.head, c.bare = true, piece{From: from, Page: b.Page}, b.Head, nil
	}
	c.now.To = to
}

func (c *cutter) flush() {
	if !c.open {
		return
	}
	c.open = false
	c.now.Heading = c.heading()
	if strings.TrimSpace(c.text[c.now.From:c.now.To]) != "" {
		c.pieces = append(c.pieces, c.now)
	}
}

func (c *cutter) heading() string {
	var path []string
	for _, h := range c.path {
		if h != "" {
			path = append(path, h)
		}
	}
	if c.head != "" {
		path = append(path, c.head)
	}
	h := strings.Join(path, between)
	for len(h) > headingMost && len(path) > 1 { // the nearest ones say most
		path = path[1:]
		h = strings.Join(path, between)
	}
	if len(h) > headingMost {
		h = strings.ToValidUTF8(h[:headingMost], "")
	}
	return h
}

// lastHeadings makes a passage of headings that nothing follows: else their words could not be found.
func (c *cutter) lastHeadings() {
	if len(c.bare) == 0 {
		return
	}
	first, last := c.bare[0], c.bare[len(c.bare)-1]
	c.bare = nil
	c.pieces = append(c.pieces, piece{From: first.From, To: last.To, Page: first.Page})
}
