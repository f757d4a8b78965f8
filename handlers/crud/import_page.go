package crud

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/session"
	views "stoa/views/crud"
)

const problemsShown = 25 // rows on a page

func (t *table) findImport(ctx context.Context, p *session.Principal, id uuid.UUID) (db.Import, error) {
	imp, err := db.New(t.door(p)).GetImport(ctx, db.GetImportParams{TenantID: p.Tenant, ID: id, UserID: p.User, Resource: t.Table})
	if errors.Is(err, pgx.ErrNoRows) || err == nil && imp.State == "loading" {
		return imp, errNotFound
	}
	return imp, err
}

func (t *table) importPage(c echo.Context) error {
	imp, err := t.theImport(c)
	if err != nil {
		return err
	}
	after, err := strconv.Atoi("0" + c.QueryParam("after"))
	if err != nil {
		return errState
	}
	return t.showImport(c, http.StatusOK, imp, importView{columns: c.QueryParam("columns") != "", after: int32(after)})
}

// importView is how an import's page is asked for.
type importView struct {
	columns  bool // the form for the columns again, though they were checked
	mapping  []string
	problems errs.Fields
	after    int32 // the row behind which the page of problems begins
}

func (t *table) showImport(c echo.Context, status int, imp db.Import, v importView) error {
	region, err := t.importRegion(c.Request().Context(), web.Who(c), imp, v)
	if err != nil {
		return err
	}
	props := views.ImportProps{Title: "Import of " + imp.Filename, Crumbs: append(t.crumbs(nil), views.Link{Text: "Import", Href: t.path(importPart)}), Region: region}
	if imp.State == stateChecking || imp.State == stateImporting {
		props.Live = stream(t.path(importPart, imp.ID.String()), progressOf(imp), nil)
	}
	if props.Page, err = t.Site.Page(c, props.Title); err != nil {
		return err
	}
	return web.Render(c, status, views.Import(props))
}

func progressOf(imp db.Import) string { return fmt.Sprint(imp.State, imp.Position, imp.Message != nil) }

func (t *table) quantityOfRows(n int32) string {
	if n == 1 {
		return "1 row"
	}
	return web.Count(int64(n)) + " rows"
}

// importRegion is the part of the page that follows the import.
func (t *table) importRegion(ctx context.Context, p *session.Principal, imp db.Import, v importView) (views.ImportRegion, error) {
	here := t.path(importPart, imp.ID.String())
	r := views.ImportRegion{
		State: imp.State, Here: here, TenantID: p.Tenant.String(), List: views.Link{Text: "Go to all " + t.many(), Href: t.path()}, Again: t.path(importPart),
		File: fmt.Sprintf("%s, %s, %s", t.quantityOfRows(imp.Total), imp.Encoding, separatorWords[imp.Separator]),
		Done: int(imp.Position), Total: int(imp.Total),
	}
	if imp.Message != nil {
		r.Message = *imp.Message
	}
	q := db.New(t.door(p))
	if imp.State == stateMapping || imp.State == stateChecked && v.columns {
		r.State = stateMapping
		var err error
		r.Map, err = t.mapForm(ctx, q, imp, v.mapping, v.problems)
		return r, err
	}
	t.importWords(&r, imp)
	if imp.State != stateChecked && imp.State != stateDone {
		return r, nil
	}
	return r, t.problemPage(ctx, q, imp, v.after, &r)
}

var separatorWords = map[string]string{",": "separated by commas", ";": "separated by semicolons", "\t": "separated by tabs", "|": "separated by bars"}

// importWords say what is true of the import and what can be done.
func (t *table) importWords(r *views.ImportRegion, imp db.Import) {
	good, bad := t.quantityOfRows(imp.Good), t.quantityOfRows(imp.Bad)
	is := func(n int32) string { return map[bool]string{true: " is", false: " are"}[n == 1] }
	was := func(n int32) string { return map[bool]string{true: " was", false: " were"}[n == 1] }
	switch imp.State {
	case stateChecking:
		r.Text = fmt.Sprintf("%s of %s checked; nothing is written yet.", web.Count(int64(imp.Position)), t.quantityOfRows(imp.Total))
	case stateImporting:
		r.Text = fmt.Sprintf("%s imported so far.", good)
	case stateChecked:
		r.Text = fmt.Sprintf("All %s are good. Nothing is written yet.", good)
		if imp.Bad > 0 {
			r.Text = fmt.Sprintf("%s%s good, %s%s not. Nothing is written yet.", good, is(imp.Good), bad, is(imp.Bad))
		}
		if imp.Good > 0 {
			r.Start = "Import " + good
		}
	case stateDone:
		r.Text = fmt.Sprintf("%s%s imported.", good, was(imp.Good))
		if imp.Bad > 0 {
			r.Text = fmt.Sprintf("%s%s imported, %s%s not.", good, was(imp.Good), bad, was(imp.Bad))
		}
	case stateCancelled, stateFailed:
		r.Text = "Nothing was imported."
		if imp.Good > 0 {
			r.Text = fmt.Sprintf("%s had been imported before.", good)
		}
	}
	r.Bad = imp.Bad > 0
}

// importAddress leads from the list to the import, for those who may.
func (t *table) importAddress(p *session.Principal) views.Link {
	if !t.Ops.Import || !t.Allow.Create.Somebody(p.Role) {
		return views.Link{}
	}
	return views.Link{Text: "Import", Href: t.path(importPart)}
}
