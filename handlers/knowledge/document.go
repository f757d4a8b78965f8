package knowledge

import (
	"context"
	"mime"
	"net/http"
	"strconv"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/services/knowledge"
	views "stoa/views/knowledge"
)

func (h *Handlers) document(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	return h.showDocument(c, http.StatusOK, id, "", nil)
}

func (h *Handlers) showDocument(c echo.Context, status int, id uuid.UUID, title string, problems map[string]string) error {
	ctx, p := c.Request().Context(), person(c)
	d, err := h.knowledge.Document(ctx, p, id)
	if err != nil {
		return err
	}
	props := views.DocumentProps{
		TenantID: p.Tenant.String(), Path: path(id), Title: d.Title, Error: d.Newest.Error, Mine: d.Mine, RenameTo: d.Title, Errors: problems,
	}
	if title != "" {
		props.RenameTo = title
	}
	props.State, props.StateKind = state(d.Newest)
	props.Actions = actions(p, d)
	if err := h.text(c, p, d, &props); err != nil {
		return err
	}
	if props.Page, err = h.site.Page(c, d.Title); err != nil {
		return err
	}
	return web.Render(c, status, views.Document(props))
}

// text fills in the text of the version that the address names, else of the one that is found.
func (h *Handlers) text(c echo.Context, p knowledge.Person, d knowledge.Document, props *views.DocumentProps) error {
	ctx := c.Request().Context()
	versions, err := h.knowledge.Versions(ctx, p, d.ID)
	if err != nil {
		return err
	}
	shown := d.Newest.ID
	if d.Live != nil {
		shown = *d.Live
	}
	if named, err := optionalID(c.QueryParam("version")); err != nil {
		return err
	} else if named != nil {
		shown = *named
	}
	from, to := offset(c.QueryParam("from")), offset(c.QueryParam("to"))
	at := from
	if text := c.QueryParam("at"); text != "" {
		at = offset(text) + textWindow/2
	}
	t, err := h.knowledge.Text(ctx, p, d.ID, shown, at, textWindow)
	if err != nil {
		return err
	}
	props.Old = d.Live != nil && shown != *d.Live && t.Version.Number < d.Newest.Number
	props.Text = paged(stretchesOf(t, from, to), t)
	props.Facts = facts(d, t)
	props.Download = path(d.ID) + "/file?version=" + shown.String()
	here := path(d.ID) + "?version=" + shown.String()
	if t.From > 0 {
		props.Earlier = here + "&at=" + strconv.Itoa(max(0, t.From-textWindow*3/4))
	}
	if end := t.From + len(t.Body); end < t.Length {
		props.Later = here + "&at=" + strconv.Itoa(max(0, end-textWindow/4))
	}
	for _, x := range t.Headings {
		if x.Path != "" {
			props.Outline = append(props.Outline, heading(d, shown, x))
		}
	}
	if props.Contents = "Headings"; len(props.Outline) < 2 {
		props.Contents, props.Outline = "Pages", pageLinks(here, t.Pages)
	}
	for _, v := range versions {
		word, _ := state(v)
		props.Versions = append(props.Versions, views.Link{Href: path(d.ID) + "?version=" + v.ID.String(), Label: "Version " + strconv.Itoa(v.Number), Note: v.FileName + " · " + word, Current: v.ID == shown})
	}
	return nil
}

func heading(d knowledge.Document, version uuid.UUID, x knowledge.Heading) views.Link {
	l := views.Link{Href: markPath(d.ID, version, x.From, x.To), Label: x.Path}
	if x.Page > 0 {
		l.Note = "page " + strconv.Itoa(x.Page)
	}
	return l
}

// stretchesOf cuts a text at the range that is marked, as far as it lies in the text.
func stretchesOf(t knowledge.Text, from, to int) []views.Stretch {
	from, to = max(0, from-t.From), min(len(t.Body), to-t.From)
	if from >= to || !boundary(t.Body, from) || !boundary(t.Body, to) {
		return []views.Stretch{{Text: t.Body}}
	}
	return []views.Stretch{{Text: t.Body[:from]}, {Text: t.Body[from:to], Marked: true}, {Text: t.Body[to:]}}
}

