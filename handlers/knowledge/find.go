package knowledge

import (
	"context"

	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/session"
	"stoa/services/knowledge"
)

const findLength = 200 // bytes of a passage that the search over everything shows

// find is what the search over everything shows of documents: the best passages, with an error that says so where only words were searched.
func (h *Handlers) find(ctx context.Context, who *session.Principal, q string, most int) ([]plugin.Found, error) {
	r, err := h.knowledge.Search(ctx, personOf(who), knowledge.Query{Text: q, Limit: most, Unjudged: true})
	all := make([]plugin.Found, 0, len(r.Hits))
	for _, x := range r.Hits {
		all = append(all, plugin.Found{Kind: "Documents", Title: x.Title, Href: passagePath(x), Text: plugin.Around(x.Body, x.Marks, findLength)})
	}
	if err == nil && r.Notice != "" {
		err = errs.New(errs.Unavailable, "%s", r.Notice)
	}
	return all, err
}
