package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/google/uuid"

	"stoa/internal/config"
)

// verify looks at a running Stoa from outside, as a browser does, and prints a line for each part.
// It registers two companies of its own; their names say so.
func verify(ctx context.Context) error {
	c, err := config.Load()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	v := &verification{base: "http://" + c.Addr, redis: c.RedisURL != ""}
	if v.embedding, v.reranker, err = meaningModels(c); err != nil {
		return err
	}
	fmt.Printf("Stoa at %s\n", v.base)
	checks := []struct {
		name string
		run  func(context.Context) (string, error)
	}{
		{"database", v.database},
		{"session", v.session},
		{"isolation", v.isolation},
		{"stream", v.stream},
		{"model", v.model},
		{"cost event", v.costEvent},
		{"knowledge", v.knowledge},
		{"embeddings", v.embeddings},
		{"rerank", v.rerank},
		{"bus", v.bus},
		{"mail", v.mail},
		{"livekit", func(context.Context) (string, error) { return "not part of this version", errOff }},
	}
	failed := 0
	for _, check := range checks {
		detail, err := check.run(ctx)
		if errors.Is(err, errOff) {
			fmt.Printf("– %-11s off: %s\n", check.name, detail)
			continue
		}
		if err != nil {
			failed++
			fmt.Printf("✗ %-11s %v\n", check.name, err)
			continue
		}
		fmt.Printf("✓ %-11s %s\n", check.name, detail)
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d checks failed", failed, len(checks))
	}
	return nil
}

// errOff is how a check ends of what this server does not do.
var errOff = errors.New("off")

// verification is what the checks find out one after the other.
type verification struct {
	base         string
	redis        bool
	alice, bob   *visitor
	chat, answer string // the chat's path and the answer's text
	modelName    string
	word         string // that the document has which was sent

	embedding, reranker string // the models of the search by meaning; "" for none
}

func (v *verification) database(ctx context.Context) (string, error) {
	_, body, err := newVisitor(v.base).get(ctx, "/readyz")
	if err != nil {
		return "", err
	}
	if !strings.Contains(body, `"database":"ok"`) {
		return "", fmt.Errorf("/readyz says %s", strings.TrimSpace(body))
	}
	return "ready, migrated", nil
}

// bus asks whether Redis carries what instances tell each other.
func (v *verification) bus(ctx context.Context) (string, error) {
	_, body, err := newVisitor(v.base).get(ctx, "/readyz")
	if err == nil && !strings.Contains(body, `"bus":"ok"`) {
		err = fmt.Errorf("/readyz says %s; the server's log says why", strings.TrimSpace(body))
	}
	if !v.redis {
		return "in this process; set REDIS_URL for more than one instance", err
	}
	return "Redis carries events and running answers between instances", err
}

// mail asks whether letters can be delivered.
func (v *verification) mail(ctx context.Context) (string, error) {
	_, body, err := newVisitor(v.base).get(ctx, "/readyz")
	switch {
	case err != nil:
		return "", err
	case strings.Contains(body, `"email":"ok"`):
		return "letters are delivered, or kept for the operator", nil
	case strings.Contains(body, `"email":`):
		return "", errors.New("the mail server does not answer; letters are kept and tried again")
	}
	return "the plugin email is off", errOff
}

var documentPath = regexp.MustCompile(`href="(/knowledge/[0-9a-f-]{36})\?`)

// found waits until a document that was sent is found, and gives its address.
func (v *verification) found(ctx context.Context, word, title string) (string, error) {
	for until := time.Now().Add(20 * time.Second); ; {
		_, page, err := v.alice.get(ctx, "/knowledge/search?q="+word)
		if err != nil {
			return "", err
		}
		if m := documentPath.FindStringSubmatch(page); m != nil && strings.Contains(page, title) {
			return m[1], nil
		}
		if time.Now().After(until) {
			return "", errors.New("the document is not found twenty seconds after it was sent")
		}
		time.Sleep(200 * time.Millisecond)
	}
}