// paged says where pages begin; one that begins inside of the mark is told before it.
func paged(list []views.Stretch, t knowledge.Text) []views.Stretch {
	var out []views.Stretch
	at, pages := t.From, t.Pages
	for len(pages) > 0 && pages[0].From < at {
		pages = pages[1:]
	}
	for _, s := range list {
		for len(pages) > 0 && pages[0].From < at+len(s.Text) {
			if cut := pages[0].From - at; cut > 0 && !s.Marked {
				out = append(out, views.Stretch{Text: s.Text[:cut]})
				s.Text, at = s.Text[cut:], at+cut
			}
			out = append(out, views.Stretch{Page: pages[0].Page})
			pages = pages[1:]
		}
		out = append(out, s)
		at += len(s.Text)
	}
	return out
}

func pageLinks(here string, pages []knowledge.PageStart) []views.Link {
	var list []views.Link
	for _, p := range pages {
		n := strconv.Itoa(p.Page)
		list = append(list, views.Link{Href: here + "&at=" + strconv.Itoa(max(0, p.From-2)) + "#page-" + n, Label: "Page " + n}) // from the end of the page before on
	}
	return list
}

// boundary tells whether a character begins or ends at a byte.
func boundary(s string, at int) bool { return at == len(s) || s[at]&0xC0 != 0x80 }

func facts(d knowledge.Document, t knowledge.Text) []views.Fact {
	list := []views.Fact{{Name: "File", Value: t.Version.FileName}, {Name: "Size", Value: bytes(t.Version.Size)}}
	if d.Author != "" {
		list = append(list, views.Fact{Name: "Added by", Value: d.Author})
	}
	if t.Version.Pages > 0 {
		list = append(list, views.Fact{Name: "Pages", Value: strconv.Itoa(t.Version.Pages)})
	}
	return list
}

// offset reads a place in a text; what is none is its beginning.
func offset(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > knowledge.MaxText {
		return 0
	}
	return n
}

// file sends the file as it was uploaded: never shown by the browser, whatever is in it.
func (h *Handlers) file(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	version, err := optionalID(c.QueryParam("version"))
	if err != nil {
		return err
	}
	f, err := h.knowledge.File(c.Request().Context(), person(c), id, version)
	if err != nil {
		return err
	}
	defer f.Close()
	header := c.Response().Header()
	header.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	header.Set("Content-Security-Policy", "sandbox; default-src 'none'")
	header.Set("Content-Length", strconv.FormatInt(f.Size, 10))
	return c.Stream(http.StatusOK, "application/octet-stream", f)
}

func (h *Handlers) rename(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	title := c.FormValue("title")
	err = h.knowledge.Rename(c.Request().Context(), person(c), id, title)
	if fields := errs.FieldsOf(err); len(fields) > 0 {
		return h.showDocument(c, http.StatusUnprocessableEntity, id, title, fields)
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, path(id))
}

func (h *Handlers) remove(c echo.Context) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	if err := h.knowledge.Delete(c.Request().Context(), person(c), id); err != nil {
		return err
	}
	h.site.Flash(c, "The document is gone, and everything that was found by it.")
	return c.Redirect(http.StatusSeeOther, "/knowledge")
}

func (h *Handlers) cancel(c echo.Context) error { return h.queue(c, h.knowledge.Cancel) }
func (h *Handlers) retry(c echo.Context) error  { return h.queue(c, h.knowledge.Retry) }

// queue does something with a version that is on its way, or has not arrived; the list shows what became of it.
func (h *Handlers) queue(c echo.Context, do func(ctx context.Context, p knowledge.Person, document, version uuid.UUID) error) error {
	id, err := web.ID(c, "id")
	if err != nil {
		return err
	}
	version, err := uuid.Parse(c.FormValue("version"))
	if err != nil {
		return errs.Wrap(errs.NotFound, err, "There is no such version.")
	}
	if err := do(c.Request().Context(), person(c), id, version); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/knowledge")
}
