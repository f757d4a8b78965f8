package parse

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// separator finds what parts the columns of a table: the one that stands equally often in the first lines.
func separator(text string) (rune, bool) {
	lines := strings.SplitN(text[:min(len(text), 64<<10)], "\n", 12)
	if len(lines) < 3 {
		return 0, false
	}
	for _, r := range ",;\t|" {
		n := strings.Count(lines[0], string(r))
		same := n > 0
		for _, line := range lines[1 : len(lines)-1] {
			k := strings.Count(line, string(r))
			same = same && (k == n || k > n && strings.Contains(line, `"`))
		}
		if same {
			return r, true
		}
	}
	return 0, false
}

// table writes each row with the names of its columns, so that a row says what it is wherever it is cut.
func table(text string, comma rune) (Document, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma, true, -1, true
	first, err := r.Read()
	if err != nil {
		return plain(text), nil //nolint:nilerr // it only looked like a table
	}
	names := append([]string{}, first...)
	b := &builder{doc: Document{Type: "csv"}}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return b.done(), nil
		}
		if err != nil {
			return plain(text), nil //nolint:nilerr // as above
		}
		var cells []string
		for i, cell := range row {
			if cell = strings.TrimSpace(cell); cell == "" {
				continue
			}
			if i < len(names) && strings.TrimSpace(names[i]) != "" {
				cell = strings.TrimSpace(names[i]) + ": " + cell
			}
			cells = append(cells, cell)
		}
		if len(cells) > 0 {
			b.add(Row, strings.Join(cells, " · "))
		}
		if b.doc.over {
			return Document{}, ErrTooMuch
		}
	}
}
