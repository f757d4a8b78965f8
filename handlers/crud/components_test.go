package crud_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/handlers/crud/crudtest/shop"
	"stoa/handlers/crud/crudtest/shop/generated/resources"
	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
	"stoa/internal/plugin/ui"
)

const shopPages = `
pages:
  - path: window
    title: The window
    nav: Shop
    sections:
      - DataTable: {rows: "boards.list(sort: name, limit: 2)"}
      - Stats: {rows: boards.list(), title: How many}
      - Stats: {rows: visits.list()}
      - Chart: {rows: "boards.list(limit: 100)", by: state, title: By state}
      - Chart: {rows: "staff.list(limit: 100)", by: name, sum: wage, title: Wages}
      - Form: {of: boards.list()}
      - Markdown: {text: "Open **daily**. <script>alert(1)</script>"}
  - path: window/:id
    sections:
      - Detail: {of: boards.get(:id)}
  - path: office
    title: The office
    nav: Shop
    allow: admin
    sections:
      - DataTable: {rows: staff.list()}
`

// window is a world whose pages of components stand beside those of the shop.
func window(t *testing.T) *crudtest.World {
	t.Helper()
	world := ui.World{Components: crud.Manifest.Provides.Components, Tables: map[string]manifest.SchemaTable{}}
	for _, r := range resources.All() {
		table := manifest.SchemaTable{}
		for _, f := range r.Fields {
			table.Columns = append(table.Columns, f.Name)
		}
		world.Tables[r.Table], world.Resources = table, append(world.Resources, r.Table)
	}
	problems := &strict.Problems{}
	pages := ui.Read("ui.yaml", []byte(shopPages), world, problems)
	if err := problems.Err(true); err != nil {
		t.Fatal(err)
	}
	return crudtest.New(t, crudtest.Subject{Resource: resources.Boards(), Prepare: shop.Prepare, Valid: board, Mount: shop.Mount, UI: pages})
}

// section is what a page shows under a heading, without its tags.
func section(t *testing.T, page crudtest.Answer, title string) string {
	t.Helper()
	_, text, found := strings.Cut(page.Body, ">"+title+"<")
	if !found {
		t.Fatalf("there is nothing under %q in\n%s", title, page.Body)
	}
	_, text, _ = strings.Cut(text, ">") // the end of the heading, or of the link in it
	text, _, _ = strings.Cut(text, "</section>")
	return strings.Join(strings.Fields(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(text, " ")), " ")
}

// Each component shows the rows of who asks: not another company's, nor those that a rule keeps from a member.
func TestComponents(t *testing.T) {
	t.Parallel()
	w := window(t)
	own := w.Member.Make(1)
	w.Exec("update boards set state = 'closed' where id = $1", own)
	shared, hidden := w.Admin.Make(2), w.Admin.Make(3)
	w.Exec("update boards set shared = true where id = $1", shared)
	w.Stranger.Make(4)
	member, admin, stranger := w.Member.Get(http.StatusOK, "/window"), w.Admin.Get(http.StatusOK, "/window"), w.Stranger.Get(http.StatusOK, "/window")

	sees(t, member, "Board 001", "Board 002", "All boards")
	lacks(t, member, "Board 003", "Board 004")
	lacks(t, admin, "Board 003", "Board 004") // the binding says two
	sees(t, stranger, "Board 004")
	for who, want := range map[string]crudtest.Answer{"All 2": member, "All 3": admin, "All 1": stranger} {
		if got := section(t, want, "How many"); got != who && !strings.HasPrefix(got, who+" ") {
			t.Errorf("the figures are %q, want %q", got, who)
		}
	}
	if got := section(t, admin, "By state"); !strings.Contains(got, "Open 2") || !strings.Contains(got, "Closed 1") {
		t.Errorf("the chart's table is %q", got)
	}
	if got := section(t, member, "By state"); !strings.Contains(got, "Open 1") || !strings.Contains(got, "Closed 1") {
		t.Errorf("the member's chart is %q", got)
	}
	sees(t, member, "<strong>daily</strong>")
	lacks(t, member, "<script>alert")

	sees(t, w.Member.Get(http.StatusOK, "/window/"+shared), "Board 002")
	for _, id := range []string{hidden, w.Text("select id::text from boards where name = 'Board 004'"), "0190aaaa-0000-7000-8000-000000000000", "nonsense"} {
		w.Member.Get(http.StatusNotFound, "/window/"+id)
	}
	if to := w.Nobody.Get(http.StatusSeeOther, "/window").Location; to != "/login?next=%2Fwindow" {
		t.Errorf("a stranger is sent to %s", to)
	}
}

// A chart adds up only what the person may read: a wage that is not theirs is no part of it.
func TestChartKeepsColumns(t *testing.T) {
	t.Parallel()
	w := window(t)
	for _, p := range []*crudtest.Person{w.Member, w.Admin} {
		w.Exec("insert into staff (tenant_id, id, user_id, name, wage) values ($1, gen_random_uuid(), $2, $3, 12345)", w.A, p.ID, "Ada "+p.ID.String()[24:])
	}
	if got := section(t, w.Admin.Get(http.StatusOK, "/window"), "Wages"); strings.Count(got, "12,345") < 2 {
		t.Errorf("an admin's chart lacks wages: %q", got)
	}
	own, other := "Ada "+w.Member.ID.String()[24:], "Ada "+w.Admin.ID.String()[24:]
	if got := section(t, w.Member.Get(http.StatusOK, "/window"), "Wages"); !strings.Contains(got, own+" 12,345") || strings.Contains(got, other) {
		t.Errorf("a member's chart is %q, want their own wage alone", got)
	}
}

// The form of a page posts to the resource, whose form comes back with what was typed and what is wrong.
func TestFormOfAPage(t *testing.T) {
	t.Parallel()
	w := window(t)
	sees(t, w.Member.Get(http.StatusOK, "/window"), `action="/boards"`, `name="name"`)
	sees(t, w.Member.Post(http.StatusUnprocessableEntity, "/boards", url.Values{"name": {""}, "state": {"closed"}}), `id="name-error"`)
	w.Member.Post(http.StatusSeeOther, "/boards", url.Values{"name": {"From the window"}, "state": {"open"}})
	sees(t, w.Member.Get(http.StatusOK, "/window"), "From the window")
}

// The rail has the pages that a role may open, and an address that is not in it is refused all the same.
func TestPagesByRole(t *testing.T) {
	t.Parallel()
	w := window(t)
	for _, p := range []*crudtest.Person{w.Owner, w.Admin} {
		sees(t, p.Get(http.StatusOK, "/window"), `href="/window"`, `href="/office"`)
		p.Get(http.StatusOK, "/office")
	}
	page := w.Member.Get(http.StatusOK, "/window")
	sees(t, page, `href="/window"`)
	lacks(t, page, `href="/office"`)
	w.Member.Get(http.StatusForbidden, "/office")
	w.Nobody.Get(http.StatusSeeOther, "/office")
}

func lacks(t *testing.T, page crudtest.Answer, words ...string) {
	t.Helper()
	for _, word := range words {
		if strings.Contains(page.Body, word) {
			t.Errorf("the page has %q", word)
		}
	}
}
