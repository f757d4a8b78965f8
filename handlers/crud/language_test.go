package crud_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/handlers/crud/crudtest/shop/generated/resources"
)

// A row is called by all the columns of its title on its page, above its form, and in what is said of it.
func TestTitlesOfSeveralColumns(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Visits(), nil)
	w.Exec("insert into visits (tenant_id, id, user_id, what) values ($1, $2, $3, 'Tea')", w.A, uuid.New(), w.Member.ID)
	id := w.Text("select id::text from visits")
	page := w.Member.Get(http.StatusOK, "/visits/"+id)
	sees(t, page, "<h1>Tea, by MEMBER</h1>", "<dt>What</dt>")
	sees(t, w.Member.Get(http.StatusOK, "/visits/"+id+"/edit"), "Tea, by MEMBER")
	made := w.Member.Post(http.StatusSeeOther, "/visits", url.Values{"what": {"Cake"}})
	if made.Said != "“Cake, by MEMBER” was created." {
		t.Errorf("after it was made: %q", made.Said)
	}
	if said := w.Owner.Post(http.StatusSeeOther, "/visits/"+made.ID()+"/delete", nil).Said; said != "“Cake, by MEMBER” was deleted." {
		t.Errorf("after it was deleted: %q", said)
	}
}

// Of a table whose rows are told of in lists alone, the page of a row waits for nothing.
func TestTopicsThatARowHas(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Visits(), nil)
	w.Exec("insert into visits (tenant_id, id, user_id, what) values ($1, $2, $3, 'Tea')", w.A, uuid.New(), w.Member.ID)
	id := w.Text("select id::text from visits")
	lacks(t, w.Member.Get(http.StatusOK, "/visits/"+id), "hx-sse:connect")
	lacks(t, w.Member.Get(http.StatusOK, "/visits/"+id+"/edit"), "hx-sse:connect")
	sees(t, w.Member.Get(http.StatusOK, "/visits"), "hx-sse:connect")
	w.Member.Get(http.StatusNotFound, "/events?topic="+url.QueryEscape("/visits/"+id))
}

// A text that a program writes on the bus under its row's id grows on the row's page, whenever that was opened; at the end it
// is what was saved.
func TestTextsThatGrow(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	id := w.Owner.Make(1)
	writer, err := w.Bus.Write(t.Context(), uuid.MustParse(id), "Once upon ")
	if err != nil {
		t.Fatal(err)
	}
	open := w.Member.Listen(w.Member.Get(http.StatusOK, "/things/"+id))
	open.Until("#text-"+id, "Once upon ")
	if err := writer.Append("a time <b>"); err != nil {
		t.Fatal(err)
	}
	open.Until(`hx-swap="beforeend"`, "a time &lt;b&gt;")
	w.Exec("update things set name = 'A tale' where id = $1", id)
	w.Announce("updated", id)
	open.Until("A tale", "Once upon a time") // the row is drawn anew, with what there is of the text
	late := w.Owner.Listen(w.Owner.Get(http.StatusOK, "/things/"+id))
	late.Until("Once upon a time")
	w.Exec("update things set remark = 'Once upon a time there was' where id = $1", id)
	writer.Close()
	if line := open.Until("there was"); !strings.Contains(line, "record-"+id) {
		t.Errorf("at the end the row is not read: %s", line)
	}
}

// A text that grows is for those who may read its row, also when nothing tells the page that they no longer may.
func TestTextsThatGrowAreForReaders(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	id := w.Owner.Make(1)
	writer, err := w.Bus.Write(t.Context(), uuid.MustParse(id), "For all")
	if err != nil {
		t.Fatal(err)
	}
	open := w.Member.Listen(w.Member.Get(http.StatusOK, "/things/"+id))
	open.Until("For all")
	w.Exec("delete from things where id = $1", id)
	if err := writer.Append(", and this for nobody"); err != nil {
		t.Fatal(err)
	}
	if line := open.Until("record-" + id); strings.Contains(line, "for nobody") {
		t.Errorf("it went on: %s", line)
	}
}

// A stream is of one row, whose text may grow.
func TestOneRowAStream(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	one, other := url.QueryEscape("/things/"+w.Owner.Make(1)), url.QueryEscape("/things/"+w.Owner.Make(2))
	w.Owner.Get(http.StatusBadRequest, "/events?topic="+one+"&topic="+other)
}

// A column is called as its caption says.
func TestCaptions(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	sees(t, w.Owner.Get(http.StatusOK, "/things/new"), "Whom to call")
	sees(t, w.Owner.Get(http.StatusOK, "/things.csv"), "phone")
}

// An empty list has the icon of its resource in place of the mark.
func TestIcons(t *testing.T) {
	t.Parallel()
	w := shopping(t, resources.Things(), thing)
	sees(t, w.Owner.Get(http.StatusOK, "/things"), `<div class="empty-state"><svg class="icon"`)
	sees(t, w.Owner.Get(http.StatusOK, "/things?tab=trash"), `<div class="empty-state"><svg class="mark-sign"`)
}
