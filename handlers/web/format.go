package web

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"stoa/views/ui"
)

// Moment prepares a point in time for a page; form is "time", "date" or "datetime".
func Moment(t time.Time, form string) ui.Moment {
	layouts := map[string]string{"time": "15:04", "date": "2 Jan 2006", "datetime": "2 Jan 2006 15:04"}
	t = t.UTC()
	return ui.Moment{ISO: t.Format(time.RFC3339), Text: t.Format(layouts[form]), Form: form}
}

// Count writes a number with its thousands apart: 1,204.
func Count(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

// USD writes nano-USD as dollars: cents from one cent on, below that as many digits as show the amount.
func USD(nano int64) string {
	switch {
	case nano == 0:
		return "$0"
	case nano >= 10_000_000:
		cents := (nano + 5_000_000) / 10_000_000
		return "$" + Count(cents/100) + fmt.Sprintf(".%02d", cents%100)
	}
	text := strings.TrimRight(fmt.Sprintf("%.9f", float64(nano)/1e9), "0")
	if first := strings.IndexAny(text[2:], "123456789"); first >= 0 && len(text) > first+2+2+2 { // two digits that count
		rounded := strconv.FormatFloat(float64(nano)/1e9, 'f', first+2, 64)
		text = strings.TrimRight(rounded, "0")
	}
	return "$" + text
}
