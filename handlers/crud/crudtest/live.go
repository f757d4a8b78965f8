package crudtest

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func liveList(t *testing.T, w *World) {
	old := w.Owner.Make(1)
	s := w.Reader.Listen(w.Reader.Get(http.StatusOK, w.path()))
	id := w.Owner.Make(2)
	w.Announce("created", id)
	row := `<tr id="row-` + w.Resource.Table + `-` + id + `"`
	if line := s.Until(row); w.Reader == w.Member && strings.Contains(line, "/edit") != w.Resource.Allow.Update.Everybody("member") {
		t.Error("the row shows what another role may do")
	}
	form := fields(w.Owner.Get(http.StatusOK, w.path(id, "edit")).Body)
	w.Owner.Save(http.StatusSeeOther, id, form.Get("revision"), url.Values{w.Resource.Title: {"Live news"}})
	w.Announce("updated", id)
	s.Until(`hx-target="#row-`+w.Resource.Table+`-`+id+`" hx-swap="outerMorph"`, "Live news")
	w.Owner.Post(http.StatusSeeOther, w.path(old, "delete"), url.Values{})
	w.Announce("updated", old) // a row that goes to the trash is an updated row
	s.Until(`hx-target="#row-` + w.Resource.Table + `-` + old + `" hx-swap="delete"`)

	filtered := w.Reader.Listen(w.Reader.Get(http.StatusOK, w.path()+"?"+url.Values{w.Filter[0]: {w.Filter[1]}}.Encode()))
	odd, even := w.Owner.Make(3), w.Owner.Make(4)
	w.Announce("created", odd)
	w.Announce("created", even)
	if line := filtered.Until(even); strings.Contains(line, odd) {
		t.Error("a row that does not match joined the list")
	}
}

func liveRow(t *testing.T, w *World) {
	id := w.Owner.Make(1)
	record := w.Reader.Listen(w.Reader.Get(http.StatusOK, w.path(id)))
	page := w.Editor.Get(http.StatusOK, w.path(id, "edit"))
	form := w.Editor.Listen(page)
	w.Owner.Save(http.StatusSeeOther, id, fields(page.Body).Get("revision"), url.Values{w.Resource.Title: {"Live news"}})
	w.Announce("updated", id)
	if !w.OwnPage {
		record.Until("#record-"+id, "Live news")
	}
	if line := form.Until("#changed"); strings.Contains(line, "Live news") {
		t.Error("the form in which somebody types was touched")
	}
	w.Owner.Post(http.StatusSeeOther, w.path(id, "delete"), url.Values{})
	w.Announce("updated", id)
	if !w.OwnPage {
		record.Until("#record-" + id)
	}
	form.Until("#changed")
}

func liveAgain(t *testing.T, w *World) {
	w.Owner.Make(1)
	page := w.Reader.Get(http.StatusOK, w.path())
	missed := w.Owner.Make(2) // between the page and its stream
	w.Reader.Listen(page).Until("#rows-"+w.Resource.Table, "innerMorph", missed)
	row := w.Reader.Get(http.StatusOK, w.path(missed))
	w.Owner.Save(http.StatusSeeOther, missed, fields(w.Owner.Get(http.StatusOK, w.path(missed, "edit")).Body).Get("revision"),
		url.Values{w.Resource.Title: {"Missed news"}})
	w.Reader.Listen(row).Until("Missed news")

	s := w.Reader.Listen(w.Reader.Get(http.StatusOK, w.path()))
	w.LogOut(w.Reader)
	s.Until("You are logged out")
	s.Until("event: done")
}
