package parse

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// The limits of a packed file.
const (
	mostEntries  = 5000
	mostExpanded = 200 << 20
	mostRatio    = 100 // expanded to packed
	deepest      = 512 // elements within each other
)

var errBomb = &Error{"This file grows too much when it is unpacked."}

// docx reads the text of a Word file: paragraphs, headings by their styles, rows of tables.
func docx(data []byte) (Document, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Document{}, ErrBroken
	}
	if len(z.File) > mostEntries {
		return Document{}, errBomb
	}
	var expanded uint64
	for _, f := range z.File {
		if expanded += f.UncompressedSize64; expanded > mostExpanded || f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/(f.CompressedSize64+1) > mostRatio {
			return Document{}, errBomb
		}
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		return Document{}, ErrUnknown
	}
	defer f.Close() //nolint:errcheck // it was only read
	w := &word{b: &builder{doc: Document{Type: "docx"}}}
	// What the archive says of its sizes may be a lie; what is read is counted.
	if err := w.read(io.LimitReader(f, mostExpanded)); err != nil {
		return Document{}, err
	}
	return w.b.done(), nil
}

// word is a document on its way from XML to blocks.
type word struct {
	b     *builder
	text  strings.Builder
	level int      // of the paragraph's style; 0 is no heading
	cells []string // of the row
	cell  strings.Builder
	wide  int    // bytes of the cells
	table int    // within how many tables
	head  string // the first row of the outermost table
	on    bool   // inside of w:t
}

func (w *word) read(r io.Reader) error {
	d := xml.NewDecoder(r)
	depth := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return ErrBroken
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > deepest {
				return errBomb
			}
			w.start(t)
		case xml.EndElement:
			depth--
			w.end(t.Name.Local)
		case xml.CharData:
			if w.on {
				w.text.Write(t)
			}
		}
		if w.b.doc.over || w.text.Len()+w.cell.Len()+w.wide > MaxText {
			return ErrTooMuch
		}
	}
}

func (w *word) start(t xml.StartElement) {
	switch t.Name.Local {
	case "t":
		w.on = true
	case "tab":
		w.text.WriteByte(' ')
	case "br", "cr":
		w.text.WriteByte('\n')
	case "tbl":
		w.table++
	case "pStyle":
		for _, a := range t.Attr {
			if a.Name.Local == "val" {
				w.level = styleLevel(a.Value)
			}
		}
	}
}

// styleLevel is the depth of a heading's style: Heading1, berschrift2, Title.
func styleLevel(style string) int {
	s := strings.ToLower(style)
	if s == "title" || s == "titel" {
		return 1
	}
	if n := len(s); n > 1 && s[n-1] >= '1' && s[n-1] <= '6' && (strings.HasPrefix(s, "heading") || strings.Contains(s, "berschrift") || strings.HasPrefix(s, "titre")) {
		return int(s[n-1] - '0')
	}
	return 0
}

func (w *word) end(name string) {
	switch name {
	case "t":
		w.on = false
	case "p":
		w.paragraph()
	case "tc":
		text := strings.TrimSpace(w.cell.String())
		w.cells, w.wide = append(w.cells, text), w.wide+len(text)+len(between)
		w.cell.Reset()
	case "tr":
		w.row()
	case "tbl":
		if w.table--; w.table <= 0 {
			w.table, w.head = 0, ""
		}
	}
}

func (w *word) paragraph() {
	text := strings.TrimSpace(w.text.String())
	level := w.level
	w.text.Reset()
	w.level = 0
	switch {
	case text == "":
	case w.table > 0:
		w.cell.WriteString(text + " ")
	case level > 0:
		w.b.add(Heading, text).Level = level
		if w.b.doc.Title == "" {
			w.b.doc.Title = brief(text)
		}
	default:
		w.b.add(Paragraph, text)
	}
}

func (w *word) row() {
	text := strings.Trim(strings.Join(w.cells, between), " ·")
	w.cells, w.wide = nil, 0
	if text == "" {
		return
	}
	w.b.add(Row, text).Head = w.head
	if w.head == "" {
		w.head = brief(text)
	}
}
