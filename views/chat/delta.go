package chat

import (
	"bytes"

	"github.com/a-h/templ"
)

// Delta writes the patches of one answer that grows. It is what travels for every token, so its
// frame is made once; the HTML that is put in must be sanitised.
type Delta struct{ done, tail string }

// NewDelta is for the message of that id.
func NewDelta(id string) Delta {
	open := `<hx-partial hx-target="#m-` + id
	return Delta{done: open + `-done" hx-swap="beforeend">`, tail: open + `-tail" hx-swap="innerHTML">`}
}

// Write appends the patches to b: finished blocks go to the end of the text, the open block is
// replaced, and sentences, which are text, are read out politely. Empty ones are left out.
func (d Delta) Write(b *bytes.Buffer, done string, tail []byte, sentences string) {
	const end = "</hx-partial>"
	if done != "" {
		b.WriteString(d.done)
		b.WriteString(done)
		b.WriteString(end)
	}
	b.WriteString(d.tail)
	b.Write(tail)
	b.WriteString(end)
	if sentences != "" {
		b.WriteString(`<hx-partial hx-target="#announce" hx-swap="innerHTML"><p>`)
		b.WriteString(templ.EscapeString(sentences))
		b.WriteString("</p>" + end)
	}
}
