package e2e

import (
	"fmt"
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/sdk"
)

// widgets makes so many of them in every company, as a program does; the first of them comes last, and so stands first.
func (s *stoa) widgets(n int) {
	s.t.Helper()
	for _, c := range s.clients() {
		for i := n; i > 0; i-- {
			_, err := c.Widgets.Create(s.t.Context(), sdk.WidgetCreate{
				Name: fmt.Sprintf("Widget %03d", i), Active: sdk.Ptr(i%3 > 0), Greeting: sdk.Ptr(fmt.Sprint("Hello ", i)),
				AllowedOrigins: []string{"https://docs.example.com", "https://example.com"},
			})
			if err != nil {
				s.t.Fatal(err)
			}
		}
	}
}

func newWidget(p *browser.Page, name string) {
	p.Open("/widgets/new")
	p.Fill("#name", name)
	p.Fill("#allowed_origins", "https://docs.example.com\nhttps://www.example.com")
	p.ClickText("button", "Create widget")
	p.Wait("the widget's page is open", `document.querySelector(".record h1")`)
}

// Everything that one person does with a generated resource, each kind of page looked at.
func TestWidgets(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	register(p, "Northwind", "Ada")
	p.Open("/widgets")
	p.Wait("the list is empty", `document.querySelector(".empty-state")`)
	inspect(t, p, "widgets-empty")
	p.ClickText("main a", "New widget")
	p.At("/widgets/new")
	inspect(t, p, "widgets-new")
	p.Expect("422") // refused on purpose below
	p.Fill("#allowed_origins", "docs.example.com")
	p.Click("#name")
	p.Wait("the field that was left says what is wrong", `document.querySelector("#allowed_origins-error")`)
	p.ClickText("button", "Create widget")
	p.Wait("the form is refused", `document.querySelector("#name-error")`)
	inspect(t, p, "widgets-refused")
	newWidget(p, "Docs assistant")
	inspect(t, p, "widgets-row")
	s.widgets(60)
	p.Open("/widgets")
	inspect(t, p, "widgets-list")
	p.Open("/widgets?active=true&created_at.from=2020-01-01&q=widget")
	inspect(t, p, "widgets-filtered")
	p.Open("/widgets?q=nothing+like+this")
	inspect(t, p, "widgets-nothing")
}

// With scripts a list is searched, sorted and paged in place, and its address says so.
func TestWidgetsInPlace(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	register(p, "Northwind", "Ada")
	s.widgets(60)
	p.Open("/widgets")
	browser.Eval[bool](p, `window.same = true`)
	p.ClickText("#list .pager a", "Next")
	p.Wait("the second page is shown", `/after=/.test(location.search) && document.querySelector("#rows-widgets").textContent.includes("Widget 026")`)
	p.ClickText("#list thead a", "Name")
	p.Wait("it is sorted by name", `location.search === "?sort=name" && document.querySelector("[aria-sort=ascending]")`)
	s.widgets(1) // in a list that was replaced in place, too
	p.Wait("a new row joins at its place", `document.querySelectorAll("#rows-widgets tr:nth-child(-n+2) a[href^='/widgets/']").length >= 2 && document.querySelectorAll("#rows-widgets tr")[1].textContent.includes("Widget 001")`)
	p.Fill("#q", "WIDGET 01")
	p.Wait("the search found them", `new URLSearchParams(location.search).get("q") === "WIDGET 01" && document.querySelectorAll("#rows-widgets tr").length === 10`)
	if !p.Has(`window.same && document.activeElement.id === "q"`) {
		t.Error("the page was loaded anew, or the search box lost the focus")
	}
	p.Click("#rows-widgets [name=ids]")
	p.Wait("the bar is there", `document.querySelector("#bulk").checkVisibility()`)
	inspect(t, p, "widgets-picked")
	p.ClickText("#bulk button", "Move to the trash")
	p.Wait("it is gone", `document.querySelectorAll("#rows-widgets tr").length === 9`)
	p.ClickText("#tabs a", "Trash")
	p.Wait("the trash is shown", `document.querySelectorAll("#rows-widgets tr").length === 1`)
	inspect(t, p, "widgets-trash")
	p.Size(1280, 800, false)
	if !p.Has(`document.querySelector("#rows-widgets .choices").offsetHeight > 20 && getComputedStyle(document.querySelector("#rows-widgets .choices"), "::details-content").opacity === "1" && !document.querySelector("#rows-widgets summary").checkVisibility()`) {
		t.Error("where there is room, what can be done with a row is not side by side")
	}
	p.Size(360, 740, true)
	browser.Eval[bool](p, `document.querySelector("#rows-widgets summary").focus(), true`)
	p.Press(browser.Enter)
	p.Wait("the row's choices are there", `document.querySelector("#rows-widgets .choices").open`)
	inspect(t, p, "widgets-trash-choices")
	p.Size(360, 740, true)
	p.Press(browser.Tab)
	p.Wait("the first of them has the focus", `document.activeElement.getAttribute("aria-label") === "Restore Widget 010"`)
	p.Press(browser.Enter)
	p.Wait("it is back", `document.querySelector(".flash")`)
}

