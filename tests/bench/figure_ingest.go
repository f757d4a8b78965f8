package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"path/filepath"
	"strings"
	"time"
)

const (
	ingested       = 10 << 20 // bytes of text, in one file
	ingestLimit    = 30 * time.Second
	passagesSecond = 300
	proseWords     = 40_000
)

// ingest is how long a large text takes from its upload to its being found: read, cut, indexed and published beside requests.
func (l *lab) ingest(ctx context.Context) error {
	d, err := openDesk(ctx, filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return err
	}
	defer d.close()
	size := ifShort(l, ingested/20, ingested)
	before, err := treeCPU(l.stoa.process.pid())
	if err != nil {
		return err
	}
	begin := time.Now()
	if err := l.stoa.uploadText(ctx, "measured.txt", prose(4, size)+"\n\nThe stoa at the harbour is of pentelic marble."); err != nil {
		return err
	}
	if err := l.stoa.searchable(ctx, "pentelic"); err != nil {
		return err
	}
	took := time.Since(begin)
	after, err := treeCPU(l.stoa.process.pid())
	if err != nil {
		return err
	}
	var passages int
	const count = `select count(*) from knowledge_passages a join knowledge_versions v on v.tenant_id = a.tenant_id and v.id = a.version_id where v.file_name = 'measured.txt'`
	if err := d.admin.QueryRow(ctx, count).Scan(&passages); err != nil {
		return err
	}
	rate := float64(passages) / took.Seconds()
	l.report.bound(fmt.Sprintf("%.1f MB of text searchable, %d passages", float64(size)/(1<<20), passages), fmt.Sprintf("%.1f s", took.Seconds()), fmt.Sprintf("≤ %s", ingestLimit), took <= ingestLimit, soft)
	l.report.bound("… passages a second", fmt.Sprintf("%.0f", rate), fmt.Sprintf("≥ %d [1000]", passagesSecond), rate >= passagesSecond, soft)
	l.report.note("… CPU a passage, PostgreSQL counted", ms(after.each(before, max(1, passages)).all))
	return nil
}

// little are words that every text is half made of, and no index keeps.
var little = strings.Fields("the of and to a in is it that for on with as was at by this be from or")

// prose is text in sentences and paragraphs, of words that are as unequally frequent as those of English; always the same for a seed.
func prose(seed uint64, size int) string {
	r := rand.New(rand.NewPCG(seed, 2)) //nolint:gosec // always the same, no secret
	frequent := rand.NewZipf(r, 1.1, 3, proseWords-1)
	var b strings.Builder
	for b.Len() < size {
		for sentence := range 3 + r.IntN(5) {
			for word := range 8 + r.IntN(14) {
				w := little[r.IntN(len(little))]
				if r.IntN(100) < 55 {
					w = spelled(frequent.Uint64())
				}
				if word == 0 {
					w = strings.ToUpper(w[:1]) + w[1:]
				} else {
					w = " " + w
				}
				b.WriteString(w)
			}
			b.WriteString(".")
			if sentence < 2 {
				b.WriteString(" ")
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// spelled makes a word of a number: frequent ones are short.
func spelled(n uint64) string {
	const heads, tails = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for n += 3; n > 0; n /= uint64(len(heads) * len(tails)) {
		b.WriteByte(heads[n%uint64(len(heads))])
		b.WriteByte(tails[n/uint64(len(heads))%uint64(len(tails))])
	}
	return b.String()
}

// uploadText uploads a text as a file.
func (s *stoa) uploadText(ctx context.Context, name, text string) error {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	file, err := form.CreateFormFile("file", name)
	if err == nil {
		_, err = file.Write([]byte(text))
	}
	if err = errors.Join(err, form.Close()); err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.base+"/knowledge", &body)
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	res, err := s.client.Do(r)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK && res.StatusCode != http.StatusSeeOther {
		return fmt.Errorf("the upload answers %s", res.Status)
	}
	return nil
}

// searchable waits until a search finds a word.
func (s *stoa) searchable(ctx context.Context, word string) error {
	for end := time.Now().Add(10 * time.Minute); time.Now().Before(end); {
		found, err := s.find(ctx, word)
		if err != nil || found > 0 {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	return errors.New("the text is not found after ten minutes")
}
