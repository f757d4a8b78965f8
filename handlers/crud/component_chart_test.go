package crud

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"stoa/internal/resource"
)

func shown(heaps []heap) string {
	parts := make([]string, len(heaps))
	for i, h := range heaps {
		parts[i] = fmt.Sprintf("%s %d", h.label, h.n)
	}
	return strings.Join(parts, ", ")
}

// Days come in their order, without gaps; values by their size, those beyond the bound together.
func TestHeaps(t *testing.T) {
	t.Parallel()
	tab := &table{}
	at, status, amount := resource.Field{Name: "at", Kind: resource.Time}, resource.Field{Name: "status", Kind: resource.Text}, resource.Field{Name: "amount", Kind: resource.Integer}
	row := func(day int, status string, amount int64) resource.Row {
		return resource.Row{Values: resource.Values{"at": time.Date(2026, 1, day, 23, 59, 0, 0, time.UTC), "status": status, "amount": amount}}
	}
	rows := []resource.Row{row(5, "open", 3), row(2, "done", 4), row(2, "open", 1), row(3, "", 0)}
	for want, got := range map[string][]heap{
		"2 Jan 2, 3 Jan 1, 4 Jan 0, 5 Jan 1": tab.heaps(at, resource.Field{}, rows),
		"2 Jan 5, 3 Jan 0, 4 Jan 0, 5 Jan 3": tab.heaps(at, amount, rows),
		"open 2, done 1, none 1":             tab.heaps(status, resource.Field{}, rows),
		"done 4, open 4, none 0":             tab.heaps(status, amount, rows),
		"":                                   tab.heaps(at, amount, nil),
	} {
		if shown(got) != want {
			t.Errorf("heaps %q, want %q", shown(got), want)
		}
	}
	var many []resource.Row
	for i := range 40 {
		many = append(many, row(1, fmt.Sprintf("value %02d", i), 1))
	}
	got := tab.heaps(status, resource.Field{}, many)
	if len(got) != mostBars || got[mostBars-1] != (heap{label: "others", n: 10}) {
		t.Errorf("%d bars, the last %+v", len(got), got[len(got)-1])
	}
	years := []resource.Row{row(1, "", 0), {Values: resource.Values{"at": time.Date(1926, 1, 1, 0, 0, 0, 0, time.UTC)}}}
	got = tab.heaps(at, resource.Field{}, years)
	if len(got) != mostBars || got[0].label != "2 Dec" || got[mostBars-1].label != "1 Jan" || got[0].n != 0 {
		t.Errorf("a hundred years are %s", shown(got))
	}
}

// What a chart says in words is about the rows that it draws: those without a value are no part of it.
func TestSummaryOfAChart(t *testing.T) {
	t.Parallel()
	tab := &table{}
	status, amount := resource.Field{Name: "status", Kind: resource.Text}, resource.Field{Name: "amount", Kind: resource.Integer}
	row := func(amount any) resource.Row {
		return resource.Row{Values: resource.Values{"status": "open", "amount": amount}}
	}
	for sum, want := range map[string]string{"amount": "2 orders in 1 bars, at most 7 in one.", "": "3 orders in 1 bars, at most 3 in one."} {
		field := amount
		if sum == "" {
			field = resource.Field{}
		}
		rows := adding(field, []resource.Row{row(int64(3)), row(nil), row(int64(4))})
		if got := chartProps("", "orders", "", tab.heaps(status, field, rows), field, len(rows)).Chart.Summary; got != want {
			t.Errorf("the summary is %q, want %q", got, want)
		}
	}
}
