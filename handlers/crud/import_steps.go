package crud

import (
	"context"
	"net/http"

	"github.com/jackc/pgx/v5"
	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/handlers/web"
	"stoa/internal/session"
)

// importCheck takes what the columns are and begins the dry run.
func (t *table) importCheck(c echo.Context) error {
	imp, err := t.theImport(c)
	if err != nil {
		return err
	}
	p, ctx, here := web.Who(c), c.Request().Context(), t.path(importPart, imp.ID.String())
	if imp.State != stateMapping && imp.State != stateChecked {
		return c.Redirect(http.StatusSeeOther, here) // sent twice
	}
	mapping, problems := t.mapping(c, imp.Header)
	if len(problems) > 0 {
		return t.showImport(c, http.StatusUnprocessableEntity, imp, importView{columns: true, mapping: mapping, problems: problems})
	}
	err = t.door(p).InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		if _, err := q.CheckImport(ctx, db.CheckImportParams{TenantID: p.Tenant, ID: imp.ID, Mapping: mapping}); err != nil {
			return err
		}
		return q.ClearImportProblems(ctx, db.ClearImportProblemsParams{TenantID: p.Tenant, ImportID: imp.ID})
	})
	if err != nil {
		return err
	}
	t.wake(ctx, p)
	return c.Redirect(http.StatusSeeOther, here)
}

func (t *table) wake(ctx context.Context, p *session.Principal) {
	if t.Wake != nil {
		t.Wake(ctx, p.Tenant)
	}
}

// importRun begins the import itself; asked for twice it runs once.
func (t *table) importRun(c echo.Context) error {
	imp, err := t.theImport(c)
	if err != nil {
		return err
	}
	p, ctx := web.Who(c), c.Request().Context()
	if _, err := db.New(t.door(p)).StartImport(ctx, db.StartImportParams{TenantID: p.Tenant, ID: imp.ID}); err != nil {
		return err
	}
	t.wake(ctx, p)
	return c.Redirect(http.StatusSeeOther, t.path(importPart, imp.ID.String()))
}

// importCancel stops it after the batch that is being written, and throws the file away.
func (t *table) importCancel(c echo.Context) error {
	imp, err := t.theImport(c)
	if err != nil {
		return err
	}
	p, ctx := web.Who(c), c.Request().Context()
	err = t.door(p).InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		n, err := q.EndImport(ctx, db.EndImportParams{TenantID: p.Tenant, ID: imp.ID, State: stateCancelled})
		if err != nil || n == 0 {
			return err
		}
		return q.DropImportRows(ctx, db.DropImportRowsParams{TenantID: p.Tenant, ImportID: imp.ID, AllRows: true})
	})
	if err != nil {
		return err
	}
	if imp.State == stateImporting {
		return c.Redirect(http.StatusSeeOther, t.path(importPart, imp.ID.String()))
	}
	t.Site.Flash(c, "The file was thrown away.")
	return c.Redirect(http.StatusSeeOther, t.path(importPart))
}
