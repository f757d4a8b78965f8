package storybook

import (
	"github.com/a-h/templ"

	"stoa/views/chat"
)

// live is the page without scripts, in the middle of an answer and after its end.
func (b book) live() []Story {
	p := b.conversation([]chat.MessageProps{said("1", "A reseller asks for a refund after 45 days. What may I offer?")})
	open, done := answered("2", "streaming"), answered("2", "complete")
	first := templ.Raw(chat.LiveDraft + "Direct refunds end after" + chat.LiveDraftEnd)
	words := templ.Raw(chat.LiveDraft + "Two conditions " + "apply:")
	return []Story{
		{"live-middle", templ.Join(chat.LiveHead(p, open), first, chat.LiveBlock("<p>Direct refunds end after 30 days.</p>"), words,
			templ.Raw(chat.LiveDraftEnd+"</div></article></div></div></div></main></div></body></html>"))},
		{"live-done", templ.Join(chat.LiveHead(p, open), first, chat.LiveBlock(answer), chat.LiveTail(p, done))},
	}
}
