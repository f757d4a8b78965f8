package crud_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"stoa/handlers/crud/crudtest"
	"stoa/handlers/crud/crudtest/shop"
	"stoa/handlers/crud/crudtest/shop/generated/resources"
	"stoa/internal/resource"
)

// shopping is a world with all of the shop, which begins with one of its resources.
func shopping(t *testing.T, r resource.Resource, valid func(w *crudtest.World, n int) url.Values) *crudtest.World {
	return crudtest.New(t, crudtest.Subject{
		Resource: r, Prepare: shop.Prepare, Valid: valid, Mount: shop.Mount,
	})
}

func board(_ *crudtest.World, n int) url.Values {
	return url.Values{"name": {fmt.Sprintf("Board %03d", n)}, "state": {"open"}}
}

func boards() crudtest.Subject {
	return crudtest.Subject{
		Resource: resources.Boards(), Prepare: shop.Prepare, Mount: shop.Mount, Edited: url.Values{"name": {"Another"}}, Filter: [2]string{"state", "open"},
		Invalid: url.Values{"name": {""}, "state": {"burnt"}},
		Valid: func(w *crudtest.World, n int) url.Values {
			form := board(w, n)
			form.Set("shared", "true")
			if n%2 == 1 {
				form.Set("state", "closed")
			}
			return form
		},
	}
}

func TestConformanceOfConditions(t *testing.T) {
	t.Parallel()
	crudtest.Run(t, boards())
}

// Each part of a condition decides what is seen, which buttons there are, and what a form may do.
func TestConditions(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Boards(), board)
	own, other := w.Member.Make(1), w.Admin.Make(2)
	w.Exec("update boards set shared = true where id = $1", other)
	hidden := w.Admin.Make(3)
	for _, path := range []string{"/boards", "/boards?q=board", "/boards?state=open", "/boards/options"} {
		list := w.Member.Get(http.StatusOK, path).Body
		if !strings.Contains(list, own) || !strings.Contains(list, other) || strings.Contains(list, hidden) {
			t.Errorf("%s shows a member the wrong boards", path)
		}
	}
	list := w.Member.Get(http.StatusOK, "/boards").Body
	if !strings.Contains(list, own+"/edit") || strings.Contains(list, other+"/edit") {
		t.Error("the list offers the wrong boards for editing")
	}
	for _, path := range []string{"", "/edit", "/delete"} {
		w.Member.Get(http.StatusNotFound, "/boards/"+hidden+path)
	}
	w.Member.Post(http.StatusForbidden, "/boards/"+other, board(w, 9))
	w.Member.Post(http.StatusSeeOther, "/boards/"+own, board(w, 8))

	w.Exec("update boards set state = 'closed'")
	w.Member.Get(http.StatusForbidden, "/boards/"+own+"/edit") // owner and not(state = 'closed')
	w.Admin.Get(http.StatusOK, "/boards/"+own+"/edit")         // admin and state <> 'locked'
	w.Exec("update boards set state = 'locked'")
	w.Admin.Post(http.StatusForbidden, "/boards/"+own, board(w, 9))
	w.Owner.Post(http.StatusSeeOther, "/boards/"+own, board(w, 9))
	w.Admin.Post(http.StatusForbidden, "/boards/"+own+"/delete", nil) // admin and state = 'closed'
	w.Member.Post(http.StatusSeeOther, "/boards/"+own+"/delete", nil)

	w.Member.Post(http.StatusSeeOther, "/boards/bulk", url.Values{"action": {"delete"}, "ids": {hidden, other}})
	if n := w.Text("select count(*)::text from boards where deleted_at is null"); n != "2" {
		t.Errorf("%s boards are left: a bulk action reached those of others", n)
	}
}

// A change of a row's columns takes it out of the open lists of those who may not see it any more, and brings it back.
func TestConditionsLive(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Boards(), board)
	id := w.Admin.Make(1)
	w.Exec("update boards set shared = true where id = $1", id)
	s := w.Member.Listen(w.Member.Get(http.StatusOK, "/boards"))
	w.Announce("updated", id)
	s.Until(id) // the stream has read the page
	w.Exec("update boards set shared = false where id = $1", id)
	w.Announce("updated", id)
	if line := s.Until(id); !strings.Contains(line, `hx-swap="delete"`) {
		t.Errorf("the row stayed: %s", line)
	}
	w.Exec("update boards set shared = true, name = 'Back again' where id = $1", id)
	w.Announce("updated", id)
	if line := s.Until("Back again"); strings.Contains(line, "/edit") {
		t.Error("the live row has a button that its reader may not use")
	}
}

