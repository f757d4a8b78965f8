package parse

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"time"

	reader "github.com/ledongthuc/pdf"
)

const (
	mostPages     = 2000
	leastOfPage   = 20 // characters of a page that has a text layer, on average
	pdfPatience   = 50 * time.Second
	longWordBytes = 12
)

var (
	errPages = &Error{"This PDF has more than 2,000 pages. Split it into smaller ones."}
	errScan  = &Error{"This PDF has no text layer: its pages are pictures. Run it through a text recognition first."}
	errLock  = &Error{"This PDF is locked by a password."}
)

// pdf reads page by page, by pdftotext where it is installed, else in Go.
func pdf(data []byte) (Document, error) {
	pages, err := byPoppler(data)
	if err != nil {
		return Document{}, err
	}
	if pages == nil {
		if pages, err = byGo(data); err != nil {
			return Document{}, err
		}
	}
	if len(pages) > mostPages {
		return Document{}, errPages
	}
	b := &builder{doc: Document{Type: "pdf", Pages: len(pages)}}
	size := 0
	for i, text := range pages {
		if b.doc.over {
			return Document{}, ErrTooMuch
		}
		b.page = i + 1
		size += len(strings.TrimSpace(text))
		for _, p := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
			if p = strings.Trim(p, "\n"); strings.TrimSpace(p) != "" {
				b.add(Paragraph, clean(p))
			}
		}
	}
	if size < leastOfPage*len(pages) {
		return Document{}, errScan
	}
	return b.done(), nil
}

// byPoppler gives nil when pdftotext is not installed.
func byPoppler(data []byte) ([]string, error) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil, nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), pdfPatience)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "-enc", "UTF-8", "-l", strconv.Itoa(mostPages+1), "-", "-")
	cmd.Stdin = bytes.NewReader(data)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, much, err := output(cmd, MaxText)
	switch {
	case much:
		return nil, ErrTooMuch
	case ctx.Err() != nil, killed(err):
		return nil, ErrSlow
	case err != nil && strings.Contains(complaint.String(), "password"):
		return nil, errLock
	case err != nil:
		return nil, ErrBroken
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f"), nil
}

// output is what a program prints, up to a limit that ends it.
func output(cmd *exec.Cmd, most int64) (out []byte, much bool, err error) {
	pipe, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return nil, false, err
	}
	out, err = io.ReadAll(io.LimitReader(pipe, most+1))
	if much = int64(len(out)) > most; much {
		err = errors.Join(err, cmd.Process.Kill())
	}
	return out, much, errors.Join(err, cmd.Wait())
}

// killed tells a program that went over a limit of its own from one that gave up.
func killed(err error) bool {
	var ended *exec.ExitError
	return errors.As(err, &ended) && !ended.Exited()
}

func byGo(data []byte) ([]string, error) {
	r, err := reader.NewReader(bytes.NewReader(data), int64(len(data)))
	if errors.Is(err, reader.ErrInvalidPassword) {
		return nil, errLock
	}
	if err != nil {
		return nil, ErrBroken
	}
	if r.NumPage() > mostPages {
		return nil, errPages
	}
	pages, size := make([]string, 0, r.NumPage()), 0
	for i := 1; i <= r.NumPage(); i++ {
		page := r.Page(i)
		plain, err := page.GetPlainText(nil)
		if err != nil {
			plain = ""
		}
		pages = append(pages, likelier(plain, rows(page)))
		if size += len(pages[i-1]); size > MaxText {
			return nil, ErrTooMuch
		}
	}
	return pages, nil
}

// rows reads a page line by line, which keeps words apart where the plain way runs them together.
func rows(page reader.Page) string {
	list, err := page.GetTextByRow()
	if err != nil {
		return ""
	}
	var lines []string
	for _, row := range list {
		var line []string
		for _, w := range row.Content {
			line = append(line, w.S)
		}
		lines = append(lines, strings.Join(line, " "))
	}
	return strings.Join(lines, "\n")
}

// likelier is the text whose words have the length of words.
func likelier(a, b string) string {
	if length := meanWord(a); length >= 3 && length <= longWordBytes {
		return a
	}
	if length := meanWord(b); length >= 3 && length <= longWordBytes || len(a) == 0 {
		return b
	}
	return a
}

func meanWord(text string) int {
	words := strings.Fields(text)
	if len(words) == 0 {
		return 0
	}
	return len(text) / len(words)
}

func clean(s string) string { return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", " ") }
