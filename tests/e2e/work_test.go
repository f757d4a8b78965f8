package e2e

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/handlers/crud/crudtest"
	"stoa/handlers/crud/crudtest/shop"
	"stoa/handlers/crud/crudtest/shop/generated/resources"
	"stoa/internal/webtest/browser"
)

// The server is killed in the middle of an import: the page says so, and every row of the file is there once in the end.
func TestImportIsKilledInTheMiddle(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	p.Expect("net::ERR_", "htmx:sse:error", "Failed to load resource")
	register(p, "Phoenix", "Ada")
	const rows = 6000
	var file strings.Builder
	file.WriteString("Name\n")
	for i := range rows {
		fmt.Fprintf(&file, "Imported %04d\n", i)
	}
	p.Open("/widgets/import")
	attach(p, "widgets.csv", file.String())
	p.ClickText("button", "Read the file")
	p.Wait("the columns are asked for", fmt.Sprintf(importState, "mapping"))
	p.ClickText("button", "Check 6,000 rows")
	p.Wait("the dry run is done", fmt.Sprintf(importState, "checked"))
	p.ClickText("button", "Import 6,000 rows")
	p.Wait("some rows are written", `document.querySelector("#import progress")?.value > 0`)
	s.kill()
	if p.Has(fmt.Sprintf(importState, "done")) {
		t.Fatal("the import was done before the server was killed: the story tells nothing")
	}
	s.start()
	p.Reload()
	p.Wait("the import is done", fmt.Sprintf(importState, "done"))
	var there, names int
	const query = "select count(*), count(distinct name) from widgets where name like 'Imported %'"
	if err := s.db.Admin.QueryRow(t.Context(), query).Scan(&there, &names); err != nil {
		t.Fatal(err)
	}
	if there != rows || names != rows {
		t.Errorf("%d rows of %d are there, %d names", there, rows, names)
	}
}

// Whoever has typed something is asked before the page goes; whoever has not, or has saved, is not.
func TestFormsAreNotLeftByMistake(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	register(p, "Northwind", "Ada")
	p.Open("/widgets/new")
	p.ClickText("main a", "Cancel")
	p.At("/widgets")
	if n := p.AskedToLeave(); n != 0 {
		t.Errorf("an empty form asks %d times", n)
	}
	p.Open("/widgets/new")
	p.Click("#name")
	p.Type("Half a")
	p.ClickText("main a", "Cancel")
	p.At("/widgets")
	if n := p.AskedToLeave(); n != 1 {
		t.Errorf("a form that was begun asks %d times", n)
	}
	p.Open("/widgets/new")
	p.Click("#name")
	p.Type("A whole widget")
	p.ClickText("button", "Create widget")
	p.Wait("it is made", `document.querySelector(".record h1")`)
	if n := p.AskedToLeave(); n != 1 {
		t.Errorf("saving asks %d times", n-1)
	}
}

// A thousand rows in a narrow window: the page fits, turns, searches and counts.
func TestAThousandRowsOnAPhone(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	register(p, "Northwind", "Ada")
	s.widgets(1000)
	p.Size(390, 844, true)
	p.Open("/widgets")
	if text := p.Text("#count"); text != "1,000 widgets" {
		t.Errorf("it counts %q", text)
	}
	fits(t, p, "a thousand rows", 390)
	first := p.Text("#rows-widgets tr")
	p.ClickText("main a", "Next")
	p.Wait("the next page is there", `!document.querySelector("#rows-widgets tr").innerText.includes("Widget 001")`)
	if p.Text("#rows-widgets tr") == first || p.Count("#rows-widgets tr") != 25 {
		t.Error("the page did not turn")
	}
	p.Open("/widgets?q=Widget+999")
	if n := p.Count("#rows-widgets tr"); n != 1 {
		t.Errorf("%d rows are found", n)
	}
	inspect(t, p, "widgets-thousand")
}

// The select of a relation shows some rows and finds the others on the server while one types.
func TestRelationIsFoundOnTheServer(t *testing.T) {
	t.Parallel()
	w := crudtest.New(t, crudtest.Subject{
		Resource: resources.Boards(), Prepare: shop.Prepare, Mount: shop.Mount,
		Valid: func(_ *crudtest.World, n int) url.Values {
			return url.Values{"name": {fmt.Sprintf("Board %03d", n)}, "state": {"open"}}
		},
	})
	for n := range 60 {
		w.Owner.Make(n + 1)
	}
	p := shopkeeper(t, w)
	p.Open("/cards/new")
	if n := p.Count("#board_id option"); n > 25 {
		t.Errorf("%d boards were loaded at once", n)
	}
	p.Fill("#title", "A card")
	p.Click(`[id="board_id-q"]`)
	p.Type("Board 057")
	p.Wait("the board is found", `[...document.querySelectorAll("#board_id option")].some(o => o.text === "Board 057")`)
	p.Choose("#board_id", "Board 057")
	p.ClickText("button", "Create card")
	p.Wait("the card has its board", `[...document.querySelectorAll(".record dd a")].some(a => a.innerText === "Board 057")`)
}

