package knowledge

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/services/knowledge"
	views "stoa/views/knowledge"
	"stoa/views/ui"
)

func (h *Handlers) list(c *web.Call[ListInput, ListOutput]) error {
	return h.showList(c, http.StatusOK, views.UploadProps{})
}

func (h *Handlers) showList(c echo.Context, status int, form views.UploadProps) error {
	ctx, p := c.Request().Context(), person(c)
	collections, err := h.knowledge.Collections(ctx, p)
	if err != nil {
		return err
	}
	only, err := optionalID(c.QueryParam("collection"))
	if err != nil {
		return err
	}
	after, err := parseCursor(c.QueryParam("before"))
	if err != nil {
		return err
	}
	documents, more, err := h.knowledge.Documents(ctx, p, only, after, documentPage)
	if err != nil {
		return err
	}
	props := views.ListProps{Upload: uploadProps(form, p, collections)}
	names := map[uuid.UUID]string{}
	for _, x := range collections {
		names[x.ID] = x.Name
	}
	if only != nil {
		props.Only = names[*only]
	}
	for _, d := range documents {
		props.Rows = append(props.Rows, rowProps(p, d, names))
	}
	if props.Working, err = h.knowledge.Working(ctx, p, only); err != nil {
		return err
	}
	if props.Working > 0 {
		props.Region = c.Request().URL.RequestURI()
	}
	if err := h.filling(ctx, p, c, &props); err != nil {
		return err
	}
	if more {
		last := documents[len(documents)-1]
		props.Pager.Older = address(c, "before", formatCursor(last.UpdatedAt, last.ID))
	}
	if after != nil {
		props.Pager.Newer = address(c, "before", "")
	}
	if web.Partial(c) && c.Request().Method == http.MethodGet {
		return web.Render(c, status, views.Rows(props))
	}
	if props.Page, err = h.site.Page(c, "Knowledge"); err != nil {
		return err
	}
	return web.Render(c, status, views.List(props))
}

// filling shows how far the search by meaning is prepared, and keeps the page looking until it is; then what it cannot find.
func (h *Handlers) filling(ctx context.Context, p knowledge.Person, c echo.Context, props *views.ListProps) error {
	f, err := h.knowledge.Filling(ctx, p)
	if err != nil || f == nil {
		return err
	}
	props.Filling = &views.FillingProps{
		Model: f.Model, Instead: f.Instead, Done: web.Count(f.Vectors), Total: web.Count(f.Passages), Percent: int(100 * f.Vectors / f.Passages),
		Complete: f.Complete, Problem: f.Problem,
	}
	if f.Refused > 0 {
		props.Filling.Refused = web.Count(f.Refused)
	}
	if !f.Complete {
		props.Region = c.Request().URL.RequestURI()
	}
	return nil
}

func uploadProps(form views.UploadProps, p knowledge.Person, collections []knowledge.Collection) views.UploadProps {
	form.TenantID = p.Tenant.String()
	form.Collections = []ui.Option{{Label: "None: everyone reads it"}}
	for _, x := range collections {
		form.Collections = append(form.Collections, ui.Option{Value: x.ID.String(), Label: x.Name})
	}
	return form
}

func rowProps(p knowledge.Person, d knowledge.Document, names map[uuid.UUID]string) views.Row {
	r := views.Row{
		Href: path(d.ID), Title: d.Title, Author: d.Author, File: d.Newest.FileName, Size: bytes(d.Newest.Size),
		Error: d.Newest.Error, Updated: web.Moment(d.UpdatedAt, "datetime"),
	}
	if d.Collection != nil {
		r.Collection = names[*d.Collection]
	}
	if d.Newest.Number > 1 {
		r.Version = "version " + strconv.Itoa(d.Newest.Number)
	}
	r.State, r.StateKind = state(d.Newest)
	r.Actions = actions(p, d)
	return r
}

// actions are what the person can do about a version that is on its way, or has not arrived.
func actions(p knowledge.Person, d knowledge.Document) []views.Action {
	a := views.Action{Tenant: p.Tenant.String(), Version: d.Newest.ID.String()}
	switch {
	case !d.Mine:
		return nil
	case d.Newest.Working():
		a.Label, a.Path = "Cancel", path(d.ID)+"/cancel"
	case d.Newest.Status == db.VersionStatusFailed || d.Newest.Status == db.VersionStatusCancelled:
		a.Label, a.Path = "Try again", path(d.ID)+"/retry"
	default:
		return nil
	}
	return []views.Action{a}
}

// state is a version's state as a word and the word's kind.
func state(v knowledge.Version) (word, kind string) {
	switch v.Status {
	case db.VersionStatusReady:
		return "ready", "good"
	case db.VersionStatusFailed:
		return "not readable", "bad"
	case db.VersionStatusCancelled:
		return "cancelled", "off"
	case db.VersionStatusQueued:
		return "waiting", "busy"
	case db.VersionStatusReading:
		return "reading", "busy"
	}
	switch {
	case v.Total == 0:
		return "indexing", "busy"
	case v.Pages > 1:
		return fmt.Sprintf("indexing page %d of %d", max(1, v.Page), v.Pages), "busy"
	}
	return "indexing " + strconv.Itoa(100*v.Done/v.Total) + " %", "busy"
}

// bytes writes a size: 12 KB.
func bytes(n int64) string {
	switch {
	case n >= 10<<20:
		return strconv.FormatInt((n+1<<19)>>20, 10) + " MB"
	case n >= 1<<20:
		return strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64) + " MB"
	case n >= 1<<10:
		return strconv.FormatInt((n+512)>>10, 10) + " KB"
	}
	return strconv.FormatInt(n, 10) + " bytes"
}

// address is the page's own with another value of a parameter.
func address(c echo.Context, name, value string) string {
	u := *c.Request().URL
	q := u.Query()
	q.Set(name, value)
	if value == "" {
		q.Del(name)
	}
	u.RawQuery = q.Encode()
	return u.RequestURI()
}

func optionalID(s string) (*uuid.UUID, error) {
	if s == "" {
		return nil, nil
	}
	id, err := uuid.Parse(s)
	if err != nil {
		return nil, errs.Wrap(errs.NotFound, err, "There is no such page.")
	}
	return &id, nil
}

// A cursor travels as the microseconds of the last row's time and its id.
func formatCursor(at time.Time, id uuid.UUID) string {
	return strconv.FormatInt(at.UnixMicro(), 10) + "." + id.String()
}

func parseCursor(s string) (*knowledge.Cursor, error) {
	if s == "" {
		return nil, nil
	}
	micro, rest, _ := strings.Cut(s, ".")
	at, err := strconv.ParseInt(micro, 10, 64)
	id, iderr := uuid.Parse(rest)
	if err != nil || iderr != nil {
		return nil, errs.New(errs.BadRequest, "This page of the list does not exist.")
	}
	return &knowledge.Cursor{At: time.UnixMicro(at), ID: id}, nil
}

func query(values ...string) string {
	q := url.Values{}
	for i := 0; i < len(values); i += 2 {
		q.Set(values[i], values[i+1])
	}
	return "?" + q.Encode()
}
