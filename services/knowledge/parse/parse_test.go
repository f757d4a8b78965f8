package parse

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"
)

// The test binary is its own child.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "parse-document" {
		if err := Serve(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// packed is a Word file whose document is body.
func packed(t testing.TB, body string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create("word/document.xml")
	if err == nil {
		_, err = io.WriteString(w, body)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const wordStart = `<w:document xmlns:w="w"><w:body>`

func shape(d Document) string {
	var s []string
	for _, b := range d.Blocks {
		s = append(s, fmt.Sprintf("%d%d:%s", b.Kind, b.Level, d.Text[b.From:b.To]))
	}
	return strings.Join(s, "|")
}

func TestRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ data, typ, title, shape string }{
		"text":     {"A title\n\nOne.\nTwo.\n\nThree.", "txt", "A title", "11:A title|00:One.\nTwo.|00:Three."},
		"cp1252":   {"Caf\xe9 au lait", "txt", "", "00:Café au lait"},
		"utf16":    {"\xff\xfeH\x00i\x00", "txt", "", "00:Hi"},
		"markdown": {"# Rules\n\nBe kind.\n\n## Code\n\n```go\n# not a heading\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "md", "Rules", "11:Rules|00:Be kind.|12:Code|20:```go\n# not a heading\n```|30:| a | b |\n|---|---|\n| 1 | 2 |"},
		"html":     {"<!doctype html><html><head><title>Page &amp; more</title><style>p{}</style></head><body><nav>menu</nav><h1>Head</h1><p>One <b>two</b></p><script>alert(1)</script><pre>a\n b</pre></body></html>", "html", "Page & more", "11:Head|00:One two|20:a\n b"},
		"drawing":  {"<!doctype html><html><body><p>One<svg/></p><p>two <svg viewBox='0'><title>no</title></svg>&amp;lt;three&lt;</p></body></html>", "html", "", "00:One|00:two &lt;three<"},
		"csv":      {"name;city\nZeno;Kition\nCleanthes;Assos\nChrysippus;Soli\n", "csv", "", "30:name: Zeno · city: Kition|30:name: Cleanthes · city: Assos|30:name: Chrysippus · city: Soli"},
		"docx": {string(packed(t, wordStart+`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p><w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`)),
			"docx", "Head", "11:Head|00:One two|30:a · b"},
	} {
		d, err := Read([]byte(c.data))
		if err != nil || d.Type != c.typ || d.Title != c.title || shape(d) != c.shape {
			t.Errorf("%s: %v, %s, %q, %q", name, err, d.Type, d.Title, shape(d))
		}
	}
}

// What is built to hurt ends soon and with a reason that a person understands.
func TestBombs(t *testing.T) {
	t.Parallel()
	var many bytes.Buffer
	z := zip.NewWriter(&many)
	for i := range mostEntries + 1 {
		if _, err := z.Create(fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"zip bomb":               packed(t, strings.Repeat(" ", 64<<20)),
		"many entries":           many.Bytes(),
		"deep XML":               packed(t, wordStart+strings.Repeat("<w:p>", 100_000)),
		"a million paragraphs":   packed(t, wordStart+strings.Repeat("<w:p/><w:p></w:p>\r"+strings.Repeat("<!-- "+fmt.Sprint(time.Now().UnixNano())+" -->", 1), 200_000)+"</w:body></w:document>"),
		"half a zip":             packed(t, wordStart)[:40],
		"entities":               packed(t, `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`+wordStart+`<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`),
		"a line of 30 MB":        bytes.Repeat([]byte("a,"), 15<<20),
		"a broken PDF":           []byte("%PDF-1.7\n1 0 obj << /Length 99999999999 >> stream"),
		"an empty PDF":           []byte("%PDF-1.4\n%%EOF"),
		"a picture":              []byte("\x89PNG\r\n\x1a\n\x00\x00\x00"),
		"nothing but blanks":     []byte(" \n\t\n"),
		"a program of a machine": []byte("\x7fELF\x02\x01\x01\x00"),
	} {
		begin := time.Now()
		_, err := Read(data)
		if Reason(err) == "" || time.Since(begin) > 30*time.Second {
			t.Errorf("%s: %v after %s", name, err, time.Since(begin))
		}
	}
}

func TestInChild(t *testing.T) {
	t.Parallel()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	read := InChild(program, "parse-document")
	if d, err := read(t.Context(), []byte("A title\n\nText.")); err != nil || d.Title != "A title" {
		t.Errorf("got %+v, %v", d, err)
	}
	if _, err := read(t.Context(), []byte("\x00\x01")); Reason(err) != ErrUnknown.reason {
		t.Errorf("got %v", err)
	}
	if _, err := InChild("/bin/false")(t.Context(), nil); Reason(err) != ErrSlow.reason {
		t.Errorf("a child that dies: %v", err)
	}
}

// Whatever comes in, blocks are ranges of the text, in order.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"# a\n\n```\nx", "a,b\n1,2\n3,4\n", "<html><p>x<pre>y", "%PDF-1.4", "PK\x03\x04", "\xff\xfea\x00", "title\n\ntext", string(packed(f, wordStart+"<w:p><w:r><w:t>x</w:t></w:r></w:p>"))} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(data)
		if err != nil {
			if Reason(err) == "" {
				t.Fatalf("no reason: %v", err)
			}
			return
		}
		at := 0
		for _, b := range d.Blocks {
			if b.From < at || b.To < b.From || b.To > len(d.Text) {
				t.Fatalf("block %+v after %d of %d", b, at, len(d.Text))
			}
			at = b.To
		}
	})
}