// shopkeeper is the owner of a shop, in a browser.
func shopkeeper(t *testing.T, w *crudtest.World) *browser.Page {
	t.Helper()
	_, p := browser.NewPerson(t, w.URL(), "owner")
	p.Expect("status of 404")
	p.Open("/login") // the site has none, and takes the cookie
	browser.Eval[bool](p, fmt.Sprintf(`document.cookie = %q; true`, w.Owner.Cookie()))
	return p
}

// What the server says about the field that was left does not move the button from under the mouse that presses it; who lets go beside
// it is told then.
func TestNoClickIsLost(t *testing.T) {
	t.Parallel()
	w := crudtest.New(t, crudtest.Subject{Resource: resources.Things(), Prepare: shop.Prepare, Mount: shop.Mount})
	p := shopkeeper(t, w)
	const button = `[...document.querySelectorAll("main button")].find((b) => b.innerText.trim() === "Create thing")`
	const top = button + `.getBoundingClientRect().top + scrollY`
	filled := func() float64 {
		p.Open("/things/new")
		p.Fill("#name", "A long book")
		p.Choose("#kind", "book")
		p.Wait("a book is asked for its pages", `document.getElementById("pages").checkVisibility()`)
		p.Fill("#pages", "320")
		return browser.Eval[float64](p, top)
	}
	stays := func(before float64) {
		time.Sleep(500 * time.Millisecond)                        // for an answer
		if now := browser.Eval[float64](p, top); now > before+2 { // it sinks a little under the mouse
			t.Errorf("the button was at %g, and at %g while it was pressed", before, now)
		}
	}
	before := filled()
	browser.Eval[bool](p, button+`.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true })), document.activeElement.blur(), true`)
	stays(before)
	browser.Eval[bool](p, `document.dispatchEvent(new PointerEvent("pointercancel")), true`)
	p.Wait("the answer comes after all", fmt.Sprintf("%s > %g", top, before+2))

	before = filled()
	p.Hold("main button", "Create thing", func() { stays(before) })
	p.Wait("the book is there", `document.querySelector(".record dl").innerText.includes("320")`)
}

// A thing is made by a form that asks on, lent by a button that asks, seen among the cards of a phone, and described by a
// program while one looks.
func TestThingsAreLent(t *testing.T) {
	t.Parallel()
	w := crudtest.New(t, crudtest.Subject{Resource: resources.Things(), Prepare: shop.Prepare, Mount: shop.Mount})
	p := shopkeeper(t, w)
	p.Expect("status of 404", "status of 422")
	p.Open("/things/new")
	if p.Has(`document.getElementById("pages").checkVisibility()`) {
		t.Error("a tool is asked for its pages")
	}
	p.Fill("#name", "A long book")
	p.Choose("#kind", "book")
	p.Wait("a book is asked for its pages", `document.getElementById("pages").checkVisibility()`)
	p.Fill("#pages", "320")
	inspect(t, p, "things-form")
	p.ClickText("button", "Create thing")
	p.Wait("the book is there", `document.querySelector(".record dl").innerText.includes("320")`)
	book := p.Location()

	p.ClickText("main a", "Lend…")
	p.Wait("it asks to whom", `document.getElementById("borrower") !== null`)
	p.ClickText("main button", "Lend")
	p.Wait("it says what is missing", `document.body.innerText.includes("Say to whom.")`)
	p.Fill("#borrower", "Grace")
	p.ClickText("main button", "Lend")
	p.Wait("it is lent", `document.querySelector(".record dl").innerText.includes("Grace") && !document.querySelector(".record").innerText.includes("Lend\n")`)
	p.Size(390, 844, true)
	p.Open("/things")
	fits(t, p, "cards", 390)
	inspect(t, p, "things-cards")
	if got := p.Text("main"); !strings.Contains(got, "A long book") {
		t.Errorf("the cards are %s", got)
	}

	p.Open(book)
	id := book[strings.LastIndex(book, "/")+1:]
	text, err := w.Bus.Write(t.Context(), uuid.MustParse(id), "")
	if err != nil {
		t.Fatal(err)
	}
	w.Announce("updated", id)
	for _, piece := range []string{"About ", "a <whale>", " & a ship"} {
		if err := text.Append(piece); err != nil {
			t.Fatal(err)
		}
	}
	p.Wait("the text grows", fmt.Sprintf(`document.getElementById("text-%s").innerText.trim() === "About a <whale> & a ship"`, id))
	w.Exec("update things set remark = 'About a whale' where id = $1", id)
	text.Close()
	p.Wait("it is what was saved", fmt.Sprintf(`document.getElementById("text-%s").innerText.trim() === "About a whale"`, id))
}
