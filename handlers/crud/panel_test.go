package crud_test

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/handlers/crud/crudtest/shop"
	"stoa/handlers/crud/crudtest/shop/generated/resources"
	"stoa/internal/plugin"
	"stoa/internal/resource"
)

func card(w *crudtest.World, board, title string) string {
	return w.Text("insert into cards (tenant_id, id, board_id, title) select tenant_id, gen_random_uuid(), id, $2 from boards where id = $1 returning id::text", board, title)
}

var nextPage = regexp.MustCompile(`rel="next" href="([^"#]+)#panel-cards"`)

// The rows that belong to a row stand on its page ten at a time, each on exactly one of them.
func TestPanelsArePaged(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Boards(), board)
	own, other := w.Owner.Make(1), w.Owner.Make(2)
	for i := range 23 {
		card(w, own, fmt.Sprintf("Card %02d", i))
	}
	card(w, other, "Card of another board")
	seen, path := map[string]int{}, "/boards/"+own
	for i, want := range []int{10, 10, 3} {
		page := w.Owner.Get(http.StatusOK, path)
		lacks(t, page, "Card of another board")
		found := regexp.MustCompile(`>Card (\d\d)<`).FindAllStringSubmatch(page.Body, -1)
		for _, m := range found {
			seen[m[1]]++
		}
		if len(found) != want || strings.Contains(page.Body, ">First<") != (i > 0) {
			t.Errorf("page %d has %d cards, want %d", i, len(found), want)
		}
		if m := nextPage.FindStringSubmatch(page.Body); m != nil {
			path = m[1]
		} else if i < 2 {
			t.Fatalf("page %d leads nowhere", i)
		}
	}
	if len(seen) != 23 {
		t.Errorf("%d of 23 cards", len(seen))
	}
	w.Owner.Get(http.StatusBadRequest, "/boards/"+own+"?cards=nonsense")
}

// boarded is a shop whose boards show their visits as well, which members may neither see nor make.
func boarded(t *testing.T) *crudtest.World {
	b, v := resources.Boards(), resources.Visits()
	b.Panels = append(b.Panels, resource.Panel{Table: "visits", By: "board_id"})
	v.Allow.Read, v.Allow.Create, v.List.Filters = resource.Rule{Role: "admin"}, resource.Rule{Role: "owner"}, []string{"board_id"}
	return crudtest.New(t, crudtest.Subject{Resource: b, Prepare: shop.Prepare, Valid: board, Mount: func(e *crud.Engine, routes plugin.Routes) {
		for _, r := range []resource.Resource{b, v, resources.Cards()} {
			crud.Mount(e, routes, r, crud.Overrides[any]{})
		}
	}})
}

// To turn one panel's page leaves the others where they are, also when it comes over the stream.
func TestPanelsAreTurnedApart(t *testing.T) {
	t.Parallel()
	w := boarded(t)
	own := w.Owner.Make(1)
	for i := range 12 {
		card(w, own, fmt.Sprintf("Card %02d", i))
		w.Exec("insert into visits (tenant_id, id, user_id, board_id, what) values ($1, gen_random_uuid(), $2, $3, $4)", w.A, w.Owner.ID, own, fmt.Sprintf("Visit %02d", i))
	}
	turn := func(body, panel string) string {
		m := regexp.MustCompile(`rel="next" href="([^"#]+)#panel-` + panel + `"`).FindStringSubmatch(body)
		if m == nil {
			t.Fatalf("the page of %s leads nowhere", panel)
		}
		return html.UnescapeString(m[1])
	}
	count := func(body, word string) int { return strings.Count(body, `">`+word+" ") }
	cards := w.Owner.Get(http.StatusOK, turn(w.Owner.Get(http.StatusOK, "/boards/"+own).Body, "cards"))
	both := w.Owner.Get(http.StatusOK, turn(cards.Body, "visits"))
	for page, want := range map[*crudtest.Answer][2]int{&cards: {2, 10}, &both: {2, 2}} {
		if got := [2]int{count(page.Body, "Card"), count(page.Body, "Visit")}; got != want {
			t.Errorf("the page has %v cards and visits, want %v", got, want)
		}
	}
	w.Follow()
	stream := w.Owner.Listen(both)
	card(w, own, "Card 99")
	if line := stream.Until("panel-cards", "Card 99"); !strings.Contains(line, "visits=") {
		t.Errorf("over the stream the visits' place is lost: %s", line)
	}
}

// Who gets another role has other panels and other buttons at once.
func TestPanelsFollowTheRole(t *testing.T) {
	t.Parallel()
	w := boarded(t)
	own := w.Owner.Make(1)
	w.Exec("update boards set shared = true where id = $1", own)
	stream := w.Owner.Listen(w.Owner.Get(http.StatusOK, "/boards/"+own))
	w.Owner.Become("admin")
	if line := stream.Until(`id="panel-visits"`); strings.Contains(line, "New visit") {
		t.Errorf("an admin is offered what owners may do: %s", line)
	}
	w.Owner.Become("member")
	if line := stream.Until(`hx-target="#panel-visits"`); !strings.Contains(line, `hx-swap="delete"`) {
		t.Errorf("a member keeps the panel: %s", line)
	}
	w.Member.Get(http.StatusNotFound, "/events?topic="+url.QueryEscape("/boards/"+own+"/visits"))
	w.Admin.Get(http.StatusBadRequest, "/events?topic="+url.QueryEscape("/boards/"+own+"/visits?visits=nonsense"))
}

// A panel follows what others do to its rows, and nobody watches one of a row that they may not read.
func TestPanelsAreLive(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Boards(), board)
	own := w.Owner.Make(1)
	first := card(w, own, "Call Ada")
	w.Follow()
	stream := w.Owner.Listen(w.Owner.Get(http.StatusOK, "/boards/"+own))
	second := card(w, own, "Call Grace")
	stream.Until("panel-cards", "Call Grace")
	w.Exec("update cards set title = 'Call Ada again' where id = $1", first)
	stream.Until("Call Ada again")
	w.Exec("delete from cards where id = $1", second)
	if text := stream.Until("panel-cards"); strings.Contains(text, "Call Grace") {
		t.Errorf("a card that is gone is still there: %s", text)
	}
	topic := func(id, panel string) string { return "/events?topic=" + url.QueryEscape("/boards/"+id+"/"+panel) }
	w.Member.Get(http.StatusNotFound, topic(own, "cards")) // the owner's board is not shared
	w.Stranger.Get(http.StatusNotFound, topic(own, "cards"))
	w.Owner.Get(http.StatusNotFound, topic(own, "visits"))
	w.Owner.Get(http.StatusNotFound, topic("nonsense", "cards"))
	w.Owner.Get(http.StatusNotFound, topic(uuid.NewString(), "cards"))
}
