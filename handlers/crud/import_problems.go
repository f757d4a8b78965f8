package crud

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/handlers/crud/sheet"
	"stoa/handlers/web"
	"stoa/internal/resource"
	views "stoa/views/crud"
)

// problemPage lists rows with what is wrong, each problem beside its column.
func (t *table) problemPage(ctx context.Context, q *db.Queries, imp db.Import, after int32, r *views.ImportRegion) error {
	rows, err := q.BadImportRows(ctx, db.BadImportRowsParams{TenantID: imp.TenantID, ImportID: imp.ID, Position: after, Most: problemsShown + 1})
	if err != nil {
		return err
	}
	if len(rows) > problemsShown {
		rows = rows[:problemsShown]
		r.Next = r.Here + "?after=" + strconv.Itoa(int(rows[problemsShown-1].N))
	}
	if after > 0 {
		r.First = r.Here
	}
	if len(rows) > 0 {
		r.Download = r.Here + "/problems.csv"
	}
	for _, row := range rows {
		list := cellsOf(row.Cells)
		for _, p := range t.orderedProblems(imp, row.Problems) {
			problem := views.Problem{Line: strconv.Itoa(int(row.Line)), Column: "whole row", Text: p.text}
			if p.column >= 0 && p.column < len(list) {
				problem.Column, problem.Value = imp.Header[p.column], short(list[p.column], 80)
			} else if f, ok := t.Field(p.field); ok {
				problem.Column = f.Label
			}
			r.Problems = append(r.Problems, problem)
		}
	}
	return nil
}

type columnProblem struct {
	field, text string
	column      int // -1 for none
}

func (t *table) orderedProblems(imp db.Import, raw json.RawMessage) (list []columnProblem) {
	var by map[string]string
	_ = json.Unmarshal(raw, &by) // we wrote it
	for _, f := range append([]resource.Field{{}}, t.Fields...) {
		if text, ok := by[f.Name]; ok {
			column := -1
			if f.Name != "" {
				column = slices.Index(imp.Mapping, f.Name)
			}
			list = append(list, columnProblem{field: f.Name, text: text, column: column})
		}
	}
	return list
}

// importProblems is a file of the rows that are not good, as they came, with what is wrong behind
// them: mended, it can be imported in turn.
func (t *table) importProblems(c echo.Context) error {
	imp, err := t.theImport(c)
	if err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set(echo.HeaderContentType, "text/csv; charset=utf-8")
	h.Set(echo.HeaderContentDisposition, `attachment; filename="problems.csv"`)
	w, q, ctx := csv.NewWriter(c.Response()), db.New(t.door(web.Who(c))), c.Request().Context()
	for position, first := int32(0), true; ; first = false {
		rows, err := q.BadImportRows(ctx, db.BadImportRowsParams{TenantID: imp.TenantID, ImportID: imp.ID, Position: position, Most: batch})
		if err != nil && first {
			return err
		}
		if err != nil {
			return cut(c, err)
		}
		if first {
			_, _ = c.Response().Write([]byte("\ufeff"))
			_ = w.Write(append(harmless(imp.Header), "problem")) // Flush reports
		}
		for _, row := range rows {
			_ = w.Write(t.problemRecord(imp, row))
			position = row.N
		}
		if w.Flush(); w.Error() != nil || len(rows) < batch {
			return w.Error()
		}
	}
}

// harmless is the header as it came, without what a spreadsheet would run.
func harmless(header []string) []string {
	names := make([]string, len(header))
	for i, name := range header {
		names[i] = sheet.Harmless(name)
	}
	return names
}

func (t *table) problemRecord(imp db.Import, row db.BadImportRowsRow) []string {
	record := make([]string, len(imp.Header)+1)
	for i, cell := range cellsOf(row.Cells) {
		if i < len(imp.Header) {
			record[i] = sheet.Harmless(sheet.Plain(cell))
		}
	}
	record[len(imp.Header)] = strings.Join(resource.Map(t.orderedProblems(imp, row.Problems), func(p columnProblem) string {
		if f, ok := t.Field(p.field); ok {
			return f.Label + ": " + p.text
		}
		return p.text
	}), " ")
	return record
}
