package e2e

import "testing"

// Who changed a row, to what, and back again.
func TestHistory(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	register(p, "Northwind", "Ada")
	newWidget(p, "Docs assistant")
	edit := func(fields map[string]string) {
		p.ClickText("main a", "Edit")
		p.Wait("the form is open", `document.querySelector("#edit")`)
		for name, value := range fields {
			p.Fill("#"+name, value)
		}
		p.ClickText("button", "Save")
		p.Wait("the row's page is open", `document.querySelector(".record h1")`)
	}
	edit(map[string]string{"greeting": "Hello. How can we help you with the documentation today?"})
	edit(map[string]string{"name": "Help desk", "greeting": "Hello there. How may we help you with your order today?"})
	p.Wait("the history has all three", `document.querySelectorAll("#history .entry").length === 3`)
	inspect(t, p, "history")
	p.Click("#history .entry-act a")
	p.Wait("the form has the version before", `document.querySelector("#name")?.value === "Docs assistant"`)
	inspect(t, p, "history-version")
	p.ClickText("button", "Save")
	p.Wait("it is back", `document.querySelector(".record h1")?.innerText === "Docs assistant" && document.querySelectorAll("#history .entry").length === 4`)
	// What somebody else does joins the history by itself.
	if _, err := s.db.Admin.Exec(t.Context(), "update widgets set name = 'Typed in psql'"); err != nil {
		t.Fatal(err)
	}
	p.Wait("the change by SQL is there", `document.querySelectorAll("#history .entry").length === 5`)
	p.Open("/settings/audit")
	inspect(t, p, "audit-log")
	p.Click("tbody tr th a[href^='/settings/audit/']")
	p.Wait("the entry is open", `document.querySelector(".history.alone")`)
	inspect(t, p, "audit-entry")
	p.ClickText("main a", "Open the widget")
	p.Wait("the row's page is open", `document.querySelector(".record h1")`)
}
