// Package parse makes text with its structure of the files that people upload: headings, paragraphs, code, tables, pages.
package parse

import "strings"

// Kind says what a block is.
type Kind uint8

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Heading        // Level tells its depth
	Code           // kept whole as long as it is not huge
	Row            // of a table; Head is the table's header
)

// Block is a stretch of the text.
type Block struct {
	Kind  Kind   `json:"k,omitempty"`
	From  int    `json:"f"` // bytes
	To    int    `json:"t"`
	Level int    `json:"l,omitempty"`
	Page  int    `json:"p,omitempty"` // from 1; 0 when the format has none
	Head  string `json:"h,omitempty"`
}

// Document is what a file says.
type Document struct {
	Type   string  `json:"type"`  // pdf, docx, html, md, csv, txt
	Title  string  `json:"title"` // "" when the file names none
	Text   string  `json:"text"`
	Blocks []Block `json:"blocks"` // in their order, apart from each other
	Pages  int     `json:"pages,omitempty"`

	over bool // it has more blocks or text than a document may have; what follows was left out
}

// builder writes a document block by block.
type builder struct {
	doc  Document
	text []byte
	page int
}

// mostBlocks bounds a document: each costs memory, however short it is.
const mostBlocks = 500_000

// add writes a block of its own; blocks are parted by an empty line.
func (b *builder) add(kind Kind, text string) *Block {
	if b.doc.over = b.doc.over || len(b.doc.Blocks) >= mostBlocks || len(b.text)+len(text) > MaxText; b.doc.over {
		return &Block{}
	}
	if len(b.text) > 0 {
		b.text = append(b.text, '\n', '\n')
	}
	from := len(b.text)
	b.text = append(b.text, text...)
	b.doc.Blocks = append(b.doc.Blocks, Block{Kind: kind, From: from, To: len(b.text), Page: b.page})
	return &b.doc.Blocks[len(b.doc.Blocks)-1]
}

func (b *builder) done() Document {
	b.doc.Text, b.doc.Title = string(b.text), brief(b.doc.Title)
	return b.doc
}

// mostHead bounds in bytes what is told of a document beside its text, some of it with every block.
const mostHead = 600

// brief is a title or the header of a table as far as it may be told.
func brief(s string) string {
	if len(s) > mostHead {
		s = strings.ToValidUTF8(s[:mostHead], "")
	}
	return s
}
