package crud

import (
	"context"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"
	"unicode"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/handlers/crud/sheet"
	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/session"
	views "stoa/views/crud"
)

const (
	// ImportWork is the name of the engine's work: imports of all tables.
	ImportWork = "crud.import"
	// importPart stands in addresses: /widgets/import, /widgets/import/{id}.
	importPart = "import"
	pastShown  = 10
)

// The states of an import.
const (
	stateMapping   = "mapping"   // the person says which column is what
	stateChecking  = "checking"  // the dry run
	stateChecked   = "checked"   // the person sees what would be made
	stateImporting = "importing" // the rows are made
	stateDone      = "done"
	stateCancelled = "cancelled"
	stateFailed    = "failed"
)

func (t *table) importRoutes(g *echo.Group, base string) {
	g.GET(base, t.by((*table).importStart))
	g.POST(base, t.by((*table).upload))
	g.GET(base+"/:id", t.by((*table).importPage))
	g.GET(base+"/:id/problems.csv", t.by((*table).importProblems))
	g.POST(base+"/:id", t.by((*table).importCheck))
	g.POST(base+"/:id/start", t.by((*table).importRun))
	g.POST(base+"/:id/cancel", t.by((*table).importCancel))
	t.uploads[base] = sheet.MaxBytes + 1<<20
}

func (t *table) importStart(c echo.Context) error {
	if _, err := scope(web.Who(c), t.Allow.Create); err != nil {
		return err
	}
	return t.showUpload(c, http.StatusOK, "")
}

// showUpload is the page that takes a file, with the person's earlier ones.
func (t *table) showUpload(c echo.Context, status int, problem string) error {
	p := web.Who(c)
	past, err := db.New(t.door(p)).ListImports(c.Request().Context(), db.ListImportsParams{
		TenantID: p.Tenant, UserID: p.User, Resource: t.Table, Most: pastShown,
	})
	if err != nil {
		return err
	}
	props := views.UploadProps{
		Title: "Import " + t.many(), Crumbs: t.crumbs(nil), Action: t.path(importPart), TenantID: p.Tenant.String(), Cancel: t.path(),
		Error: problem, Fields: t.importFields(), Export: t.path() + ".csv", MostRows: web.Count(sheet.MaxRows), Most: bytesOf(sheet.MaxBytes),
	}
	if !t.Ops.Export {
		props.Export = ""
	}
	for _, i := range past {
		props.Past = append(props.Past, views.PastImport{
			Name: i.Filename, Href: t.path(importPart, i.ID.String()), When: web.Moment(i.CreatedAt, "datetime"), State: stateWords[i.State], Kind: stateKinds[i.State],
			Rows: web.Count(int64(i.Total)),
		})
	}
	if props.Page, err = t.Site.Page(c, props.Title); err != nil {
		return err
	}
	return web.Render(c, status, views.Upload(props))
}

var (
	stateWords = map[string]string{
		stateMapping: "waits for its columns", stateChecking: "being checked", stateChecked: "checked, not imported", stateImporting: "being imported",
		stateDone: "imported", stateCancelled: "cancelled", stateFailed: "stopped",
	}
	stateKinds = map[string]string{
		stateMapping: "off", stateChecking: "busy", stateChecked: "warn", stateImporting: "busy", stateDone: "good", stateCancelled: "off", stateFailed: "bad",
	}
)

// upload stores a file row by row, so that whatever comes next takes as many at a time as it likes.
func (t *table) upload(c echo.Context) error {
	p, ctx := web.Who(c), c.Request().Context()
	if _, err := scope(p, t.Allow.Create); err != nil {
		return err
	}
	header, err := c.FormFile("file")
	if err != nil {
		return t.showUpload(c, http.StatusUnprocessableEntity, "Choose a file.")
	}
	data, err := readFile(header)
	if err != nil {
		return err
	}
	file, err := sheet.Read(data)
	if err != nil {
		problem := []rune(err.Error())
		problem[0] = unicode.ToUpper(problem[0])
		return t.showUpload(c, http.StatusUnprocessableEntity, string(problem)+".")
	}
	id, err := t.storeImport(ctx, p, fileName(header.Filename), file)
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, t.path(importPart, id.String()))
}

func readFile(header *multipart.FileHeader) ([]byte, error) {
	f, err := header.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	data, err := io.ReadAll(io.LimitReader(f, sheet.MaxBytes+1))
	if err == nil && len(data) > sheet.MaxBytes {
		err = errs.New(errs.TooLarge, "The file is larger than %s. Split it.", bytesOf(sheet.MaxBytes))
	}
	return data, err
}

// fileName is what a browser says, fit to be shown.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	if name = short(name, 120); name == "" {
		return "file"
	}
	return name
}

// storeImport writes the rows in batches: until the last one is there the import cannot be seen.
func (t *table) storeImport(ctx context.Context, p *session.Principal, name string, file *sheet.Sheet) (uuid.UUID, error) {
	id, q := uuid.Must(uuid.NewV7()), db.New(t.door(p))
	err := q.InsertImport(ctx, db.InsertImportParams{
		TenantID: p.Tenant, ID: id, UserID: p.User, Resource: t.Table, Filename: name, Encoding: file.Encoding,
		Separator: string(file.Separator), Header: file.Header, Total: int32(len(file.Rows)),
	})
	if err != nil {
		return id, err
	}
	n := int32(0)
	for rows := range slices.Chunk(file.Rows, batch) {
		params := db.InsertImportRowsParams{TenantID: p.Tenant, ImportID: id}
		for _, row := range rows {
			cells, err := json.Marshal(row.Cells)
			if err != nil {
				return id, err
			}
			n++
			params.N, params.Line, params.Cells = append(params.N, n), append(params.Line, int32(row.Line)), append(params.Cells, string(cells))
		}
		if err := q.InsertImportRows(ctx, params); err != nil {
			return id, err
		}
	}
	return id, q.ImportLoaded(ctx, db.ImportLoadedParams{TenantID: p.Tenant, ID: id})
}

// theImport is the import that the address names, if it is the person's own.
func (t *table) theImport(c echo.Context) (imp db.Import, err error) {
	p := web.Who(c)
	if _, err := scope(p, t.Allow.Create); err != nil {
		return imp, err
	}
	id, err := web.ID(c, "id")
	if err != nil {
		return imp, err
	}
	return t.findImport(c.Request().Context(), p, id)
}
