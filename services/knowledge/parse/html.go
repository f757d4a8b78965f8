package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func isHTML(text string) bool {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 1024)]))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") || strings.HasPrefix(head, "<") && (strings.Contains(head, "<html") || strings.Contains(head, "<body"))
}

// skipped is what a page does not say itself.
var skipped = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Nav: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Footer: true, atom.Iframe: true}

var headings = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}

// blocks end what was written before them and after them.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true,
	atom.Table: true, atom.Tr: true, atom.Blockquote: true, atom.Dt: true, atom.Dd: true, atom.Pre: true, atom.Body: true, atom.Form: true, atom.Aside: true,
}

// page reads tokens one after the other: no depth of tags costs more than its length.
type page struct {
	b     *builder
	text  strings.Builder
	kind  Kind
	level int
	skip  int       // inside of how many skipped elements
	in    atom.Atom // title or pre
}

func web(source string) Document {
	p := &page{b: &builder{doc: Document{Type: "html"}}}
	z := html.NewTokenizer(strings.NewReader(source))
	for !p.b.doc.over {
		switch z.Next() {
		case html.ErrorToken:
			p.flush()
			return p.b.done()
		case html.TextToken:
			p.write(string(z.Text()))
		case html.StartTagToken:
			name, _ := z.TagName()
			p.start(atom.Lookup(name))
		case html.SelfClosingTagToken: // only a drawing can close itself; elsewhere the slash says nothing
			if name, _ := z.TagName(); atom.Lookup(name) != atom.Svg {
				p.start(atom.Lookup(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			p.end(atom.Lookup(name))
		}
	}
	return p.b.done()
}

func (p *page) start(tag atom.Atom) {
	switch {
	case skipped[tag]:
		p.skip++
	case p.skip > 0: // what is skipped has no title and no blocks
	case tag == atom.Title && p.b.doc.Title == "", tag == atom.Pre:
		p.flush()
		p.in = tag
	case headings[tag] > 0:
		p.flush()
		p.kind, p.level = Heading, headings[tag]
	case blocks[tag]:
		p.flush()
	case tag == atom.Br:
		p.text.WriteByte('\n')
	case tag == atom.Td, tag == atom.Th:
		p.text.WriteString(between)
	}
}

func (p *page) end(tag atom.Atom) {
	switch {
	case skipped[tag]:
		p.skip = max(0, p.skip-1)
	case p.skip > 0:
	case tag == atom.Title && p.in == atom.Title:
		p.b.doc.Title = strings.Join(strings.Fields(p.text.String()), " ")
		p.text.Reset()
		p.in = 0
	case tag == atom.Pre && p.in == atom.Pre:
		p.kind = Code
		p.flush()
		p.in = 0
	case headings[tag] > 0, blocks[tag]:
		p.flush()
	}
}

func (p *page) write(text string) {
	if p.skip > 0 {
		return
	}
	if p.in != atom.Pre {
		folded := strings.Join(strings.Fields(text), " ")
		if text != "" && strings.TrimLeft(text, " \t\n\r") != text {
			folded = " " + folded
		}
		if strings.TrimRight(text, " \t\n\r") != text {
			folded += " "
		}
		text = folded
	}
	p.text.WriteString(text)
}

func (p *page) flush() {
	text := strings.Trim(strings.TrimSpace(p.text.String()), "·")
	if p.in != atom.Title && strings.TrimSpace(text) != "" {
		p.b.add(p.kind, strings.TrimSpace(text)).Level = p.level
	}
	if p.in != atom.Title {
		p.text.Reset()
	}
	p.kind, p.level = Paragraph, 0
}
