package chaos

import (
	"fmt"
	"maps"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is what a browser would show of a chat, by the patches that the stream sends.
type page struct{ messages map[string]*shown }

type shown struct{ role, status, done, tail string }

func (s *shown) text() string { return strings.Join(strings.Fields(s.done+" "+s.tail), " ") }

// apply changes the page by one message of the stream.
func (p *page) apply(data string) error {
	nodes, err := html.ParseFragment(strings.NewReader(data), &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"})
	if err != nil {
		return err
	}
	for _, n := range nodes {
		if n.Data == "hx-partial" {
			p.patch(attr(n, "hx-target"), attr(n, "hx-swap"), n)
		}
	}
	return nil
}

func (p *page) patch(target, swap string, n *html.Node) {
	id := strings.TrimPrefix(target, "#m-")
	switch {
	case target == "#messages" && swap == "innerMorph":
		p.messages = map[string]*shown{}
		fallthrough
	case target == "#messages", target != id && swap == "outerMorph":
		maps.Copy(p.messages, articles(n))
	case strings.HasSuffix(id, "-done"):
		if m := p.messages[strings.TrimSuffix(id, "-done")]; m != nil {
			m.done += " " + text(n)
		}
	case strings.HasSuffix(id, "-tail"):
		if m := p.messages[strings.TrimSuffix(id, "-tail")]; m != nil {
			m.tail = text(n)
		}
	}
}

// articles finds the messages in a piece of HTML.
func articles(n *html.Node) map[string]*shown {
	found := map[string]*shown{}
	var current *shown
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		id := attr(n, "id")
		switch {
		case n.DataAtom == atom.Article && strings.HasPrefix(id, "m-"):
			current = &shown{role: attr(n, "data-role"), status: attr(n, "data-status")}
			found[strings.TrimPrefix(id, "m-")] = current
		case current != nil && strings.HasSuffix(id, "-done"):
			current.done = text(n)
		case current != nil && strings.HasSuffix(id, "-tail"):
			current.tail = text(n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return found
}

func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(text(c))
		if c.DataAtom == atom.P {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// word is the i-th word of every answer; after twenty of them a paragraph ends.
func word(i int) string {
	if i%20 == 19 {
		return fmt.Sprintf("w%d\n\n", i)
	}
	return fmt.Sprintf("w%d ", i)
}

// whole says whether a text is the beginning of an answer without a gap and without anything twice.
func whole(text string) error {
	for i, w := range strings.Fields(text) {
		if w != fmt.Sprintf("w%d", i) {
			return fmt.Errorf("word %d is %q", i, w)
		}
	}
	return nil
}
