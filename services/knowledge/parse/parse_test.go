package parse

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
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
	if len(os.Args) > 1 && os.Args[1] == "eat-memory" {
		if err := limit(childPatience); err != nil {
			return
		}
		fmt.Print(len(make([]byte, 2*childMemory)))
		return
	}
	if len(os.Args) > 1 && os.Args[1] == "compute" { // as pdftotext may, which nobody watches when the child is gone
		if err := limit(time.Second); err != nil {
			return
		}
		err := exec.Command("sh", "-c", "while :; do :; done").Run()
		fmt.Printf(`{"reason": "killed: %v"}`, killed(err))
		return
	}
	if len(os.Args) > 1 && os.Args[1] == "babble" {
		for range 1 << 10 {
			fmt.Print(strings.Repeat(" ", 1<<10))
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

// unsqueezed is a Word file whose document is not packed, so that its ratio tells nothing.
func unsqueezed(t testing.TB, body string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "word/document.xml", Method: zip.Store})
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

// written is a PDF of pages that each say the text, which is packed.
func written(pages int, text string) []byte {
	var packed, out bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = io.WriteString(z, text) // a Buffer takes everything
	_ = z.Close()
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(offsets)}, args...)...)
	}
	out.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 5+i)
	}
	object("<< /Type /Pages /Count %d /Kids [%s] >>", pages, kids.String())
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	object("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", packed.Len(), packed.String())
	for range pages {
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
	}
	xref := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, xref)
	return out.Bytes()
}

const line = "BT /F1 12 Tf 50 700 Td (Resellers receive store credit within sixty days.) Tj ET\n"

// A PDF is read page by page, by the program where it is installed and in Go alike, and refused by the same limits.
func TestPDF(t *testing.T) {
	t.Parallel()
	byProgram := func(data []byte) ([]string, error) { return byPoppler(data) }
	for name, read := range map[string]func([]byte) ([]string, error){"pdftotext": byProgram, "Go": byGo} {
		pages, err := read(written(3, line))
		if name == "pdftotext" && pages == nil && err == nil {
			t.Log("pdftotext is not installed")
			continue
		}
		if err != nil || len(pages) != 3 || !strings.Contains(pages[2], "store credit within") {
			t.Errorf("%s: %q, %v", name, pages, err)
		}
		if pages, err = read(written(mostPages+1, line)); err == nil && len(pages) <= mostPages {
			t.Errorf("%s reads %d pages of too many", name, len(pages))
		}
	}
	d, err := Read(written(2, line))
	if err != nil || d.Pages != 2 || len(d.Blocks) != 2 || d.Blocks[1].Page != 2 {
		t.Errorf("read %+v, %v", d, err)
	}
	for want, data := range map[*Error][]byte{errPages: written(mostPages+1, line), errScan: written(2, "")} {
		if _, err := Read(data); Reason(err) != want.reason {
			t.Errorf("%v instead of %v", err, want)
		}
	}
}

