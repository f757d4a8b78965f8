package knowledge

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/llm"
	"stoa/services/knowledge/parse"
)

// What users of other programs complain about, as far as no other test tells it.

// Whatever stands in a text is found by it, but the words that every text has: numbers, names with dots and dashes, foreign letters, the
// longest word.
func TestExactWordsAreFound(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	const text = "Parts\n\nOrder AB-1234/7 or §12a(3) by ops@example.com. Version 2.10.3 costs €1,299.50; see RFC-9457, C++ and .NET, getUserName(), snake_case_name,\n" +
		"Größe, Émile Zola, naïve, Ærøskøbing, Ελλάδα, Москва, 東京都, O'Brien, Straße, ACME-Ω, x86_64, https://example.com/a/b?c=d and\n" +
		"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft."
	w.upload(t, w.owner, "parts.txt", text, nil)
	w.upload(t, w.owner, "other.txt", "Other\n\nThe harbour is far from the market.", nil)
	for _, word := range strings.Fields(text) {
		word = strings.Trim(word, ".,;()")
		if len(word) < 3 || strings.Contains(" and see parts ", " "+strings.ToLower(word)+" ") {
			continue
		}
		if hits := w.find(t, w.member, word); len(hits) == 0 || hits[0].Title != "Parts" || len(hits[0].Marks) == 0 {
			t.Errorf("%q finds %d passages", word, len(hits))
		}
	}
}

// A question that says its word again and again is understood as well as one that says it once.
func TestAWordThatIsRepeated(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.upload(t, w.owner, "refunds.txt", refunds, nil)
	w.upload(t, w.owner, "roster.txt", "Holiday roster\n\nEverybody enters holidays before March.", nil)
	for _, text := range []string{"holidays", "Holidays! When are holidays, and who enters holidays? Holidays, holidays.", strings.Repeat("holidays ", 70) + "everybody"} {
		r, err := w.Search(t.Context(), w.member, Query{Text: text, Limit: 1})
		if err != nil || len(r.Hits) != 1 || r.Hits[0].Title != "Holiday roster" || r.Coverage < .99 {
			t.Errorf("%.40s: %+v, %v", text, r, err)
		}
	}
}

// A word that nearly every passage has still finds them when no other does: as little as a missing word, one that stands in documents of
// others alone takes anything away.
func TestCommonWordsFindToo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	board := uuid.New()
	w.exec(t, "insert into knowledge_collections (tenant_id, id, name, access) values ($1, $2, 'Board', 'owners')", w.owner.Tenant, board)
	w.upload(t, w.owner, "board.txt", "Board\n\nWe buy obsidian.", &board)
	for n := range 12 {
		w.upload(t, w.owner, fmt.Sprint("refund", n, ".txt"), fmt.Sprintf("Case %d\n\nThe refund of case %d was paid.", n, n), nil)
	}
	w.exec(t, "update knowledge_stats set passages = 2 * $1", manyPassages)
	w.exec(t, "update knowledge_terms set df = $1 where term = 'refund'", manyPassages)
	for who, want := range map[Person]int{w.member: 10, w.owner: 10} {
		if hits := w.find(t, who, "refund obsidian"); len(hits) != want || (hits[0].Title == "Board") != (who == w.owner) {
			t.Errorf("%d passages are found, want %d: %+v", len(hits), want, hits)
		}
	}
}

// A passage that shares no word with the question is no evidence, however few passages there are.
func TestNoEvidenceWithoutAWord(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.upload(t, w.owner, "refunds.txt", refunds, nil)
	w.upload(t, w.owner, "roster.txt", "Holiday roster\n\nEverybody enters holidays before March.", nil)
	ask := func(text string) *llm.Grounds {
		g, err := w.Retrieve(t.Context(), llm.Search{Tenant: w.member.Tenant, User: w.member.User, Turns: []llm.Message{{Role: llm.User, Text: text}}})
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	if g := ask("Who painted zymurgic ceilings?"); g != nil && len(g.Passages) > 0 {
		t.Errorf("given to the model: %+v", g.Passages)
	}
	g := ask("When do resellers receive credit?")
	if g == nil || len(g.Passages) != 1 || g.Passages[0].Score <= 0 || g.Passages[0].Title != "Refund policy" {
		t.Errorf("given to the model: %+v", g)
	}
}

// A weak candidate stays a result when nothing is better: no threshold stands before the rerank.
func TestAWeakResultIsAResult(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for i := range 60 { // more than are reranked, all with the one word that the question shares with them
		w.put(t, fmt.Sprintf("%d.txt", i), fmt.Sprintf("Note %d\n\nThe gate of house number %d is open. Nothing else is said of gates.", i, i*7))
	}
	w.work(t)
	r, err := w.Search(t.Context(), w.member, Query{Text: "Which insurance covers hail, frost, theft and a broken gate?", Limit: 50})
	if err != nil || len(r.Hits) != 50 {
		t.Errorf("%d results, %v", len(r.Hits), err)
	}
}

// A citation of a PDF leads to its page and to the sentence there, not to the first page.
func TestAPDFIsCitedByItsPage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.Read = func(context.Context, []byte) (parse.Document, error) { // what a PDF of three pages says
		var d parse.Document
		d.Type, d.Pages = "pdf", 3
		for i, s := range []string{"The first page speaks of marble.", "The second page speaks of olives.", "The third page speaks of amphorae."} {
			from := len(d.Text)
			d.Text += s + "\n\n"
			d.Blocks = append(d.Blocks, parse.Block{From: from, To: from + len(s), Page: i + 1})
		}
		return d, nil
	}
	done := w.upload(t, w.owner, "three.pdf", "%PDF-1.4", nil)
	hits := w.find(t, w.member, "amphorae")
	if len(hits) != 1 || hits[0].Page != 3 {
		t.Fatalf("found: %+v", hits)
	}
	text, err := w.Text(t.Context(), w.member, done.Document, done.Version, hits[0].From, 10_000)
	if err != nil || text.Version.Pages != 3 || len(text.Pages) != 3 || text.Pages[2] != (PageStart{3, hits[0].From}) || text.Body[hits[0].From-text.From:hits[0].To-text.From] != "The third page speaks of amphorae." {
		t.Errorf("it leads to %q, %v", text.Body, err)
	}
}

// A file that takes all the time it may is told as such, and holds up nothing that was uploaded after it; what is long shows how far it is.
func TestAHugeFileHoldsNothingUp(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.turn = 0 // one batch in a step
	read := w.Read
	w.Read = func(ctx context.Context, data []byte) (parse.Document, error) {
		if bytes.HasPrefix(data, []byte("%PDF-")) {
			return parse.Document{}, parse.ErrSlow
		}
		return read(ctx, data)
	}
	huge := w.put(t, "huge.pdf", "%PDF-1.7 of two gigabytes")
	after := w.put(t, "long.txt", long(150))
	var shown []int
	for more := true; more; {
		var err error
		if more, err = w.Ingest(t.Context(), w.Doors.Tenant(w.owner.Tenant)); err != nil {
			t.Fatal(err)
		}
		if v := w.newest(t, after.Document); v.Total > 0 && (len(shown) == 0 || v.Done > shown[len(shown)-1]) {
			shown = append(shown, v.Done*100/v.Total)
		}
	}
	w.isIn(t, huge.Document, db.VersionStatusFailed, parse.Reason(parse.ErrSlow))
	w.isIn(t, after.Document, db.VersionStatusReady, "")
	if len(shown) < 4 || shown[0] != 0 || shown[len(shown)-1] != 100 {
		t.Errorf("progress was shown as %v", shown)
	}
}
