// Package sheet reads a file of comma-separated values as people have them: whatever the separator and the encoding.
package sheet

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// What a file may hold.
const (
	MaxBytes   = 10 << 20
	MaxRows    = 100_000
	MaxColumns = 200
)

// Sheet is a file that was read.
type Sheet struct {
	Encoding  string // as people call it
	Separator rune
	Header    []string
	Rows      []Row
}

// Row is one record below the header; Line is where it begins in the file. It is as long as the
// header, unless there is something in cells beyond it.
type Row struct {
	Line  int
	Cells []string
}

// Read takes a whole file. Its errors are sentences for the person who has the file.
func Read(data []byte) (*Sheet, error) {
	text, encoding, err := decode(data)
	if err != nil {
		return nil, err
	}
	text, separator := separate(text)
	s := &Sheet{Encoding: encoding, Separator: separator}
	r := newReader(text, separator)
	if s.Header, err = r.Read(); err != nil {
		return nil, explain(err)
	}
	if s.Header, err = header(s.Header); err != nil {
		return nil, err
	}
	for {
		record, err := r.Read()
		switch {
		case errors.Is(err, io.EOF) && len(s.Rows) == 0:
			return nil, errors.New("there is no row below the header")
		case errors.Is(err, io.EOF):
			return s, nil
		case err != nil:
			return nil, explain(err)
		}
		line, _ := r.FieldPos(0)
		if row, ok := row(record, len(s.Header)); ok {
			row.Line = line
			s.Rows = append(s.Rows, row)
		}
		if len(s.Rows) > MaxRows {
			return nil, fmt.Errorf("there are more than %d rows; split the file", MaxRows)
		}
	}
}

func newReader(text string, separator rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = separator, -1
	return r
}

// header trims the names; columns at the end without a name are what a spreadsheet leaves behind.
func header(names []string) ([]string, error) {
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	for len(names) > 0 && names[len(names)-1] == "" {
		names = names[:len(names)-1]
	}
	switch {
	case len(names) == 0:
		return nil, errors.New("the first line has to name the columns, and names none")
	case len(names) > MaxColumns:
		return nil, fmt.Errorf("there are %d columns, at most %d are possible", len(names), MaxColumns)
	}
	return names, nil
}

// row fits a record to the header. What is missing at the end is empty, as spreadsheets write it; a
// record of nothing is none.
func row(record []string, columns int) (r Row, ok bool) {
	filled := func(cell string) bool { return strings.TrimSpace(cell) != "" }
	if !slices.ContainsFunc(record, filled) {
		return r, false
	}
	if len(record) > columns {
		if slices.ContainsFunc(record[columns:], filled) {
			return Row{Cells: record}, true
		}
		record = record[:columns]
	}
	return Row{Cells: append(record, make([]string, columns-len(record))...)}, true
}

// explain says where a file is broken.
func explain(err error) error {
	var parse *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		return errors.New("the file is empty")
	case errors.As(err, &parse) && errors.Is(err, csv.ErrQuote):
		return fmt.Errorf("a quoted value that begins in line %d does not end, or is followed by more text", parse.StartLine)
	case errors.As(err, &parse) && errors.Is(err, csv.ErrBareQuote):
		return fmt.Errorf("in line %d, character %d stands a quote in the middle of a value; put the value in quotes and double the one inside", parse.Line, parse.Column)
	}
	return err
}

// separators are tried in this order; the comma last, since it stands within numbers and sentences, too.
var separators = []rune{'\t', ';', '|', ','}

// separate finds what stands between the values: what cuts the first lines into the most columns, as
// many in each. A first line "sep=;" is how spreadsheets say it.
func separate(text string) (rest string, separator rune) {
	first, below, _ := strings.Cut(text, "\n")
	if mark, ok := strings.CutPrefix(strings.TrimRight(first, "\r"), "sep="); ok && utf8.RuneCountInString(mark) == 1 {
		separator, _ = utf8.DecodeRuneInString(mark)
		if slices.Contains(separators, separator) {
			return below, separator
		}
	}
	best, most := ',', 0
	for _, s := range separators {
		if n := evenly(text, s); n > most {
			best, most = s, n
		}
	}
	return text, best
}

// evenly is how many columns the header has, twice as much worth when the next lines have as many.
func evenly(text string, separator rune) int {
	const lines = 20
	r := newReader(text, separator)
	first, err := r.Read()
	if err != nil || len(first) < 2 {
		return 0
	}
	n, same := len(first), true
	for range lines {
		record, err := r.Read()
		if err != nil {
			same = same && errors.Is(err, io.EOF)
			break
		}
		same = same && len(record) == n
	}
	if same {
		n *= 2
	}
	return n
}
