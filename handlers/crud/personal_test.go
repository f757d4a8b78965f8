package crud_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/handlers/crud/crudtest/shop/generated/resources"
	"stoa/internal/session"
)

// Open lists share what is read for them. Two members who look at the same page of the same table, and are told of the same
// rows at the same moment, are still shown each his own.
func TestPersonalListsAreNotShared(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Visits(), func(_ *crudtest.World, n int) url.Values { return url.Values{"what": {fmt.Sprint("Visit ", n)}} })
	people := []*crudtest.Person{w.Member, w.Join("member"), w.Join("member")}
	streams, visits := make([]*crudtest.Stream, len(people)), make([]string, len(people))
	for i, p := range people {
		streams[i] = p.Listen(p.Get(http.StatusOK, "/visits?tab=mine"))
		visits[i] = uuid.Must(uuid.NewV7()).String()
		w.Exec("insert into visits (tenant_id, id, user_id, what) values ($1, $2, $3, 'Came by')", w.A, visits[i], p.ID)
	}
	for _, id := range visits {
		w.Announce("created", id)
	}
	for i, s := range streams {
		line := s.Until(`id="row-visits-`)
		for j, id := range visits {
			if strings.Contains(line, id) != (i == j) {
				t.Errorf("member %d and the visit of member %d: %s", i, j, line)
			}
		}
	}
}

// A board's name is read by whom the board is shown to, in an open list too.
func TestLabelsInSharedLists(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Visits(), func(_ *crudtest.World, n int) url.Values { return url.Values{"what": {fmt.Sprint("Visit ", n)}} })
	other := w.Join("member")
	w.Exec("insert into boards (tenant_id, id, user_id, name) values ($1, $2, $3, 'Private plans')", w.A, w.A, other.ID)
	theirs, ours := other.Listen(other.Get(http.StatusOK, "/visits")), w.Member.Listen(w.Member.Get(http.StatusOK, "/visits"))
	w.Exec("insert into visits (tenant_id, id, user_id, what, board_id) values ($1, $1, $2, 'Came by', $1)", w.A, other.ID)
	w.Announce("created", w.A.String())
	theirs.Until("Came by", "Private plans")
	if line := ours.Until("Came by"); strings.Contains(line, "Private plans") {
		t.Error("the name of a board went to a member who may not see it")
	}
}

// What is noted behind a title is for one person, also where people of a role see the same rows otherwise; a plugin is asked
// once for what a change brings.
func TestNotesAreNotShared(t *testing.T) {
	t.Parallel()
	asked := make(chan bool, 100)
	w := mounted(t, crud.Overrides[db.ListWidgetsRow]{Slots: crud.Slots[db.ListWidgetsRow]{
		Notes: func(_ context.Context, p *session.Principal, ids []uuid.UUID) (map[uuid.UUID]string, error) {
			asked <- true
			return map[uuid.UUID]string{ids[0]: "for " + p.User.String()}, nil
		},
	}})
	w.Owner.Make(1)
	people := []*crudtest.Person{w.Member, w.Join("member"), w.Join("member")}
	streams := make([]*crudtest.Stream, len(people))
	for i, p := range people {
		streams[i] = p.Listen(p.Get(http.StatusOK, "/widgets"))
		<-asked // for the page
		<-asked // for the first look of its stream, which may come after the change otherwise, and bring it
	}
	w.Announce("created", w.Owner.Make(2))
	for i, s := range streams {
		s.Until("for " + people[i].ID.String())
	}
	if n := len(asked); n != len(people) {
		t.Errorf("for %d pages the plugin was asked %d times", len(people), n)
	}
}

// Whose role changes between a page and its stream has the buttons of the new one.
func TestRolesThatChangeBeforeTheStream(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	id := w.Owner.Make(1)
	row, list := w.Member.Get(http.StatusOK, "/things/"+id), w.Member.Get(http.StatusOK, "/things")
	lacks(t, row, "/things/"+id+"/edit")
	w.Member.Become("admin")
	w.Member.Listen(row).Until("record-"+id, "/things/"+id+"/edit")
	w.Member.Listen(list).Until("row-things-"+id, "/things/"+id)
}
