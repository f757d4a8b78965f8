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

// mostColumns is what spreadsheets take: a line that is wider would make the reader hold millions of cells at once.
const mostColumns = 16_384

var errWide = &Error{"A row of this table has more than 16,384 columns. Split it into narrower ones."}

// between parts the cells of a row.
const between = " · "

// table writes each row with the names of its columns, so that a row says what it is wherever it is cut.
func table(text string, comma rune) (Document, error) {
	for row := range strings.Lines(text) {
		if strings.Count(row, string(comma)) >= mostColumns {
			return Document{}, errWide
		}
	}
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
		if text := rowOf(names, row); text != "" {
			b.add(Row, text)
		}
		if b.doc.over {
			return Document{}, ErrTooMuch
		}
	}
}

// rowOf is a row as text, and no more of it than a document may have.
func rowOf(names, row []string) string {
	var b strings.Builder
	for i, cell := range row {
		if cell = strings.TrimSpace(cell); cell == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(between)
		}
		if i < len(names) {
			if name := strings.TrimSpace(names[i]); name != "" {
				b.WriteString(name + ": ")
			}
		}
		if b.WriteString(cell); b.Len() > MaxText {
			break // add refuses it
		}
	}
	return b.String()
}