// knowledge keeps a document, finds it again and gets it back; the other company does not.
func (v *verification) knowledge(ctx context.Context) (string, error) {
	if v.alice == nil || v.bob == nil {
		return "", errors.New("no session")
	}
	word := "w" + strings.ReplaceAll(uuid.NewString(), "-", "")
	title := "About " + word[:9]
	_, _, err := v.alice.post(ctx, "/knowledge", url.Values{"title": {title}, "text": {"Nobody else writes " + word + ". This is a verification."}})
	var status statusError
	if errors.As(err, &status) && status.code == http.StatusNotFound {
		return "the plugin knowledge is off", errOff
	}
	if err != nil {
		return "", err
	}
	found, err := v.found(ctx, word, title)
	if err != nil {
		return "", err
	}
	if _, page, err := v.bob.get(ctx, "/knowledge/search?q="+word); err != nil || strings.Contains(page, title) {
		return "", errors.Join(err, errors.New("the other company finds the document"))
	}
	if _, file, err := v.alice.get(ctx, found+"/file"); err != nil || !strings.Contains(file, word) {
		return "", errors.Join(err, errors.New("the document's file is not what was sent"))
	}
	v.word = word
	return "a document is kept, found and given back; the other company does not find it", nil
}

func (v *verification) session(ctx context.Context) (string, error) {
	v.alice, v.bob = newVisitor(v.base), newVisitor(v.base)
	for name, who := range map[string]*visitor{"Alice": v.alice, "Bob": v.bob} {
		id := uuid.NewString()
		path, _, err := who.post(ctx, "/register", url.Values{
			"company": {"Verification " + id[:8]}, "name": {name}, "email": {"verify-" + id + "@example.com"}, "password": {id},
		})
		if err != nil {
			return "", err
		}
		if path != "/chats" {
			return "", fmt.Errorf("registration led to %s, not to /chats", path)
		}
	}
	path, _, err := newVisitor(v.base).get(ctx, "/chats")
	if err == nil && !strings.HasPrefix(path, "/login") {
		err = fmt.Errorf("a stranger at /chats came to %s, not to the login", path)
	}
	if err != nil {
		return "", err
	}
	return "two companies registered; a stranger is sent to the login", nil
}

func (v *verification) isolation(ctx context.Context) (string, error) {
	if v.alice == nil || v.bob == nil {
		return "", errors.New("no session")
	}
	path, _, err := v.alice.post(ctx, "/chats", url.Values{"title": {"Only for Alice"}})
	if err != nil {
		return "", err
	}
	v.chat = path
	if _, body, err := v.alice.get(ctx, path); err != nil || !strings.Contains(body, "Only for Alice") {
		return "", errors.Join(err, errors.New("Alice does not see her own chat"))
	}
	for _, foreign := range []string{path, path + "/stream"} {
		_, _, err := v.bob.get(ctx, foreign)
		var status statusError
		if !errors.As(err, &status) || status.code != http.StatusNotFound {
			return "", fmt.Errorf("Bob at %s of another company did not get 404: %w", foreign, cmp.Or(err, errors.New("he got the page")))
		}
	}
	return "the other company's chat and stream are 404", nil
}

var (
	bodyText  = regexp.MustCompile(`(?s)data-status="complete".*?<div class="done"[^>]*>(.*?)</div>`)
	markup    = regexp.MustCompile(`<[^>]*>`)
	receiptRE = regexp.MustCompile(`Receipt:</span>\s*<span>([^<]*)</span>`)
)

