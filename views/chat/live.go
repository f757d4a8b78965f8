package chat

import (
	"bytes"
	"context"
	"errors"
	"io"

	"github.com/a-h/templ"
)

// LiveDraft opens a block that is still growing: escaped words follow, then LiveDraftEnd, then the LiveBlock that replaces it.
const LiveDraft = `<div class="draft">`

// LiveDraftEnd closes a LiveDraft.
const LiveDraftEnd = `</div>`

// LiveHead is a conversation page without scripts up to the place where the answer's text begins: send it first, then drafts
// and blocks as they come, then LiveTail. p.Messages are the messages before the answer m.
func LiveHead(p ConversationProps, m MessageProps) templ.Component { return half(p, m, 0) }

// LiveTail is the rest of that page, written when the answer has ended: m is the message as it is now, and replaces the draft.
func LiveTail(p ConversationProps, m MessageProps) templ.Component { return half(p, m, 1) }

var errNotCut = errors.New("chat: the live page has no place to cut")

// half renders the whole page and writes the part before or after the cut: unbalanced HTML cannot be written as two components,
// and this way both halves always fit together.
func half(p ConversationProps, m MessageProps, part int) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		if part == 1 {
			p.Messages = nil // They were sent with the head.
		}
		var page bytes.Buffer
		if err := livePage(p, m).Render(ctx, &page); err != nil {
			return err
		}
		head, tail, ok := bytes.Cut(page.Bytes(), []byte(cut))
		if !ok {
			return errNotCut
		}
		_, err := w.Write([][]byte{head, tail}[part])
		return err
	})
}
