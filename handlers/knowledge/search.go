package knowledge

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/services/knowledge"
	views "stoa/views/knowledge"
)

const defaultLimit = 5

// search shows the passages that answer a question; a client that asks for JSON gets the same as JSON.
func (h *Handlers) search(c *web.Call[SearchInput, SearchOutput]) error {
	program := strings.HasPrefix(c.Request().Header.Get("Accept"), "application/json")
	ctx, asked := c.Request().Context(), program || c.QueryParams().Has("q")
	props := views.SearchProps{Query: c.QueryParam("q"), Asked: asked}
	q, result, err := knowledge.Query{}, knowledge.Result{}, c.Invalid
	if asked && err == nil {
		q = queryOf(c.In)
		result, err = h.knowledge.Search(ctx, person(c), q)
	}
	if program && len(errs.FieldsOf(err)) > 0 {
		return h.site.Problem(c, err)
	}
	status := http.StatusOK
	if fields := errs.FieldsOf(err); asked && len(fields) > 0 {
		status, props.Error = http.StatusUnprocessableEntity, fields["q"]+fields["limit"]+fields["offset"]+fields["collection"]
	} else if asked && err != nil {
		return err
	}
	if program {
		return c.JSON(status, found(q, result))
	}
	searchProps(&props, q, result)
	if q.Limit > 0 && len(result.Hits) == q.Limit {
		props.Older = address(c, "offset", strconv.Itoa(q.Offset+q.Limit))
	}
	if q.Offset > 0 {
		props.Newer = address(c, "offset", strconv.Itoa(max(0, q.Offset-q.Limit)))
	}
	if props.Page, err = h.site.Page(c, "Search"); err != nil {
		return err
	}
	return web.Render(c, status, views.Search(props))
}

func searchProps(props *views.SearchProps, q knowledge.Query, r knowledge.Result) {
	props.Notice = r.Notice
	for word, by := range r.Replaced {
		props.Replaced = append(props.Replaced, word+" → "+strings.Join(by, ", "))
	}
	slices.Sort(props.Replaced)
	for _, d := range r.Dropped {
		props.Dropped = append(props.Dropped, d.Title+": "+d.Reason)
	}
	for i, x := range r.Hits {
		props.Hits = append(props.Hits, hitProps(q.Offset+i+1, x))
	}
}

func hitProps(n int, x knowledge.Hit) views.Hit {
	return views.Hit{
		Rank: n, Href: passagePath(x), Title: x.Title, Place: place(x), Document: x.Document.String(), Passage: x.Passage.String(),
		Score: number(x.Why.Score), Body: marked(x.Body, x.Marks), Why: why(x.Why),
	}
}

// passagePath leads to a passage in its document.
func passagePath(x knowledge.Hit) string {
	return markPath(x.Document, x.Version, x.From, x.To)
}

func markPath(document, version uuid.UUID, from, to int) string {
	return path(document) + query("version", version.String(), "from", strconv.Itoa(from), "to", strconv.Itoa(to)) + "#mark"
}

func place(x knowledge.Hit) string {
	parts := []string{}
	if x.Heading != "" && x.Heading != x.Title {
		parts = append(parts, x.Heading)
	}
	if x.Page > 0 {
		parts = append(parts, "page "+strconv.Itoa(x.Page))
	}
	return strings.Join(append(parts, x.FileName), " · ")
}

// marked cuts a text at its marks.
func marked(text string, marks [][2]int) []views.Stretch {
	var list []views.Stretch
	at := 0
	for _, m := range marks {
		if m[0] < at { // a part of a word that is marked
			continue
		}
		list = append(list, views.Stretch{Text: text[at:m[0]]}, views.Stretch{Text: text[m[0]:m[1]], Marked: true})
		at = m[1]
	}
	return append(list, views.Stretch{Text: text[at:]})
}

func why(w knowledge.Why) []views.Fact {
	facts := []views.Fact{{Name: "By words", Value: "not found"}}
	if w.KeywordRank > 0 {
		facts = []views.Fact{
			{Name: "By words", Value: "rank " + strconv.Itoa(w.KeywordRank) + ", BM25 " + number(w.KeywordScore)},
			{Name: "As a share of the best", Value: number(w.Parts.Keyword)},
		}
	}
	if w.MeaningRank > 0 {
		facts = append(facts, views.Fact{Name: "By meaning", Value: "rank " + strconv.Itoa(w.MeaningRank) + ", cosine " + number(w.Cosine)})
	}
	if !w.Reranked {
		return append(facts, views.Fact{Name: "Rerank", Value: "not among the first 50, so its place is the search's"})
	}
	facts = append(facts,
		views.Fact{Name: "Words of the question", Value: percent(w.Parts.Coverage)},
		views.Fact{Name: "Close together", Value: percent(w.Parts.Window)},
		views.Fact{Name: "In their order", Value: percent(w.Parts.Pairs)},
		views.Fact{Name: "In title and headings", Value: percent(w.Parts.Title)},
		views.Fact{Name: "Next passage of the document", Value: number(w.Parts.Sibling)},
	)
	if w.MeaningRank > 0 {
		facts = append(facts, views.Fact{Name: "Shares of words and meaning", Value: number(w.Words) + " and " + number(w.Meaning)})
	}
	facts = append(facts, views.Fact{Name: "Score after the rerank", Value: number(w.Score)})
	if w.Judged {
		facts = append(facts, views.Fact{Name: "Put here by the reranking model", Value: "from rank " + strconv.Itoa(w.RankBefore) + ", score " + number(w.Judgement)})
	}
	return facts
}

func number(f float64) string  { return strconv.FormatFloat(f, 'f', 3, 64) }
func percent(f float64) string { return strconv.Itoa(int(f*100+.5)) + " %" }
