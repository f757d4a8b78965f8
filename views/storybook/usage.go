package storybook

import (
	"fmt"

	"stoa/views/ui"
	"stoa/views/usage"
)

// usage is the page of cost, with nothing, with a month, and with everything out of the ordinary.
func (b book) usage() []Story {
	full := usage.Props{
		Page: b.page("Usage", "Usage"), From: "2026-10-24", To: "2026-11-22", Scope: "Everybody in Northwind Traders · days in UTC", CSV: "/usage.csv?from=2026-10-24&to=2026-11-22",
		Totals: usage.Totals{Cost: "$41.20", Calls: "1,204", TokensIn: "8,120,344", TokensOut: "1,002,118"},
		Chart:  ui.ChartProps{Title: "Cost by day", Summary: "Cost by day from 24 Oct to 22 Nov: between $0.00 and $2.31, highest on 12 Nov.", Top: "$2.31", Table: "Figures by day"},
		Models: []usage.Row{{Label: "gpt-4o-mini", Note: "openai", Calls: "1,100", TokensIn: "8,000,000", TokensOut: "900,000", Cost: "$40.10"}, {Label: "builtin", Note: "built-in", Calls: "104", TokensIn: "120,344", TokensOut: "102,118", Cost: "$0.00"}},
		People: []usage.Row{{Label: "Ada Lovelace", Calls: "804", TokensIn: "5,120,344", TokensOut: "702,118", Cost: "$31.20"}, {Label: longName, Calls: "400", TokensIn: "3,000,000", TokensOut: "300,000", Cost: "$10.00"}},
	}
	for i := range 30 {
		value := float64((i*37)%23) / 10
		label, cost := fmt.Sprintf("%d Nov", i+1), fmt.Sprintf("$%.2f", value)
		full.Chart.Bars = append(full.Chart.Bars, ui.Bar{Label: label, Text: cost, Value: value})
		full.Days = append(full.Days, usage.Row{Label: label, Calls: "40", TokensIn: "270,678", TokensOut: "33,404", Cost: cost})
	}
	odd := full
	odd.Totals.Unpriced, odd.Totals.Estimated = "12 calls", "3 calls were"
	odd.Models = append([]usage.Row{{Label: "accounts/fireworks/models/llama-v3p1-405b-instruct-long-context", Note: "openai-compatible", Calls: "12", TokensIn: "9,000", TokensOut: "800", Cost: "unknown", Unpriced: "12 calls"}}, full.Models...)
	odd.Chart.Bars = append([]ui.Bar{}, full.Chart.Bars...)
	odd.Chart.Bars[4].Flag = true
	one := full
	one.Chart.Bars, one.Days = full.Chart.Bars[1:2], full.Days[1:2]
	empty := usage.Props{Page: full.Page, From: "2026-11-30", To: "2026-11-01", Scope: full.Scope, Errors: map[string]string{"to": "This is before the first day."}}
	return []Story{
		{"usage", usage.Page(full)},
		{"usage-unpriced", usage.Page(odd)},
		{"usage-one-day", usage.Page(one)},
		{"usage-empty", usage.Page(empty)},
	}
}
