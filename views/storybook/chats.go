package storybook

import (
	"strconv"

	"stoa/views/chat"
	"stoa/views/layout"
	"stoa/views/ui"
)

// chats is the list of chats, from none to a thousand.
func (b book) chats() []Story {
	form := chat.NewChat{Models: choices}
	wrong := chat.NewChat{
		Models: choices, Title: longName, SystemPrompt: "Answer as a pirate.",
		Errors: map[string]string{"title": "This is 214 characters. At most 200 are possible.", "system_prompt": "This is 8,114 characters. At most 8,000 are possible."},
	}
	some := []chat.ChatRow{
		{Href: "/chats/1", Title: "Refund policy for resellers", Model: "gpt-4o-mini", Updated: at("datetime"), Writing: true},
		{Href: "/chats/2", Title: longName, Model: "accounts/fireworks/models/llama-v3p1-405b-instruct", Updated: at("datetime")},
		{Href: "/chats/3", Title: "New chat", Model: "Built-in assistant", Updated: at("datetime")},
	}
	flashed := b.page("Chats", "All chats")
	flashed.Flash = layout.Flash{Text: "Your password was changed. Your other sessions are logged out."}
	pager := ui.PagerProps{Text: "25 chats on this page", Newer: "/chats?after=1", Older: "/chats?before=2"}
	return []Story{
		{"chats-empty", chat.List(chat.ListProps{Page: b.page("Chats", "All chats"), New: form})},
		{"chats", chat.List(chat.ListProps{Page: b.page("Chats", "All chats"), New: form, Chats: some, Pager: pager})},
		{"chats-flash", chat.List(chat.ListProps{Page: flashed, New: form, Chats: some})},
		{"chats-errors", chat.List(chat.ListProps{Page: b.page("Chats", "All chats"), New: wrong, Chats: some})},
		{"chats-thousand", chat.List(chat.ListProps{Page: b.page("Chats", "All chats"), New: form, Chats: thousand(), Pager: pager})},
	}
}

func thousand() []chat.ChatRow {
	rows := make([]chat.ChatRow, 1000)
	for i := range rows {
		n := strconv.Itoa(i + 1)
		rows[i] = chat.ChatRow{Href: "/chats/" + n, Title: "Chat number " + n, Model: "gpt-4o-mini", Updated: at("datetime")}
	}
	return rows
}