// What others write appears in every open page, also what is typed into psql; a form is not touched.
func TestWidgetsLive(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	ada, list := s.newcomer("ada")
	register(list, "Northwind", "Ada")
	newWidget(list, "Docs assistant")
	row := list.Location()
	editing, other := ada.Tab(), ada.Tab()
	list.Open("/widgets")
	editing.Open(row + "/edit")
	editing.Fill("#greeting", "Half a sent")
	s.widgets(1)
	list.Wait("the row of psql is there", `document.querySelectorAll("#rows-widgets tr").length === 2`)
	other.Open(row + "/edit")
	other.Fill("#name", "Renamed")
	other.ClickText("button", "Save")
	other.At(row)
	list.Wait("the new name is in the list", `document.querySelector("#rows-widgets").textContent.includes("Renamed")`)
	editing.Wait("the form says so", `document.querySelector("#changed .note")`)
	if got := browser.Eval[string](editing, `document.querySelector("#greeting").value + "|" + document.querySelector("#name").value`); got != "Half a sent|Docs assistant" {
		t.Errorf("the form holds %q", got)
	}
	inspect(t, editing, "widgets-changed")
	editing.Expect("409")
	editing.ClickText("button", "Save")
	editing.Wait("both versions are shown", `document.querySelectorAll(".conflict tbody tr").length === 2`)
	inspect(t, editing, "widgets-conflict")
	editing.ClickText("button", "Save what is chosen")
	editing.At(row)
	editing.Wait("each field has its newest value", `(t => t.includes("Renamed") && t.includes("Half a sent"))(document.querySelector("main")?.textContent ?? "")`)
	editing.ClickText("main a", "Delete…")
	editing.At(row + "/delete")
	inspect(t, editing, "widgets-delete")
	editing.ClickText("main button", "Move to the trash")
	editing.At("/widgets")
	list.Wait("it left the list", `document.querySelectorAll("#rows-widgets tr").length === 1`)
	editing.ClickText(".flash button", "Undo")
	editing.At(row)
	list.Wait("it is back in the list", `document.querySelectorAll("#rows-widgets tr").length === 2`)
}

// All of it works with plain forms and links.
func TestWidgetsWithoutScripts(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	p.NoScripts()
	register(p, "Northwind", "Ada")
	newWidget(p, "Docs assistant")
	s.widgets(60)
	p.Open("/widgets")
	p.ClickText("#list .pager a", "Next")
	p.Wait("the second page is shown", `/after=/.test(location.search)`)
	p.Fill("#q", "docs")
	p.ClickText("button", "Search")
	p.Wait("the search found it", `/q=docs/.test(location.search) && document.querySelectorAll("#rows-widgets tr").length === 1`)
	p.ClickText("#rows-widgets a", "Edit")
	p.Wait("the form is open", `document.querySelector("#edit")`)
	p.Fill("#name", "")
	p.Expect("422")
	p.ClickText("button", "Save")
	p.Wait("it is refused", `document.querySelector("#name-error")`)
	p.Fill("#name", "Another name")
	p.ClickText("button", "Save")
	p.Wait("it is saved", `document.querySelector(".record h1")?.textContent === "Another name"`)
	p.ClickText("main a", "Delete…")
	p.ClickText("main button", "Move to the trash")
	p.Wait("it can be undone", `document.querySelector(".flash")`)
	p.ClickText(".flash button", "Undo")
	p.Wait("it is back", `document.querySelector(".record h1")?.textContent === "Another name"`)
	p.ClickText("main a", "Delete…")
	p.ClickText("main button", "Move to the trash")
	p.Wait("it is in the trash again", `document.querySelector(".flash")`)
	p.Size(360, 740, true)
	p.Open("/widgets?tab=trash")
	p.Click("#rows-widgets summary")
	p.ClickText("#rows-widgets button", "Restore")
	p.Wait("it is back again", `document.querySelector(".flash") && document.querySelector(".record h1")?.textContent === "Another name"`)
}
