package knowledge

import (
	"time"

	"github.com/google/uuid"

	"stoa/internal/plugin/procedure"
)

var search = procedure.Procedure[SearchInput, SearchOutput]{
	Name: "Knowledge.Search", Title: "Search the documents", Method: "GET", Path: "/knowledge/search", Scope: "knowledge:read",
	Doc: "Finds the passages that answer a question, among those that the member may read. One word of the question is enough to be found; more and closer ones rank higher.",
}

// SearchInput is a question.
type SearchInput struct {
	Q          string     `json:"q" length:"1..4000" missing:"Write what to search for."` // A question, or some words.
	Limit      *int64     `json:"limit" range:"1..50"`                                    // How many passages, 5 by default.
	Offset     *int64     `json:"offset" range:"0..200"`                                  // How many to leave out, the best first.
	Collection *uuid.UUID `json:"collection"`                                             // Only its documents.
}

// SearchOutput is what was found.
type SearchOutput struct {
	Query    string     `json:"query"`
	Notice   string     `json:"notice,omitempty"`   // What did not work as it should.
	Replaced []Replaced `json:"replaced,omitempty"` // Words that no document has.
	Coverage float64    `json:"coverage"`           // The share of the question's weight that the best passages hold: below .35 they hardly answer it.
	Results  []Passage  `json:"results"`
	Dropped  []Dropped  `json:"dropped,omitempty"` // Passages that were found and are not shown.
}

// Replaced is a word that no document has, and what was searched instead.
type Replaced struct {
	Word  string   `json:"word"`
	Terms []string `json:"terms"`
}

// Dropped is a passage that was found and is not shown.
type Dropped struct {
	Title  string `json:"title"`
	Reason string `json:"reason"`
}

// Passage is a stretch of a document that was found.
type Passage struct {
	Rank     int64     `json:"rank"`
	Score    float64   `json:"score"`
	Document uuid.UUID `json:"document"`
	Version  uuid.UUID `json:"version"`
	Passage  uuid.UUID `json:"passage"`
	Title    string    `json:"title"`
	FileName string    `json:"file_name"`
	Heading  string    `json:"heading,omitempty"` // The path of headings above it.
	Text     string    `json:"text"`
	From     int64     `json:"from"` // Where it begins in the version's text, in bytes.
	To       int64     `json:"to"`
	Page     int64     `json:"page,omitempty"` // None when the file has no pages.
	Marks    []Mark    `json:"marks"`          // The words of the question in the text.
	Why      Why       `json:"why"`
}

// Mark is a range of the text, in bytes.
type Mark struct {
	From int64 `json:"from"`
	To   int64 `json:"to"`
}

// Why tells how a passage came to its place. All but ranks and scores are shares between 0 and 1.
type Why struct {
	KeywordRank  int64   `json:"keyword_rank"`  // By words, before the rerank; 0 when they did not find it.
	KeywordScore float64 `json:"keyword_score"` // BM25.
	Reranked     bool    `json:"reranked"`      // Only the best 50 are.
	Keyword      float64 `json:"keyword"`       // Of the best passage's score.
	Coverage     float64 `json:"coverage"`      // Of the question's weight in the text.
	Window       float64 `json:"window"`        // How close together its words stand.
	Pairs        float64 `json:"pairs"`         // How many stand in their order.
	Title        float64 `json:"title"`         // Of the question's weight in title and headings.
	Sibling      float64 `json:"sibling"`       // What the document's next best passage says for it.
	MeaningRank  int64   `json:"meaning_rank"`  // By meaning; 0 when that did not find it.
	Cosine       float64 `json:"cosine"`        // Of its vector and the question's.
	Words        float64 `json:"words"`         // What the words bring into the score.
	Meaning      float64 `json:"meaning"`       // And what the meaning brings, between 0 for the last that was found and 1 for the best.
	Judged       bool    `json:"judged"`        // A reranking model has put it in its place.
	RankBefore   int64   `json:"rank_before"`   // Its rank before that.
	Judgement    float64 `json:"judgement"`     // What the model says, as a number of its own.
}

var documents = procedure.Procedure[ListInput, ListOutput]{
	Name: "Knowledge.List", Title: "List the documents", Method: "GET", Path: "/knowledge", Scope: "knowledge:read",
	Doc: "The documents that the member may read, the newest change first.",
}

// ListInput is a page of the list.
type ListInput struct {
	Collection *uuid.UUID `json:"collection"` // Only its documents.
	Before     *string    `json:"before"`     // The cursor of the page before.
}

// ListOutput is a page of documents.
type ListOutput struct {
	Documents []Document `json:"documents"`
	Next      string     `json:"next,omitempty"` // The cursor of the next page.
}

// Document is one document with its newest version.
type Document struct {
	ID         uuid.UUID  `json:"id"`
	Title      string     `json:"title"`
	Collection *uuid.UUID `json:"collection"`
	Version    uuid.UUID  `json:"version"`
	Number     int64      `json:"number"` // Of the version.
	FileName   string     `json:"file_name"`
	Size       int64      `json:"size"`
	Status     string     `json:"status" oneof:"queued reading indexing ready failed cancelled"`
	Error      string     `json:"error,omitempty"` // Why it cannot be searched.
	Done       int64      `json:"done"`            // Passages that are indexed.
	Total      int64      `json:"total"`
	Pages      int64      `json:"pages,omitempty"`
	UpdatedAt  time.Time  `json:"updated_at"`
}

var add = procedure.Procedure[AddInput, AddOutput]{
	Name: "Knowledge.Add", Title: "Add a text", Method: "POST", Path: "/knowledge", Scope: "knowledge:write",
	Doc: "Stores a text as a document and returns at once; Knowledge.List tells when it is ready. The same text again changes nothing; another one under the same title is a new version. Files are uploaded on the page.",
}

// AddInput is a text.
type AddInput struct {
	Title      string     `json:"title" length:"1..190" missing:"Give the document a title."`
	Text       string     `json:"text" length:"1..250000" missing:"Write its text."` // Plain, Markdown, HTML or CSV: told by what stands in it.
	Collection *uuid.UUID `json:"collection"`                                        // Without one it is for everybody of the company.
}

// AddOutput is the document.
type AddOutput struct {
	Document uuid.UUID `json:"document"`
	Version  uuid.UUID `json:"version"`
	Number   int64     `json:"number"` // Of the version; 0 when the same text was here already.
}