// stream sends a message and counts the pieces in which the answer comes.
func (v *verification) stream(ctx context.Context) (string, error) {
	if v.chat == "" {
		return "", errors.New("no chat")
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, v.base+v.chat+"/stream", nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("HX-Request", "true")
	res, err := v.alice.client.Do(req)
	if err != nil {
		return "", err
	}
	defer res.Body.Close() //nolint:errcheck // only read
	start := time.Now()
	if _, _, err := v.alice.post(ctx, v.chat+"/messages", url.Values{"content": {"What is Stoa?"}, "client_id": {uuid.NewString()}}); err != nil {
		return "", err
	}
	pieces, first := 0, time.Duration(0)
	lines := bufio.NewScanner(res.Body)
	lines.Buffer(nil, 4<<20)
	for lines.Scan() {
		line := lines.Text()
		if strings.Contains(line, `-tail" hx-swap="innerHTML"`) {
			if pieces++; pieces == 1 {
				first = time.Since(start)
			}
		}
		if strings.Contains(line, "outerMorph") && strings.Contains(line, `data-role="assistant"`) && !strings.Contains(line, `data-status="streaming"`) {
			if pieces == 0 { // it was written before the page could follow it
				return "the answer came whole", nil
			}
			return fmt.Sprintf("%d pieces, the first after %d ms", pieces, first.Milliseconds()), nil
		}
	}
	return "", errors.Join(lines.Err(), fmt.Errorf("the stream ended after %d pieces without an end of the answer", pieces))
}

func (v *verification) model(ctx context.Context) (string, error) {
	_, page, err := v.alice.get(ctx, v.chat)
	if err != nil {
		return "", err
	}
	i := strings.LastIndex(page, `data-role="assistant"`)
	if i < 0 {
		return "", errors.New("the chat has no answer")
	}
	m := bodyText.FindStringSubmatch(page[i:])
	if m == nil {
		return "", errors.New("the answer is not complete; open the chat for the reason")
	}
	v.answer = strings.TrimSpace(markup.ReplaceAllString(m[1], ""))
	name := receiptRE.FindStringSubmatch(page[i:])
	if v.answer == "" || name == nil {
		return "", errors.New("the answer is empty or has no receipt")
	}
	v.modelName = name[1]
	return fmt.Sprintf("%s answered %d characters", v.modelName, len(v.answer)), nil
}

func (v *verification) costEvent(ctx context.Context) (string, error) {
	if v.modelName == "" {
		return "", errors.New("no answer")
	}
	_, page, err := v.alice.get(ctx, "/usage")
	if err != nil {
		return "", err
	}
	if !strings.Contains(page, v.modelName) {
		return "", fmt.Errorf("%s is not on /usage", v.modelName)
	}
	return "the call of " + v.modelName + " is on /usage", nil
}

// visitor is somebody with a browser's cookies.
type visitor struct {
	base   string
	client *http.Client
}

func newVisitor(base string) *visitor {
	jar, err := cookiejar.New(nil)
	if err != nil {
		panic(err) // only with options, and there are none
	}
	return &visitor{base: base, client: &http.Client{Jar: jar}}
}

type statusError struct {
	code int
	path string
}

func (e statusError) Error() string { return fmt.Sprintf("%s answered %d", e.path, e.code) }

// get follows redirects and returns where it ended and the page.
func (v *visitor) get(ctx context.Context, path string) (ended, body string, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, v.base+path, nil)
	if err != nil {
		return "", "", err
	}
	return v.do(req)
}

func (v *visitor) post(ctx context.Context, path string, form url.Values) (ended, body string, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, v.base+path, strings.NewReader(form.Encode()))
	if err != nil {
		return "", "", err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if strings.HasSuffix(path, "/messages") {
		req.Header.Set("HX-Request", "true")
	}
	return v.do(req)
}

func (v *visitor) do(req *http.Request) (ended, body string, err error) {
	res, err := v.client.Do(req)
	if err != nil {
		return "", "", fmt.Errorf("%w: is Stoa running?", err)
	}
	defer res.Body.Close() //nolint:errcheck // only read
	page, err := io.ReadAll(io.LimitReader(res.Body, 8<<20))
	if err == nil && res.StatusCode >= 400 && res.Request.URL.Path != "/readyz" {
		err = statusError{res.StatusCode, req.URL.Path}
	}
	return res.Request.URL.Path, string(page), err
}
