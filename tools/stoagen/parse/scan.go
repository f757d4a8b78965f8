package parse

import (
	"errors"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v6"
	"github.com/pganalyze/pg_query_go/v6/parser"

	"stoa/tools/stoagen/diag"
)

// scan cuts the file into tokens, comments among them.
func scan(src *diag.Source, problems *diag.List) ([]*pg.ScanToken, bool) {
	if i := strings.IndexByte(src.Text, 0); i >= 0 {
		problems.Add(src.Pos(i), "a NUL byte: PostgreSQL takes none")
		return nil, false
	}
	result, err := pg.Scan(src.Text)
	if err != nil {
		report(src, 0, err, problems)
		return nil, false
	}
	return result.Tokens, true
}

// tree parses the file. A statement with an error is blanked, so that one error does not hide the next;
// the spans of such statements, with the comments before them, are returned as well.
func tree(src *diag.Source, tokens []*pg.ScanToken, problems *diag.List) ([]*pg.RawStmt, []span) {
	result, err := pg.Parse(src.Text)
	if err == nil {
		return result.Stmts, nil
	}
	text := []byte(src.Text)
	var broken []span
	for _, s := range pieces(tokens, len(text)) {
		if _, err := pg.Parse(src.Text[s.start:s.end]); err != nil {
			report(src, s.start, err, problems)
			broken = append(broken, span{afterLine(src.Text, tokens, s.start), s.end})
			blank(text[s.start:s.end])
		}
	}
	if result, err = pg.Parse(string(text)); err != nil {
		report(src, 0, err, problems)
		return nil, []span{{0, len(text)}}
	}
	return result.Stmts, broken
}

// pieces are the ranges between semicolons outside parentheses.
func pieces(tokens []*pg.ScanToken, length int) []span {
	var all []span
	start, depth := 0, 0
	for _, t := range tokens {
		switch t.Token {
		case pg.Token_ASCII_40:
			depth++
		case pg.Token_ASCII_41:
			depth--
		case pg.Token_ASCII_59:
			if depth <= 0 {
				all = append(all, span{start, int(t.End)})
				start, depth = int(t.End), 0
			}
		}
	}
	return append(all, span{start, length})
}

// afterLine leaves to the statement before it what a piece holds on that one's last line, when that is comments alone.
func afterLine(text string, tokens []*pg.ScanToken, start int) int {
	newline := strings.IndexByte(text[start:], '\n')
	if newline < 0 {
		return start
	}
	for _, t := range tokens {
		if int(t.Start) >= start && int(t.Start) < start+newline && !isComment(t) {
			return start
		}
	}
	return start + newline
}

func blank(text []byte) {
	for i, c := range text {
		if c != '\n' {
			text[i] = ' '
		}
	}
}

// report notes what the grammar says; its cursor counts characters from 1 within a text that begins at byte base.
func report(src *diag.Source, base int, err error, problems *diag.List) {
	var syntax *parser.Error
	if !errors.As(err, &syntax) {
		problems.Add(src.Pos(base), "%v", err)
		return
	}
	offset := base
	for i := range src.Text[base:] {
		if syntax.Cursorpos--; syntax.Cursorpos == 0 {
			offset = base + i
			break
		}
		offset = len(src.Text)
	}
	problems.Add(src.Pos(offset), "%s", strings.ReplaceAll(syntax.Message, "\n", " "))
}

func isComment(t *pg.ScanToken) bool {
	return t.Token == pg.Token_SQL_COMMENT || t.Token == pg.Token_C_COMMENT
}