// What is told beside the text is short, since some of it stands beside every row.
func TestHeadsAreShort(t *testing.T) {
	t.Parallel()
	long, row := strings.Repeat("ä", mostHead), func(text string) string {
		return "<w:tr><w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc></w:tr>"
	}
	title := `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>` + long + "</w:t></w:r></w:p>"
	for name, data := range map[string][]byte{
		"docx":     packed(t, wordStart+title+"<w:tbl>"+row(long)+row("a")+row("b")+"</w:tbl></w:body></w:document>"),
		"markdown": []byte("# " + long + "\n\n# b\n\n| " + long + " |\n|---|\n| a |\n"),
		"html":     []byte("<!doctype html><title>" + long + "</title><p>a"),
	} {
		d, err := Read(data)
		if err != nil || len(d.Title) > mostHead || len(d.Title) < mostHead-1 {
			t.Errorf("%s: a title of %d bytes, %v", name, len(d.Title), err)
		}
		for _, b := range d.Blocks {
			if len(b.Head) > mostHead || !utf8.ValidString(b.Head) {
				t.Errorf("%s: a head of %d bytes", name, len(b.Head))
			}
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
	wide := bytes.Repeat([]byte(strings.Repeat("a,", mostColumns-1)+"\n"), 19<<19/mostColumns) // every row fits, so the library reads it
	if comma, ok := separator(string(wide)); comma != ',' || !ok || len(wide) > MaxText {
		t.Error("the wide rows are not read as CSV")
	}
	for name, data := range map[string][]byte{
		"zip bomb":               packed(t, strings.Repeat(" ", 64<<20)),
		"many entries":           many.Bytes(),
		"deep XML":               packed(t, wordStart+strings.Repeat("<w:p>", 100_000)),
		"empty paragraphs":       unsqueezed(t, wordStart+strings.Repeat("<w:p/><w:p></w:p>\r", 500_000)+"</w:body></w:document>"),
		"a million paragraphs":   []byte(strings.Repeat("a\n\n", 1_000_000)),
		"a million rows":         []byte(strings.Repeat("a,b\n", 1_000_000)),
		"a million tags":         []byte("<html>" + strings.Repeat("<p>a", 1_000_000)),
		"a million headings":     []byte(strings.Repeat("# a\n", 1_000_000)),
		"a line of 30 MB":        append([]byte("a,b\n1,2\n"), bytes.Repeat([]byte("a,"), 15<<20)...),
		"a CSV line of 100 MB":   append([]byte("a,b\n1,2\n"), bytes.Repeat([]byte("a,"), 50<<20)...),
		"a CSV line of 19 MB":    append([]byte("a,b\n1,2\n"), bytes.Repeat([]byte("a,"), 19<<19)...), // no text that is too long: it is taken for a table
		"a CSV file of 19 MB":    wide,
		"half a zip":             packed(t, wordStart)[:40],
		"entities":               packed(t, `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`+wordStart+`<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`),
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

// Headings and fences are what these patterns say, which would take a hundred times as long.
func FuzzMarkdownLines(f *testing.F) {
	atx, ticks := regexp.MustCompile(`^(#{1,6})\s+(.*?)\s*#*\s*$`), regexp.MustCompile("^\\s{0,3}(```+|~~~+)")
	for _, s := range []string{
		"# a", "#a", "#", "# ", "## a ##", "# a # #", "# ##", "####### a", "###### a#", "#\ta\r", " # a", "# #", "# a\u00a0", "",
		"```", "~~~~go", "   ```", "    ```", "``", "``` `", "~~`", "\t~~~ x", "``~", "````",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if strings.Contains(line, "\n") || !utf8.ValidString(line) {
			return // it is a line of a text
		}
		level, words, mark := 0, "", ""
		if m := atx.FindStringSubmatch(line); m != nil {
			level, words = len(m[1]), m[2]
		}
		if m := ticks.FindStringSubmatch(line); m != nil {
			mark = m[1]
		}
		if l, w := heading(line); l != level || w != words {
			t.Errorf("heading(%q) is %d, %q and not %d, %q", line, l, w, level, words)
		}
		if got := fence(line); got != mark {
			t.Errorf("fence(%q) is %q and not %q", line, got, mark)
		}
	})
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
	// A page that says a word ten million times; what reads it is killed.
	hurried := child{program, []string{"parse-document"}, time.Second, childAnswer}
	if _, err := hurried.read(t.Context(), written(1, "BT /F1 1 Tf 1 1 Td "+strings.Repeat("(a) Tj ", 10_000_000)+"ET")); Reason(err) != ErrSlow.reason && Reason(err) != ErrTooMuch.reason {
		t.Errorf("a PDF bomb: %v", err)
	}
	if _, err := InChild(program, "eat-memory")(t.Context(), nil); Reason(err) != ErrSlow.reason {
		t.Errorf("a child that eats memory: %v", err)
	}
	if _, err := InChild(program, "compute")(t.Context(), nil); Reason(err) != "killed: true" {
		t.Errorf("a program that computes for ever: %v", err)
	}
	if _, err := (child{program, []string{"babble"}, childPatience, 1 << 19}).read(t.Context(), nil); Reason(err) != ErrTooMuch.reason {
		t.Errorf("a child that does not stop to speak: %v", err)
	}
	if _, err := InChild("/bin/false")(t.Context(), nil); Reason(err) != ErrSlow.reason {
		t.Errorf("a child that dies: %v", err)
	}
}

// Whatever comes in, blocks are ranges of the text, in order; and what is refused is refused with a reason.
func sound(t *testing.T, d Document, err error) {
	t.Helper()
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
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"# a\n\n```\nx", "a,b\n1,2\n3,4\n", "<html><p>x<pre>y", "%PDF-1.4", "PK\x03\x04", "\xff\xfea\x00", "title\n\ntext", string(packed(f, wordStart+"<w:p><w:r><w:t>x</w:t></w:r></w:p>"))} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(data)
		sound(t, d, err)
	})
}

