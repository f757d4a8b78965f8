package e2e

import (
	"fmt"
	"strings"
	"testing"

	"stoa/internal/webtest/browser"
)

// attach chooses a file in the form as a person would in the browser's dialogue.
func attach(p *browser.Page, name, content string) {
	browser.Eval[bool](p, fmt.Sprintf(`(() => { const list = new DataTransfer(); list.items.add(new File([%q], %q, { type: "text/csv" }));
	  document.querySelector("#file").files = list.files; return true; })()`, content, name))
}

// widgetFile has n rows, of which every tenth has a colour that is none.
func widgetFile(n int) string {
	var b strings.Builder
	b.WriteString("Name;Colour;Active;Notes;Name\n")
	for i := range n {
		colour := "#0f766e"
		if i%10 == 9 {
			colour = "a rather dark blue"
		}
		fmt.Fprintf(&b, "Imported %03d;%s;yes;\"two\nlines\";again\n", i, colour)
	}
	return b.String()
}

const importState = `document.querySelector("#import")?.dataset.state === %q`

// A file becomes rows: the columns, the dry run with its problems, the job; an open list follows.
func TestImport(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	ada, p := s.newcomer("ada")
	register(p, "Northwind", "Ada")
	list := ada.Tab()
	list.Open("/widgets")
	p.Open("/widgets")
	p.ClickText("main a", "Import")
	p.At("/widgets/import")
	inspect(t, p, "import-upload")
	p.Expect("422")
	attach(p, "widgets.csv", "Name,Colour\n\"open,#0f766e\n")
	p.ClickText("button", "Read the file")
	p.Wait("a broken file is refused", `document.querySelector("#file-error")`)
	inspect(t, p, "import-refused")
	attach(p, "widgets.csv", widgetFile(300))
	p.ClickText("button", "Read the file")
	p.Wait("the columns are asked for", fmt.Sprintf(importState, "mapping"))
	inspect(t, p, "import-columns")
	p.ClickText("button", "Check 300 rows")
	p.Wait("the dry run is done", fmt.Sprintf(importState, "checked"))
	if text := p.Text("#import"); !strings.Contains(text, "270 rows are good, 30 rows are not") {
		t.Errorf("the dry run says %s", text)
	}
	inspect(t, p, "import-checked")
	p.ClickText("button", "Import 270 rows")
	p.Wait("the import is done", fmt.Sprintf(importState, "done"))
	inspect(t, p, "import-done")
	list.Wait("the open list has the rows", `document.querySelectorAll("#rows-widgets tr").length === 25`)
	p.ClickText("main a", "Go to all widgets")
	p.At("/widgets")
	if text := p.Text("#count"); !strings.Contains(text, "270") {
		t.Errorf("the list counts %s", text)
	}
}

// The same by plain forms; the page is loaded again to see how far it is.
func TestImportWithoutScripts(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	p.NoScripts()
	register(p, "Northwind", "Ada")
	p.Open("/widgets/import")
	attach(p, "widgets.csv", widgetFile(20))
	p.Follow("button", "Read the file")
	p.Wait("the columns are asked for", fmt.Sprintf(importState, "mapping"))
	p.Follow("button", "Check 20 rows")
	reloadUntil(p, fmt.Sprintf(importState, "checked"))
	p.Follow("button", "Import 18 rows")
	reloadUntil(p, fmt.Sprintf(importState, "done"))
	p.Open("/widgets")
	if n := p.Count("#rows-widgets tr"); n != 18 {
		t.Errorf("%d rows", n)
	}
}

// reloadUntil loads the page again and again, as a person without scripts does, until the expression is true in it.
func reloadUntil(p *browser.Page, expression string) {
	for range 200 {
		if p.Has(expression) {
			return
		}
		p.Reload()
	}
	p.Wait("what the page is loaded again for", expression)
}

// What guards a person's work: where a text is no JSON, and that a form is not left by mistake; and what "all" means.
func TestWidgetsGuards(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	register(p, "Northwind", "Ada")
	p.Open("/widgets/new")
	p.Fill("#name", "Docs assistant")
	p.Click("details.more summary")
	p.Fill("#config", "{\n  \"a\": 1,\n}")
	p.Expect("422")
	p.ClickText("button", "Create widget")
	p.Wait("the mistake is placed", `/Line 3, column 1/.test(document.querySelector("#config-error")?.textContent)`)
	if !p.Has(`document.querySelector("#config").checkVisibility() && document.querySelector("#name").value === "Docs assistant"`) {
		t.Error("the fold with the mistake is shut, or what was typed is gone")
	}
	inspect(t, p, "widgets-json")
	p.Fill("#config", `{"a": 1}`)
	p.ClickText("button", "Create widget")
	p.Wait("it is made", `document.querySelector(".record h1")`)

	s.widgets(60)
	p.Open("/widgets?tab=paused")
	p.Click("#rows-widgets [name=ids]")
	p.Wait("the bar is there", `document.querySelector("#bulk").checkVisibility()`)
	p.Open("/widgets?q=Widget+0")
	p.Click("#rows-widgets [name=ids]")
	p.Click("#bulk [name=all]")
	inspect(t, p, "widgets-all")
	p.ClickText("#bulk button", "Move to the trash")
	p.Wait("all that matched are gone", `document.querySelectorAll("#rows-widgets tr").length === 0`)
	p.Open("/widgets")
	if text := p.Text("#count"); !strings.HasPrefix(text, "1 widget") {
		t.Errorf("left: %s", text)
	}
}
