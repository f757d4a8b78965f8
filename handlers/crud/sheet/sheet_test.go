package sheet

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		data, encoding string
		separator      rune
		header, first  string
	}{
		"plain":                {"a,b\n1,2\n", "UTF-8", ',', "a|b", "1|2"},
		"mark and CRLF":        {"\ufeffa,b\r\n\"x\r\ny\",2\r\n", "UTF-8", ',', "a|b", "x\ny|2"},
		"semicolons":           {"Name;Price, net\nÜ;1,5\n", "UTF-8", ';', "Name|Price, net", "Ü|1,5"},
		"tabs":                 {"a\tb\n1,5\t2;3\n", "UTF-8", '\t', "a|b", "1,5|2;3"},
		"bars":                 {"a|b|c\n1|2|3\n", "UTF-8", '|', "a|b|c", "1|2|3"},
		"told by its program":  {"sep=;\r\na;b,c,d\r\n1;2\r\n", "UTF-8", ';', "a|b,c,d", "1|2"},
		"Windows-1252":         {"Stra\xdfe,\x80\nM\xfcller,5\n", "Windows-1252", ',', "Straße|€", "Müller|5"},
		"UTF-16":               {"\xff\xfea\x00,\x00\xe4\x00\n\x001\x00,\x002\x00", "UTF-16", ',', "a|ä", "1|2"},
		"one column":           {"a\nb\n", "UTF-8", ',', "a", "b"},
		"old Macintosh":        {"a,b\r1,2\r", "UTF-8", ',', "a|b", "1|2"},
		"empty lines and ends": {" a , b ,,\n\n , \n1\n", "UTF-8", ',', "a|b", "1|"},
	} {
		s, err := Read([]byte(c.data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if s.Encoding != c.encoding || s.Separator != c.separator || strings.Join(s.Header, "|") != c.header || len(s.Rows) != 1 || strings.Join(s.Rows[0].Cells, "|") != c.first {
			t.Errorf("%s: read as %+v", name, s)
		}
	}
}

func TestLinesAndLongRecords(t *testing.T) {
	t.Parallel()
	s, err := Read([]byte("a,b\n\"x\ny\",1\n\n2,3,\n4,5,6\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Rows) != 3 || s.Rows[1].Line != 5 || len(s.Rows[1].Cells) != 2 || s.Rows[2].Line != 6 || len(s.Rows[2].Cells) != 3 {
		t.Errorf("%+v", s.Rows)
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]string{
		"":                  "empty",
		"\ufeff":            "empty",
		"a,b\n":             "no row",
		",,\n1,2,3\n":       "names none",
		"a,b\n1,\"2\n3,4\n": "line 2",
		"a,b\n1,5\" pipe\n": "line 2, character 4",
		"PK\x03\x04rest":    "workbook",
		"a,b\n1,\x00\n":     "not a text",
		"a" + strings.Repeat(",a", MaxColumns) + "\n1": "columns",
		"a\n" + strings.Repeat("1\n", MaxRows+1):       "rows",
	} {
		if _, err := Read([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.20q: %v, want %q", data, err, want)
		}
	}
}

func TestAFormulaComesBackAsItWas(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "a", "'", "''", "'a", "=1+1", "'=1+1", "''=1", "-5", "@x", "\tx", "+", "'-", "\r"} {
		cell := Harmless(text)
		if cell != "" && strings.ContainsAny(cell[:1], formula) {
			t.Errorf("%q stays a formula", cell)
		}
		if back := Plain(cell); back != text {
			t.Errorf("%q came back as %q", text, back)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2", "a;b\r\n\"1\n\";2", "\xff\xfea\x00", "sep=;\na;b\n1;2", "\xe4,b\n1"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Read(data)
		if err != nil {
			return
		}
		for _, row := range s.Rows {
			if len(row.Cells) < len(s.Header) || row.Line < 1 {
				t.Fatalf("row %+v below %q", row, s.Header)
			}
			for _, cell := range row.Cells {
				if !utf8.ValidString(cell) || strings.ContainsRune(cell, 0) {
					t.Fatalf("%q cannot be stored", cell)
				}
			}
		}
	})
}
