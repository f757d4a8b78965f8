package knowledge

import (
	"github.com/google/uuid"

	"stoa/services/knowledge"
	"stoa/services/knowledge/rank"
)

type resultJSON struct {
	Query    string              `json:"query"`
	Error    string              `json:"error,omitempty"`
	Notice   string              `json:"notice,omitempty"`
	Replaced map[string][]string `json:"replaced,omitempty"`
	Coverage float64             `json:"coverage"`
	Results  []hitJSON           `json:"results"`
}

type hitJSON struct {
	Rank     int       `json:"rank"`
	Score    float64   `json:"score"`
	Document uuid.UUID `json:"document"`
	Version  uuid.UUID `json:"version"`
	Passage  uuid.UUID `json:"passage"`
	Title    string    `json:"title"`
	FileName string    `json:"file_name"`
	Heading  string    `json:"heading,omitempty"`
	Text     string    `json:"text"`
	From     int       `json:"from"`
	To       int       `json:"to"`
	Page     int       `json:"page,omitempty"`
	Marks    [][2]int  `json:"marks"`
	Why      whyJSON   `json:"why"`
}

type whyJSON struct {
	KeywordRank  int        `json:"keyword_rank"`
	KeywordScore float64    `json:"keyword_score"`
	Reranked     bool       `json:"reranked"`
	Parts        rank.Parts `json:"parts"`
}

func jsonResult(q knowledge.Query, problem string, r knowledge.Result) resultJSON {
	out := resultJSON{Query: q.Text, Error: problem, Notice: r.Notice, Replaced: r.Replaced, Coverage: r.Coverage, Results: []hitJSON{}}
	for i, x := range r.Hits {
		out.Results = append(out.Results, hitJSON{
			Rank: q.Offset + i + 1, Score: x.Why.Score, Document: x.Document, Version: x.Version, Passage: x.Passage, Title: x.Title, FileName: x.FileName,
			Heading: x.Heading, Text: x.Body, From: x.From, To: x.To, Page: x.Page, Marks: x.Marks,
			Why: whyJSON{x.Why.KeywordRank, x.Why.KeywordScore, x.Why.Reranked, x.Why.Parts},
		})
	}
	return out
}