// What belongs to a parent follows it: who may see the parent sees it, and to add or move one is to change the parent.
func TestConditionsOfTheParent(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Boards(), board)
	own, other := w.Member.Make(1), w.Admin.Make(2)
	card := func(board, title string) url.Values { return url.Values{"board_id": {board}, "title": {title}} }
	mine := w.Member.Post(http.StatusSeeOther, "/cards", card(own, "Mine")).ID()
	theirs := w.Admin.Post(http.StatusSeeOther, "/cards", card(other, "Theirs")).ID()
	list := w.Member.Get(http.StatusOK, "/cards").Body
	if !strings.Contains(list, mine) || strings.Contains(list, theirs) {
		t.Error("a member sees the wrong cards")
	}
	if slug := w.Text("select slug from cards where id = $1", mine); slug != "mine" {
		t.Errorf("the slug is %q", slug)
	}
	w.Member.Get(http.StatusNotFound, "/cards/"+theirs)
	w.Member.Post(http.StatusUnprocessableEntity, "/cards", card(other, "Smuggled"))
	w.Exec("update boards set shared = true where id = $1", other)
	w.Member.Get(http.StatusOK, "/cards/"+theirs)
	w.Member.Post(http.StatusForbidden, "/cards/"+theirs, card(other, "Changed"))
	sees(t, w.Member.Post(http.StatusUnprocessableEntity, "/cards", card(other, "Smuggled")), "does not allow")
	w.Member.Post(http.StatusUnprocessableEntity, "/cards/"+mine, card(other, "Moved"))
	w.Exec("update cards set helper_id = $1 where id = $2", w.Member.ID, theirs)
	w.Member.Post(http.StatusSeeOther, "/cards/"+theirs, card(other, "Helped"))
	if n := w.Text("select count(*)::text from cards where title in ('Smuggled', 'Moved')"); n != "0" {
		t.Errorf("%s cards stand where their writer may write none", n)
	}
	w.Exec("update boards set shared = false where id = $1", other)
	w.Member.Get(http.StatusNotFound, "/cards/"+theirs)
}

// A relation does not name a row that the reader may not see.
func TestRelationToAHiddenRow(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Boards(), board)
	other := w.Admin.Post(http.StatusSeeOther, "/boards", url.Values{"name": {"Secret plans"}, "state": {"open"}}).ID()
	w.Exec("insert into cards (tenant_id, id, board_id, title) values ($1, gen_random_uuid(), $2, 'x')", w.A, other)
	if strings.Contains(w.Member.Get(http.StatusOK, "/cards").Body, "Secret plans") {
		t.Error("the list names a board that its reader may not see")
	}
}

// A relation offers the rows that its where lets through, and takes no other, however it is sent.
func TestOptionsWhere(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Boards(), board)
	id := w.Owner.Make(1)
	for _, path := range []string{"/cards/new", "/cards/options?field=helper_id"} {
		body := w.Owner.Get(http.StatusOK, path).Body
		if !strings.Contains(body, w.Member.ID.String()) || strings.Contains(body, w.Owner.ID.String()) || strings.Contains(body, w.Stranger.ID.String()) {
			t.Errorf("%s offers the wrong people", path)
		}
	}
	sees(t, w.Owner.Get(http.StatusOK, "/cards/options?field=helper_id&q=memb"), w.Member.ID.String())
	card := url.Values{"board_id": {id}, "title": {"Card"}}
	for person, status := range map[*crudtest.Person]int{w.Owner: 422, w.Stranger: 422, w.Member: 303} {
		card.Set("helper_id", person.ID.String())
		w.Owner.Post(status, "/cards", card)
	}
	w.Owner.Get(http.StatusNotFound, "/cards/options?field=title")
}
