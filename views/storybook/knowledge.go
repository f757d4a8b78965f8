package storybook

import (
	"strings"

	"stoa/views/knowledge"
	"stoa/views/search"
	"stoa/views/ui"
)

// unbroken is a title as files have them that are named by a program.
var unbroken = strings.Repeat("scan", 45)

// knowledge is the list of documents in all their states, and what searches find.
func (b book) knowledge() []Story {
	row := knowledge.Row{Href: "/knowledge/1", Title: "Refund policy", File: "refunds.pdf", Version: "version 2", State: "ready", StateKind: "good", Collection: "Policies", Size: "120 KB", Updated: at("datetime")}
	long, failed, busy := row, row, row
	long.Title, long.File, long.Collection = unbroken, unbroken+".pdf", longName
	failed.State, failed.StateKind, failed.Error = "not readable", "bad", "There is no text in this file."
	failed.Actions = []knowledge.Action{{Tenant: tenantID, Version: "1", Label: "Try again", Path: "/knowledge/1/retry"}}
	busy.State, busy.StateKind = "indexing page 12 of 400", "busy"
	list := knowledge.ListProps{
		Page: b.page("Knowledge", ""), Upload: knowledge.UploadProps{TenantID: tenantID, Collections: []ui.Option{{Label: "None: everyone reads it"}}},
		Rows: []knowledge.Row{row, long, failed, busy}, Working: 1, Region: "/knowledge",
		Filling: &knowledge.FillingProps{Model: "bge-m3", Instead: "text-embedding-3-small", Done: "1,200", Total: "4,000", Percent: 30, Refused: "3", Problem: "The key is wrong."},
	}
	hit := knowledge.Hit{
		Rank: 1, Href: "/knowledge/1#mark", Title: "Refund policy", Place: "Resellers · page 3 · refunds.pdf", Score: "1.204", Document: "1", Passage: "1",
		Body: []knowledge.Stretch{{Text: "Resellers receive "}, {Text: "store credit", Marked: true}, {Text: " within sixty days of the purchase."}},
		Why:  []knowledge.Fact{{Name: "By words", Value: "rank 1, BM25 2.040"}, {Name: "Score after the rerank", Value: "1.204"}},
	}
	other := hit
	other.Rank, other.Passage, other.Title, other.Place, other.Body = 2, "2", unbroken, unbroken+".pdf", []knowledge.Stretch{{Text: unbroken}}
	const notice = "Only words were searched: the search by meaning is not available. The endpoint did not answer in time."
	return []Story{
		{"knowledge", knowledge.List(list)},
		{"knowledge-search", knowledge.Search(knowledge.SearchProps{
			Page: b.page("Search", ""), Query: "store credit", Asked: true, Hits: []knowledge.Hit{hit, other}, Notice: notice,
			Replaced: []string{"stroe → store"}, Dropped: []string{unbroken + ": the same text stands in Refund policy"},
		})},
		{"search", search.Page(search.Props{Page: b.page("Search", "Search"), Query: "store credit", Silent: true, Notices: []string{notice}, Groups: []search.Group{
			{Label: "Chats", Items: []search.Item{{Href: "/chats/1", Title: longName}}},
			{Label: "Documents", Items: []search.Item{{Href: "/knowledge/1", Title: unbroken, Text: "Resellers receive store credit within sixty days. " + unbroken}}},
		}})},
	}
}