func FuzzPDF(f *testing.F) {
	f.Add(written(1, line))
	f.Add([]byte("%PDF-1.7\n1 0 obj << /Length 99999999999 >> stream"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		defer func() { _ = recover() }() // as Read does: the library is not ours
		_, _ = byGo(data)
	})
}

func FuzzDocx(f *testing.F) {
	f.Add(wordStart + `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Head</w:t><w:tab/></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>`)
	f.Fuzz(func(t *testing.T, xml string) {
		w := &word{b: &builder{}}
		err := w.read(strings.NewReader(xml))
		sound(t, w.b.done(), err)
	})
}

func FuzzHTML(f *testing.F) {
	f.Add("<!doctype html><title>a</title><h1>b</h1><p>c<svg/><pre>d</pre><table><tr><td>e")
	f.Fuzz(func(t *testing.T, text string) { sound(t, web(text), nil) })
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# a\n\nb\n\n```go\n# c\n```\n| a |\n|---|\n")
	f.Fuzz(func(t *testing.T, text string) { sound(t, markdown(text), nil) })
}

func FuzzCSV(f *testing.F) {
	f.Add("a;b\n\"1\n2\";3\n4;5\n", int32(';'))
	f.Fuzz(func(t *testing.T, text string, comma int32) {
		if !strings.ContainsRune(",;\t|", comma) {
			return // separator finds no other
		}
		d, err := table(text, comma)
		sound(t, d, err)
	})
}

// Text in an encoding from before Unicode is refused in words, and not searched garbled; Western text of short words is read.
func TestEncodings(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		encoding encoding.Encoding
		text     string
		err      error
	}{
		"Japanese": {japanese.ShiftJIS, "会議は月曜日に行います。", ErrForeign},
		"Chinese":  {simplifiedchinese.GBK, "退款政策：客户可以在三十天内退货。", ErrForeign},
		"Russian":  {charmap.Windows1251, "Возврат товара в течение 30 дней", ErrForeign},
		"German":   {charmap.Windows1252, "Größe;Öl\nÄÖÜ;ß\nfünf;€ 5", nil},
		"Spanish":  {charmap.Windows1252, "¿Año? ¡Sí! Él vendrá mañana.", nil},
	} {
		data, err := c.encoding.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := decode(data); !errors.Is(err, c.err) || err == nil && got != c.text {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// A page from before Unicode is read as it says; one that says nothing, or what it is not, as other text.
func TestPagesSayTheirEncoding(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		encoding   encoding.Encoding
		head, text string
		err        error
	}{
		"Japanese":        {japanese.ShiftJIS, `<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">`, "会議は月曜日に行います。", nil},
		"Chinese":         {simplifiedchinese.GBK, `<meta charset="gb2312">`, "退款政策：客户可以在三十天内退货。", nil},
		"Russian":         {charmap.Windows1251, `<meta charset=windows-1251>`, "Возврат товара в течение 30 дней", nil},
		"Polish":          {charmap.ISO8859_2, `<meta charset="iso-8859-2">`, "Zażółć gęślą jaźń", nil},
		"silent":          {charmap.Windows1251, "", "Возврат товара в течение 30 дней", ErrForeign},
		"no such":         {charmap.Windows1251, `<meta charset="klingon">`, "Возврат товара в течение 30 дней", ErrForeign},
		"not what it is":  {charmap.Windows1252, `<meta charset="utf-8">`, "Größe und Öl für fünf Euro", nil},
		"Unicode already": {encoding.Nop, `<meta charset="windows-1251">`, "Возврат товара", nil},
		"cannot be read":  {charmap.Windows1251, `<meta charset="iso-2022-kr">`, "Возврат товара в течение 30 дней", ErrForeign},
	} {
		page := "<!doctype html><html><head>" + c.head + "</head><body><p>" + c.text + "</p></body></html>"
		data, err := c.encoding.NewEncoder().Bytes([]byte(page))
		if err != nil {
			t.Fatal(err)
		}
		if d, err := Read(data); !errors.Is(err, c.err) || err == nil && strings.TrimSpace(d.Text) != c.text {
			t.Errorf("%s: %q, %v", name, d.Text, err)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("A title\r\n\r\nOne.\x0c"))
	f.Add([]byte("\xff\xfea\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := decode(data)
		if err == nil {
			sound(t, plain(s), nil)
		}
	})
}
