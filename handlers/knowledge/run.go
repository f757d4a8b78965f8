package knowledge

import (
	"context"
	"maps"
	"slices"

	"github.com/google/uuid"

	"stoa/internal/session"
	"stoa/services/knowledge"
)

// runSearch is the procedure Knowledge.Search.
func (h *Handlers) runSearch(ctx context.Context, who *session.Principal, in SearchInput) (SearchOutput, error) {
	q := queryOf(in)
	r, err := h.knowledge.Search(ctx, personOf(who), q)
	return found(q, r), err
}

func queryOf(in SearchInput) knowledge.Query {
	q := knowledge.Query{Text: in.Q, Limit: defaultLimit}
	if in.Limit != nil {
		q.Limit = int(*in.Limit)
	}
	if in.Offset != nil {
		q.Offset = int(*in.Offset)
	}
	if in.Collection != nil {
		q.Collections = []uuid.UUID{*in.Collection}
	}
	return q
}

func found(q knowledge.Query, r knowledge.Result) SearchOutput {
	out := SearchOutput{Query: q.Text, Notice: r.Notice, Coverage: r.Coverage, Results: []Passage{}}
	for _, word := range slices.Sorted(maps.Keys(r.Replaced)) {
		out.Replaced = append(out.Replaced, Replaced{word, r.Replaced[word]})
	}
	for _, d := range r.Dropped {
		out.Dropped = append(out.Dropped, Dropped(d))
	}
	for i, x := range r.Hits {
		p := Passage{
			Rank: int64(q.Offset + i + 1), Score: x.Why.Score, Document: x.Document, Version: x.Version, Passage: x.Passage, Title: x.Title, FileName: x.FileName,
			Heading: x.Heading, Text: x.Body, From: int64(x.From), To: int64(x.To), Page: int64(x.Page), Marks: []Mark{},
			Why: Why{KeywordRank: int64(x.Why.KeywordRank), KeywordScore: x.Why.KeywordScore, Reranked: x.Why.Reranked, Keyword: x.Why.Parts.Keyword,
				Coverage: x.Why.Parts.Coverage, Window: x.Why.Parts.Window, Pairs: x.Why.Parts.Pairs, Title: x.Why.Parts.Title, Sibling: x.Why.Parts.Sibling,
				MeaningRank: int64(x.Why.MeaningRank), Cosine: x.Why.Cosine, Words: x.Why.Words, Meaning: x.Why.Meaning,
				Judged: x.Why.Judged, RankBefore: int64(x.Why.RankBefore), Judgement: x.Why.Judgement},
		}
		for _, m := range x.Marks {
			p.Marks = append(p.Marks, Mark{int64(m[0]), int64(m[1])})
		}
		out.Results = append(out.Results, p)
	}
	return out
}

// runList is the procedure Knowledge.List.
func (h *Handlers) runList(ctx context.Context, who *session.Principal, in ListInput) (ListOutput, error) {
	out := ListOutput{Documents: []Document{}}
	var after *knowledge.Cursor
	if in.Before != nil {
		var err error
		if after, err = parseCursor(*in.Before); err != nil {
			return out, err
		}
	}
	list, more, err := h.knowledge.Documents(ctx, personOf(who), in.Collection, after, documentPage)
	for _, d := range list {
		v := d.Newest
		out.Documents = append(out.Documents, Document{
			ID: d.ID, Title: d.Title, Collection: d.Collection, Version: v.ID, Number: int64(v.Number), FileName: v.FileName, Size: v.Size, Status: string(v.Status),
			Error: v.Error, Done: int64(v.Done), Total: int64(v.Total), Pages: int64(v.Pages), UpdatedAt: d.UpdatedAt,
		})
	}
	if more {
		last := list[len(list)-1]
		out.Next = formatCursor(last.UpdatedAt, last.ID)
	}
	return out, err
}

// runAdd is the procedure Knowledge.Add.
func (h *Handlers) runAdd(ctx context.Context, who *session.Principal, in AddInput) (AddOutput, error) {
	u := pasted(in.Title, in.Text)
	u.Collection = in.Collection
	done, err := h.knowledge.Upload(ctx, personOf(who), u)
	return AddOutput{Document: done.Document, Version: done.Version, Number: int64(done.Number)}, err
}
