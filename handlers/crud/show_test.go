package crud_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"stoa/handlers/crud/crudtest/shop/generated/resources"
)

// A field that hangs on another comes and goes with it, and counts for nothing while it is not asked for.
func TestFieldsThatHangOnOthers(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	off := func(body, field string) bool { return strings.Contains(body, `id="control-`+field+`" data-off`) }
	if body := w.Owner.Get(http.StatusOK, "/things/new").Body; !off(body, "pages") || !off(body, "signed") || off(body, "kind") {
		t.Error("a new form shows the wrong fields")
	}
	for _, c := range []struct {
		field, kind, pages string
		pagesOff           bool
		signedOff          bool
	}{{"kind", "book", "", false, true}, {"kind", "tool", "500", true, true}, {"kind", "book", "500", false, false}, {"pages", "book", "99", false, true}} {
		form := url.Values{"name": {"A"}, "kind": {c.kind}, "pages": {c.pages}}
		body := w.Owner.Swap(http.StatusOK, "/things/validate?field="+c.field, form).Body
		if got := off(body, "pages"); c.field == "kind" && got != c.pagesOff {
			t.Errorf("%+v: pages is off: %t", c, got)
		}
		if got := off(body, "signed"); got != c.signedOff || !strings.Contains(body, "#control-signed") {
			t.Errorf("%+v: signed is off: %t", c, got)
		}
	}
	book := url.Values{"name": {"A book"}, "kind": {"book"}, "pages": {"-5"}}
	sees(t, w.Owner.Post(http.StatusUnprocessableEntity, "/things", book), `id="pages-error"`)
	book.Set("kind", "tool")
	values := func(id string) string {
		return w.Text("select concat_ws(' ', kind, pages, signed) from things where id = $1", id)
	}
	if got := values(w.Owner.Post(http.StatusSeeOther, "/things", book).ID()); got != "tool f" {
		t.Errorf("a tool is %s", got)
	}
	id := w.Owner.Post(http.StatusSeeOther, "/things", url.Values{"name": {"Book"}, "kind": {"book"}, "pages": {"200"}, "signed": {"true"}}).ID()
	if body := w.Owner.Get(http.StatusOK, "/things/"+id+"/edit").Body; off(body, "pages") || off(body, "signed") {
		t.Error("the form of a book hides its fields")
	}
	w.Owner.Post(http.StatusSeeOther, "/things/"+id, url.Values{"kind": {"tool"}, "pages": {"300"}})
	if got := values(id); got != "tool 200 t" {
		t.Errorf("what is not asked for did not stay: %s", got)
	}
}

// @widget chooses where the kind leaves a choice.
func TestWidgets(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	sees(t, w.Owner.Get(http.StatusOK, "/things/new"), `<select class="select" id="kind"`, `type="range"`, `min="1" max="5"`, `type="tel"`)
}

// A list of cards is one that opens, sorts and follows like every other.
func TestCards(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	w.Owner.Make(1)
	page := w.Owner.Get(http.StatusOK, "/things")
	sees(t, page, `class="panel cards"`, `aria-hidden="true">State</span>`)
	s := w.Owner.Listen(page)
	id := w.Owner.Make(2)
	w.Announce("created", id)
	if line := s.Until(id); !strings.Contains(line, `aria-hidden="true">State</span>`) {
		t.Error("a card that joins is another one")
	}
}
