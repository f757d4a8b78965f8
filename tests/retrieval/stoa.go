package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"stoa/internal/webtest/modelserver"
	"stoa/internal/webtest/program"
)

// stoa is a Stoa with a new database, and its owner's browser.
type stoa struct {
	home, base string
	program    *program.Program
	client     *http.Client
	provider   *httptest.Server // of vectors; nil for none
}

func start(ctx context.Context, path string) (*stoa, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	s := &stoa{}
	if s.home, err = os.MkdirTemp("", "stoa-retrieval-"); err != nil {
		return nil, err
	}
	if err := os.Chmod(s.home, 0o755); err != nil { // the private PostgreSQL may be another user
		return nil, err
	}
	address, err := program.FreeAddress(ctx)
	if err != nil {
		return nil, err
	}
	s.base = "http://" + address
	cmd := exec.Command(path, "serve")
	cmd.Dir = s.home
	cmd.Env = append(os.Environ(), "STOA_DATA="+filepath.Join(s.home, "data"), "STOA_ADDR="+address, "STOA_OPS_ADDR=off", "OPENAI_API_KEY=", "OPENAI_BASE_URL=", "DATABASE_URL=", "EMBEDDINGS_MODEL=", "RERANK_MODEL=")
	if random {
		provider := modelserver.Handler()
		provider.SetMeaning(modelserver.Meaning{Random: true, Dimensions: 384})
		s.provider = httptest.NewServer(provider)
		cmd.Env = append(cmd.Env, "EMBEDDINGS_MODEL=random", "EMBEDDINGS_BASE_URL="+s.provider.URL+"/v1")
	}
	if s.program, err = program.Start(cmd); err != nil {
		return nil, err
	}
	if err := s.ready(ctx); err != nil {
		s.stop()
		return nil, err
	}
	return s, nil
}

// ready waits for the first page and registers a company.
func (s *stoa) ready(ctx context.Context) error {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	s.client = &http.Client{Jar: jar}
	if err := s.program.Await(ctx, program.Answers(s.base+"/login")); err != nil {
		return err
	}
	form := url.Values{"company": {"Measured"}, "name": {"Owner"}, "email": {"owner@example.com"}, "password": {"long enough for a benchmark"}}
	res, err := s.client.PostForm(s.base+"/register", form)
	if err != nil {
		return err
	}
	return res.Body.Close()
}

func (s *stoa) stop() {
	_ = s.program.Stop() // how it ends is not measured
	_ = os.RemoveAll(s.home)
	if s.provider != nil {
		s.provider.Close()
	}
}

func (s *stoa) get(ctx context.Context, path string, into any) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+path, nil)
	if err != nil {
		return nil, err
	}
	if into != nil {
		r.Header.Set("Accept", "application/json")
	}
	return s.do(r, into)
}

func (s *stoa) do(r *http.Request, into any) ([]byte, error) {
	res, err := s.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s answers %s", r.URL.Path, res.Status)
	}
	if err == nil && into != nil {
		err = json.Unmarshal(body, into)
	}
	return body, err
}

const filesAtOnce = 100

// uploadAll uploads the documents as text files and waits until all of them are searchable.
func (s *stoa) uploadAll(ctx context.Context, documents []document) error {
	for from := 0; from < len(documents); from += filesAtOnce {
		if err := s.upload(ctx, documents[from:min(from+filesAtOnce, len(documents))]); err != nil {
			return err
		}
	}
	for {
		working, err := s.working(ctx)
		if err != nil || !working {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

var older = regexp.MustCompile(`href="(/knowledge\?before=[^"]+)"`)

// working tells whether any document is still on its way, or lacks its vectors. Each page of the list tells of its own documents
// only, and those that have become ready stand before those that wait.
func (s *stoa) working(ctx context.Context) (bool, error) {
	for path := "/knowledge"; ; {
		page, err := s.get(ctx, path, nil)
		if err != nil || bytes.Contains(page, []byte("data-working=")) {
			return true, err
		}
		next := older.FindSubmatch(page)
		if next == nil {
			return false, nil
		}
		path = html.UnescapeString(string(next[1]))
	}
}

func (s *stoa) upload(ctx context.Context, documents []document) error {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for _, d := range documents {
		w, err := form.CreateFormFile("file", d.ID+".txt")
		if err != nil {
			return err
		}
		text := d.Text
		if d.Title != "" {
			text = d.Title + "\n\n" + d.Text
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	if err := form.Close(); err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.base+"/knowledge", &body)
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", form.FormDataContentType())
	_, err = s.do(r, nil)
	return err
}

// ask searches for each query, page after page, until a hundred documents are found or there are no more.
func (s *stoa) ask(ctx context.Context, set set, change func(string) string) (*figures, error) {
	f := &figures{}
	for _, q := range set.queries {
		ranked, took, err := s.ranking(ctx, change(q.Text))
		if err != nil {
			return nil, errors.Join(fmt.Errorf("query %s", q.ID), err)
		}
		f.took = append(f.took, took)
		f.add(ranked, set.grades[q.ID])
	}
	f.mean()
	return f, nil
}

// ranking is the documents of a search in the order of their best passages, and how long the first page took.
func (s *stoa) ranking(ctx context.Context, q string) (ranked []string, first time.Duration, err error) {
	seen := map[string]bool{}
	for offset := 0; len(ranked) < 100 && offset <= 150; offset += 50 {
		var page struct {
			Results []struct {
				FileName string `json:"file_name"`
			}
		}
		begin := time.Now()
		path := "/knowledge/search?" + url.Values{"q": {q}, "limit": {"50"}, "offset": {fmt.Sprint(offset)}}.Encode()
		if _, err := s.get(ctx, path, &page); err != nil {
			return nil, 0, err
		}
		if offset == 0 {
			first = time.Since(begin)
		}
		for _, r := range page.Results {
			if id := strings.TrimSuffix(r.FileName, ".txt"); !seen[id] {
				seen[id] = true
				ranked = append(ranked, id)
			}
		}
		if len(page.Results) < 50 {
			break
		}
	}
	return ranked, first, nil
}
