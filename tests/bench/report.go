package main

import (
	"fmt"
	"io"
	"text/tabwriter"
	"time"
)

// kind says what a missed bound means.
type kind bool

const (
	hard kind = true  // does not depend on what else the machine does: missed even in the short form
	soft kind = false // a comparison of times: the short form is too short for it
)

// report collects the figures and prints the bounds at the end.
type report struct {
	out  io.Writer
	rows []row
}

type row struct {
	name, measured, limit, verdict string
	missed                         bool
	kind                           kind
}

func (r *report) line(format string, args ...any) { fmt.Fprintf(r.out, format+"\n", args...) }

// bound adds a figure that has a limit.
func (r *report) bound(name, measured, limit string, ok bool, k kind) {
	verdict := "reached"
	if !ok {
		verdict = "MISSED"
	}
	r.rows = append(r.rows, row{name, measured, limit, verdict, !ok, k})
}

// note adds a figure that is there for orientation.
func (r *report) note(name, measured string) {
	r.rows = append(r.rows, row{name: name, measured: measured})
}

// ratio adds a figure that is compared with a floor's; without a limit it is there for orientation.
func (r *report) ratio(name string, measured, floor time.Duration, show func(time.Duration) string, limit, aim float64) {
	if floor <= 0 {
		floor = time.Nanosecond // too little to be seen; the ratio will show it
	}
	ratio := float64(measured) / float64(floor)
	text := fmt.Sprintf("%s = %.2f × %s", show(measured), ratio, show(floor))
	if limit == 0 {
		r.note(name, text)
		return
	}
	bound := fmt.Sprintf("≤ %g ×", limit)
	if aim > 0 {
		bound += fmt.Sprintf(" [%g ×]", aim)
	}
	r.bound(name, text, bound, ratio <= limit, soft)
}

// verdict prints the table. Missed bounds are an error; in the short form only those that time cannot blur.
func (r *report) verdict(short bool) error {
	w := tabwriter.NewWriter(r.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\nfigure\tmeasured\tbound [aim]\t")
	missed := 0
	for _, row := range r.rows {
		if row.missed && short && row.kind == soft {
			row.missed, row.verdict = false, "too short to judge"
		}
		if row.missed {
			missed++
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", row.name, row.measured, row.limit, row.verdict)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if missed > 0 {
		return fmt.Errorf("%d bounds were missed", missed)
	}
	return nil
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d)/float64(time.Millisecond)) }

func us(d time.Duration) string { return fmt.Sprintf("%.1f µs", float64(d)/float64(time.Microsecond)) }
