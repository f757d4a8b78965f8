package storybook

import (
	"strconv"

	"stoa/views/chat"
)

const (
	answer = `<p>Direct refunds end after 30 days, but resellers may return unopened units for <strong>store credit within 60 days</strong>. The credit is the invoice price less a 10 % handling fee.</p>
<p>Two conditions apply:</p><ul><li>the units are on the list of stock items;</li><li>the account has no overdue invoice.</li></ul>
<pre><code>credit = invoice_price × units × 0.90</code></pre>
<table><thead><tr><th>Days</th><th>What you may offer</th></tr></thead><tbody><tr><td>0–30</td><td>refund</td></tr><tr><td>31–60</td><td>store credit</td></tr></tbody></table>`
	growing = `<p>thank you for writing. Your units are past the 30 days for a direct refund, but as a reseller you can still</p>`
)

var receipt = chat.ReceiptProps{Model: "gpt-4o-mini", TokensIn: "1,204", TokensOut: "186", Cost: "$0.00029", Basis: "exact"}

// conversations is one chat in each of its states.
func (b book) conversations() []Story {
	talk := []chat.MessageProps{said("1", "A reseller asks for a refund after 45 days. What may I offer?"), answered("2", "complete")}
	ask := said("3", "Write them a friendly mail.")
	streaming := answered("4", "streaming")
	streaming.HTML, streaming.Tail = "<p>Dear Sam,</p>", growing
	waiting := answered("4", "streaming")
	waiting.HTML = ""
	failed := answered("4", "failed")
	failed.Error = "The model provider refused the key (401). An operator can set OPENAI_API_KEY. What was written is kept."
	failed.Receipt.Cost, failed.Receipt.Basis = "price unknown", "estimated"
	failed.HTML = "<p>Dear Sam,</p>"
	hostile := said("5", "x")
	hostile.Author, hostile.HTML = longName, "<p>"+"unbroken"+"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"+"</p><pre><code>a line of code that is far too long to fit into the column of the conversation, whatever the width of the window may be today</code></pre>"
	refused := b.conversation(append(talk, ask, streaming))
	refused.Composer.Content, refused.Composer.Error = "And a second question", "An answer is still being written. Wait for its end, or stop it."
	older := b.conversation(talk)
	older.Earlier, older.Later = "/chats/1?before=1", "/chats/1"
	unnamed := b.conversation(nil)
	unnamed.Title, unnamed.Hint, unnamed.Composer.Autofocus = "New chat", "This is the built-in assistant: it answers from Stoa's help. Connect a model to ask about anything.", true
	offers := unnamed
	offers.Offer = chat.OfferProps{TenantID: tenantID, Title: "Ask an assistant", Live: true, More: "/assistants", Choices: []chat.ChoiceProps{
		{ID: "1", Name: "Clerk", Description: "Answers from the policies.", Path: "/chats/1/assistant"},
		{ID: "2", Name: longName, Description: longName, Path: "/chats/1/assistant"},
		{ID: "3", Name: "Porter", Path: "/chats/1/assistant"}}}
	chosen := offers
	chosen.Assistant, chosen.Starters, chosen.Offer.Folded, chosen.Offer.Title = "Clerk", []string{"What do resellers get?"}, true, "Ask another one"
	long := b.conversation(append(talk, hostile))
	long.Title, long.Model = longName, longName
	return []Story{
		{"chat-empty", chat.Conversation(unnamed)},
		{"chat-offers", chat.Conversation(offers)},
		{"chat-chosen", chat.Conversation(chosen)},
		{"sources", chat.Passages(b.sources())},
		{"chat", chat.Conversation(b.conversation(talk))},
		{"chat-waiting", chat.Conversation(b.conversation(append(talk, ask, waiting)))},
		{"chat-streaming", chat.Conversation(b.conversation(append(talk, ask, streaming)))},
		{"chat-stopped", chat.Conversation(b.conversation(append(talk, ask, answered("4", "stopped"))))},
		{"chat-interrupted", chat.Conversation(b.conversation(append(talk, ask, answered("4", "interrupted"))))},
		{"chat-failed", chat.Conversation(b.conversation(append(talk, ask, failed)))},
		{"chat-refused", chat.Conversation(refused)},
		{"chat-long", chat.Conversation(long)},
		{"chat-older", chat.Conversation(older)},
	}
}

func (b book) conversation(messages []chat.MessageProps) chat.ConversationProps {
	return chat.ConversationProps{
		Page: b.page("Refund policy for resellers", "Refund policy for resellers"), ID: "1", Title: "Refund policy for resellers", Model: "gpt-4o-mini",
		Messages: append([]chat.MessageProps{}, messages...),
		Composer: chat.ComposerProps{ChatID: "1", TenantID: tenantID, ClientID: "0198f2a0-0000-7000-8000-00000000000c"},
	}
}

// sources are ten passages, some in another state.
func (b book) sources() chat.PassagesProps {
	p := chat.PassagesProps{Page: b.page("Sources", ""), Path: "/chats/1/messages/2/sources", Back: "/chats/1#m-2"}
	for i := range 10 {
		s := chat.SourceProps{Number: strconv.Itoa(i + 1), Href: "/knowledge/1?from=1&to=2#mark", Title: "Refund policy", Place: "Resellers › Store credit · page 3", Verified: i != 2}
		c := chat.PassageProps{SourceProps: s, Before: "Customers may return goods within 30 days. ", Marked: "Resellers receive store credit within sixty days of the purchase.",
			After: "\n\nDamaged parcels are reported to the carrier at once."}
		switch i {
		case 1:
			c.Title, c.Place = longName, longName
		case 3:
			c = chat.PassageProps{SourceProps: chat.SourceProps{Number: s.Number, Closed: true, Verified: true}}
		case 4:
			c = chat.PassageProps{SourceProps: chat.SourceProps{Number: s.Number, Verified: true}}
		case 5:
			c.Before, c.Marked, c.After = "", "", ""
		}
		p.List = append(p.List, c)
	}
	return p
}

func said(id, text string) chat.MessageProps {
	return chat.MessageProps{ID: id, ChatID: "1", TenantID: tenantID, Role: "user", Status: "complete", Author: "Ada Lovelace", Time: at("time"), HTML: "<p>" + text + "</p>"}
}

func answered(id, status string) chat.MessageProps {
	return chat.MessageProps{ID: id, ChatID: "1", TenantID: tenantID, Role: "assistant", Status: status, Time: at("time"), HTML: answer, Receipt: receipt}
}
