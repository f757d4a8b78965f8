package ui

import "strconv"

// ChartProps is a chart of bars over time. Text stands for each value wherever a person reads it; Value only gives the height.
type ChartProps struct {
	Title string
	// Summary says in one sentence what the picture shows, for those who do not see it.
	Summary string
	// Top is the text of the highest value, written at the line above.
	Top  string
	Bars []Bar
	// Table is the label of the fold that holds the figures.
	Table string
}

// Bar is one value; negative ones are drawn as 0. Flag marks a value that is not the whole truth, such as a day with unpriced calls.
type Bar struct {
	Label string
	Text  string
	Value float64
	Flag  bool
}

// The chart's measures in percent of its height: the bars stand on the line at base and reach up to top.
const (
	chartTop  = 12.0
	chartBase = 88.0
)

type shape struct{ x, y, width, height, middle string }

// shapes gives the place of each bar in percent, so that the chart takes any width without scaling its text.
func (p ChartProps) shapes() []shape {
	highest := 0.0
	for _, b := range p.Bars {
		highest = max(highest, b.Value)
	}
	out := make([]shape, len(p.Bars))
	step := 100.0 / float64(max(len(p.Bars), 1))
	for i, b := range p.Bars {
		tall := 0.0
		if highest > 0 && b.Value > 0 {
			// A value that is not zero stays visible.
			tall = max(b.Value/highest*(chartBase-chartTop), 0.8)
		}
		gap := min(step*0.15, 1)
		out[i] = shape{
			x: percent(float64(i)*step + gap), width: percent(min(step-2*gap, 8)),
			y: percent(chartBase - tall), height: percent(tall),
			middle: percent(float64(i)*step + step/2),
		}
	}
	return out
}

// labelled picks the bars whose label is written: the first, the last and, from five on, the one between.
func (p ChartProps) labelled(i int) bool {
	last := len(p.Bars) - 1
	return i == 0 || i == last || (last >= 4 && i == last/2)
}

// anchor keeps the first and last label inside the picture.
func (p ChartProps) anchor(i int) string {
	switch {
	case len(p.Bars) == 1:
		return "middle"
	case i == 0:
		return "start"
	case i == len(p.Bars)-1:
		return "end"
	}
	return "middle"
}

// labelX is where a label stands: the edges for the first and last, the middle of its bar otherwise.
func (p ChartProps) labelX(i int, s shape) string {
	switch p.anchor(i) {
	case "start":
		return "0%"
	case "end":
		return "100%"
	}
	return s.middle
}

func percent(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) + "%" }
