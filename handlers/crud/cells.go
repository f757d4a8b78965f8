package crud

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"stoa/handlers/web"
	"stoa/internal/resource"
	"stoa/internal/session"
	views "stoa/views/crud"
)

const cellLength = 120 // characters of a text in a list

// rows prepares rows for a list.
func (t *table) rows(p *session.Principal, rows []resource.Row, trash bool) []views.Row {
	columns := t.columns(state{})
	out := make([]views.Row, len(rows))
	for i, r := range rows {
		out[i] = t.row(p, r, columns, trash)
	}
	return out
}

// row prepares one row as the person may see and change it.
func (t *table) row(p *session.Principal, r resource.Row, columns []views.Column, trash bool) views.Row {
	id := r.ID.String()
	row := views.Row{
		DOM: t.rowID(id), ID: id, Title: short(t.TitleOf(r), cellLength), TenantID: p.Tenant.String(), Columns: columns, Note: r.Note,
		Pick: t.picks(p), Cards: t.List.Cards, Cells: make([]views.Cell, len(t.List.Columns)),
	}
	for i, name := range t.List.Columns {
		f, _ := t.Field(name)
		row.Cells[i] = t.cell(f, r, true)
	}
	if t.Ops.Get && len(row.Cells) > 0 {
		row.Cells[0].Href = t.path(id)
		if row.Cells[0].Text == "" {
			row.Cells[0].Text = row.Title
		}
	}
	if trash && t.Ops.Delete && may(p, t.Allow.Delete, r) {
		row.Restore, row.Purge = t.path(id, "restore"), t.path(id, "delete")
	}
	if !trash && t.Ops.Update && may(p, t.Allow.Update, r) {
		row.Edit = t.path(id, "edit")
	}
	row.Acts = t.acts(p, r)
	if t.o.Slots.RowMenu != nil {
		row.Menu = t.o.Slots.RowMenu(p, r.Record)
	}
	return row
}

func (t *table) rowID(id string) string { return "row-" + t.Table + "-" + id }

// cell prepares one value: brief in a list, whole on the row's own page.
func (t *table) cell(f resource.Field, r resource.Row, brief bool) views.Cell {
	if draw := t.o.Slots.Cells[f.Name]; draw != nil && r.Record != nil {
		return draw(r.Record, brief)
	}
	value := r.Values[f.Name]
	if f.Kind == resource.Secret {
		if set, _ := value.(bool); set {
			return views.Cell{Text: "set"}
		}
		return views.Cell{Text: "not set"}
	}
	if value == nil {
		return views.Cell{}
	}
	switch v := value.(type) {
	case bool:
		if v {
			return views.Cell{Kind: views.State, Text: "yes", State: "good"}
		}
		return views.Cell{Kind: views.State, Text: "no", State: "off"}
	case time.Time:
		return timeCell(f, v)
	case int64:
		return views.Cell{Kind: views.Number, Text: number(f.Format, v)}
	case []string:
		return tagsCell(v, brief)
	case json.RawMessage:
		if brief {
			return views.Cell{Text: short(string(v), 40)}
		}
		return views.Cell{Kind: views.Code, Text: resource.Encode(f, v)}
	}
	return t.textCell(f, r, brief)
}

func (t *table) textCell(f resource.Field, r resource.Row, brief bool) views.Cell {
	text := resource.Encode(f, r.Values[f.Name])
	switch f.Kind {
	case resource.Decimal:
		return views.Cell{Kind: views.Number, Text: decimal(f.Format, text)}
	case resource.Enum:
		return views.Cell{Kind: views.State, Text: resource.OptionLabel(f, text), State: "busy"}
	case resource.Color:
		return views.Cell{Kind: views.Color, Text: text}
	case resource.Relation:
		return t.relationCell(f, r, text)
	}
	if brief {
		return views.Cell{Text: short(text, cellLength)}
	}
	return views.Cell{Text: text}
}

// relationCell links to the row pointed to, when its table has pages.
func (t *table) relationCell(f resource.Field, r resource.Row, id string) views.Cell {
	cell := views.Cell{Text: r.Labels[f.Name]}
	if cell.Text == "" {
		cell.Text = id[:8]
	}
	if target, ok := t.byTable[f.Target]; ok && target.Ops.Get && r.Labels[f.Name] != "" {
		cell.Href = target.path(id)
	}
	return cell
}

func timeCell(f resource.Field, at time.Time) views.Cell {
	form := "datetime"
	if f.Kind == resource.Date {
		return views.Cell{Text: at.Format("2 Jan 2006")}
	}
	return views.Cell{Kind: views.Moment, Time: web.Moment(at, form)}
}

func tagsCell(tags []string, brief bool) views.Cell {
	if len(tags) == 0 {
		return views.Cell{}
	}
	if !brief {
		return views.Cell{Kind: views.Code, Text: resource.Encode(resource.Field{Kind: resource.Tags}, tags)}
	}
	cell := views.Cell{Text: short(tags[0], 40)}
	if len(tags) > 1 {
		cell.Note = fmt.Sprintf("and %d more", len(tags)-1)
	}
	return cell
}

// decimal writes a number with a fraction in the unit of its format: whole dollars, not the billionths of an integer.
func decimal(format, text string) string {
	switch format {
	case "usd":
		return "$" + text
	case "percent":
		return text + " %"
	}
	return text
}

// number writes an integer in the unit of its format.
func number(format string, n int64) string {
	switch format {
	case "usd":
		return web.USD(n)
	case "percent":
		return strconv.FormatInt(n, 10) + " %"
	case "bytes":
		return bytesOf(n)
	}
	return web.Count(n)
}

func bytesOf(n int64) string {
	const unit = 1024
	if n < unit {
		return strconv.FormatInt(n, 10) + " B"
	}
	size, names := float64(n)/unit, "KMGTPE"
	for size >= unit && len(names) > 1 {
		size, names = size/unit, names[1:]
	}
	return fmt.Sprintf("%.1f %ciB", size, names[0])
}
