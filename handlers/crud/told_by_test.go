package crud_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/handlers/crud/crudtest/shop"
	"stoa/handlers/crud/crudtest/shop/generated/resources"
	"stoa/internal/plugin"
	"stoa/internal/resource"
)

// asked notes the reads of the cards of single boards.
type asked struct {
	mu     sync.Mutex
	panels map[any]int         // by board, how often its panel was read
	rows   map[any][]uuid.UUID // and which rows its open list has looked at
}

func (a *asked) note(q resource.Query) {
	board := q.Filters["board_id"]
	if board == nil {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case q.IDs != nil:
		a.rows[board] = append(a.rows[board], q.IDs...)
	case q.Limit == 11: // a panel has ten rows
		a.panels[board]++
	}
}

// A table that is told by a foreign key wakes, of the pages that show the rows of one parent, those of that parent alone;
// the list of all hears everything, and of a row that moves both parents hear.
func TestPagesOfAParentAreToldOfItsRowsAlone(t *testing.T) {
	t.Parallel()
	reads, cards := &asked{panels: map[any]int{}, rows: map[any][]uuid.UUID{}}, resources.Cards()
	list := cards.Store.List
	cards.Store.List = func(ctx context.Context, d resource.DBTX, q resource.Query) ([]resource.Row, error) {
		reads.note(q)
		return list(ctx, d, q)
	}
	w := crudtest.New(t, crudtest.Subject{Resource: resources.Boards(), Prepare: shop.Prepare, Valid: board, Mount: func(e *crud.Engine, routes plugin.Routes) {
		crud.Mount(e, routes, resources.Boards(), crud.Overrides[any]{})
		crud.Mount(e, routes, cards, crud.Overrides[any]{})
	}})
	one, two := w.Owner.Make(1), w.Owner.Make(2)
	w.Follow()
	open := func(path string) *crudtest.Stream { return w.Owner.Listen(w.Owner.Get(http.StatusOK, path)) }
	all, ofOne, ofTwo, listOfOne, listOfTwo := open("/cards"), open("/boards/"+one), open("/boards/"+two), open("/cards?board_id="+one), open("/cards?board_id="+two)

	stays, moves := card(w, one, "Stays"), card(w, one, "Moves")
	for _, s := range []*crudtest.Stream{all, listOfOne} {
		s.Until("row-cards-" + moves)
	}
	ofOne.Until("panel-cards", "Moves")
	w.Exec("update cards set board_id = $2 where id = $1", moves, two)
	ofTwo.Until("panel-cards", "Moves")
	listOfTwo.Until("row-cards-"+moves, "Moves")
	listOfOne.Until(`hx-target="#row-cards-`+moves+`"`, `hx-swap="delete"`)
	if line := ofOne.Until("panel-cards", "Stays"); strings.Contains(line, "Moves") {
		t.Errorf("the board that it left shows it still: %s", line)
	}
	w.Exec("delete from cards where id = $1", stays)
	all.Until(`hx-target="#row-cards-`+stays+`"`, `hx-swap="delete"`)
	ofOne.Until("panel-cards", "No cards yet")

	reads.mu.Lock()
	defer reads.mu.Unlock()
	other := uuid.MustParse(two)
	if n := reads.panels[other]; n != 3 { // the page, the beginning of its stream, the card that came
		t.Errorf("the panel of the other board was read %d times, want 3", n)
	}
	// Within a batch a read is put together twice.
	if got := slices.Compact(reads.rows[other]); !slices.Equal(got, []uuid.UUID{uuid.MustParse(moves)}) {
		t.Errorf("the list of the other board looked at %v, want %s", got, moves)
	}
}

// The page of a row is woken by its own row alone: whatever happens to others, however many, it reads nothing for them.
func TestThePageOfARowIsToldOfThatRowAlone(t *testing.T) {
	t.Parallel()
	boards, reads := resources.Boards(), atomic.Int64{}
	var one uuid.UUID
	get := boards.Store.Get
	boards.Store.Get = func(ctx context.Context, d resource.DBTX, s resource.Scope, id uuid.UUID) (resource.Row, error) {
		if id == one {
			reads.Add(1)
		}
		return get(ctx, d, s, id)
	}
	w := crudtest.New(t, crudtest.Subject{Resource: boards, Prepare: shop.Prepare, Valid: board, Mount: func(e *crud.Engine, routes plugin.Routes) {
		crud.Mount(e, routes, boards, crud.Overrides[any]{})
	}})
	id := w.Owner.Make(1)
	one = uuid.MustParse(id)
	for n := range 25 { // beyond twenty at once a page is sent anew
		w.Owner.Make(n + 2)
	}
	w.Follow()
	list, page := w.Owner.Listen(w.Owner.Get(http.StatusOK, "/boards")), w.Owner.Listen(w.Owner.Get(http.StatusOK, "/boards/"+id))
	w.Exec("update boards set name = 'Seen' where id = $1", id)
	page.Until("Seen")
	before := int64(-1)
	for before != reads.Load() { // its first look may have seen that already: then it looks once more when it is told
		before = reads.Load()
		time.Sleep(200 * time.Millisecond)
	}
	w.Exec("update boards set name = name || ' again' where id <> $1", id)
	list.Until(" again")
	w.Exec("update boards set name = 'Seen twice' where id = $1", id)
	page.Until("Seen twice")
	if n := reads.Load() - before; n != 1 {
		t.Errorf("the row was read %d times, want once: for its own change", n)
	}
}
