package crud

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/plugin"
	"stoa/internal/resource"
	views "stoa/views/crud"
	"stoa/views/ui"
)

// mostBars bounds a chart; what comes after is the last bar.
const mostBars = 31

// heap is the rows of one bar.
type heap struct {
	label string
	day   time.Time
	n     int64
}

// chart draws rows by a column. A column that the person may not read draws nothing.
func (e *Engine) chart(c echo.Context, args plugin.Args) (plugin.Part, error) {
	p := web.Who(c)
	t := e.bound(p, args["rows"].Binding)
	if t == nil {
		return nothing, nil
	}
	by, ok := t.Field(args["by"].Text)
	sum, summed := t.Field(args["sum"].Text)
	if !ok || !by.Shown() || args["sum"].Text != "" && (!summed || !sum.Shown()) {
		return nothing, nil
	}
	_, rows, err := t.bind(c.Request().Context(), p, args["rows"].Binding)
	if err != nil {
		return plugin.Part{}, err
	}
	title := titled(args, t.Plural)
	rows = adding(sum, rows)
	return plugin.Part{Title: title, Body: views.ChartPart(chartProps(title, t.many(), by.Label, t.heaps(by, sum, rows), sum, len(rows)))}, nil
}

// adding leaves out the rows that have nothing to add, or nothing that the person may read: a bar of 0 would say that it is 0.
func adding(sum resource.Field, rows []resource.Row) []resource.Row {
	return slices.DeleteFunc(rows, func(r resource.Row) bool { return sum.Name != "" && r.Values[sum.Name] == nil })
}

// heaps adds the rows up by day, in order and without gaps, or by value, the highest first.
func (t *table) heaps(by, sum resource.Field, rows []resource.Row) []heap {
	found := map[string]*heap{}
	var all []*heap
	for _, row := range rows {
		h := heap{label: t.cell(by, row, true).Text}
		if at, ok := row.Values[by.Name].(time.Time); ok {
			h.day = at.UTC().Truncate(24 * time.Hour)
			h.label = h.day.Format("2 Jan")
		}
		if h.label == "" {
			h.label = "none"
		}
		key := h.day.String() + h.label
		if found[key] == nil {
			found[key] = &h
			all = append(all, &h)
		}
		if sum.Name == "" {
			found[key].n++
		} else if n, ok := row.Values[sum.Name].(int64); ok {
			found[key].n += n
		}
	}
	slices.SortStableFunc(all, func(a, b *heap) int {
		return cmp.Or(a.day.Compare(b.day), cmp.Compare(b.n, a.n), cmp.Compare(a.label, b.label))
	})
	out := make([]heap, 0, len(all))
	for i, h := range all {
		if i > 0 && !h.day.IsZero() { // a day without rows is a bar of nothing; those before the newest days are not shown anyway
			next := out[len(out)-1].day.AddDate(0, 0, 1)
			if oldest := h.day.AddDate(0, 0, -mostBars); next.Before(oldest) {
				next = oldest
			}
			for ; next.Before(h.day); next = next.AddDate(0, 0, 1) {
				out = append(out, heap{label: next.Format("2 Jan"), day: next})
			}
		}
		out = append(out, *h)
	}
	return bounded(out)
}

// bounded keeps the newest days, or the highest values and the rest of them together.
func bounded(all []heap) []heap {
	if len(all) <= mostBars {
		return all
	}
	if !all[len(all)-1].day.IsZero() {
		return all[len(all)-mostBars:]
	}
	rest := heap{label: "others"}
	for _, h := range all[mostBars-1:] {
		rest.n += h.n
	}
	return append(all[:mostBars-1:mostBars-1], rest)
}

func chartProps(title, many, by string, heaps []heap, sum resource.Field, rows int) views.ChartPartProps {
	props := views.ChartPartProps{Chart: ui.ChartProps{Title: title, Table: "The figures as a table"}, First: by, Second: "Number"}
	if sum.Name != "" {
		props.Second = sum.Label
	}
	var most int64
	for _, h := range heaps {
		most = max(most, h.n)
		props.Chart.Bars = append(props.Chart.Bars, ui.Bar{Label: h.label, Text: number(sum.Format, h.n), Value: float64(h.n)})
	}
	props.Chart.Top = number(sum.Format, most)
	props.Chart.Summary = fmt.Sprintf("%d %s in %d bars, at most %s in one.", rows, many, len(heaps), props.Chart.Top)
	return props
}
