package browser

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
)

// Artifacts is where a failing story leaves what it saw, below the folder of its package.
const Artifacts = "artifacts"

var unsafeName = regexp.MustCompile(`[^A-Za-z0-9_.-]+`)

// Artifact is the path of a file that belongs to a test; its folder exists.
func Artifact(test, name string) (string, error) {
	err := os.MkdirAll(Artifacts, 0o755)
	return filepath.Join(Artifacts, unsafeName.ReplaceAllString(test+"-"+name, "_")), err
}

// listen collects what the page complains about.
func (p *Page) listen() {
	messages := chromedp.Console(p.ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return // the tab is closed
			}
			if m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleException {
				p.mu.Lock()
				p.problems = append(p.problems, strings.TrimSpace(m.Source+" "+m.Text)+" at "+m.URL)
				p.mu.Unlock()
			}
		}
	}()
}

// Expect says that the page will complain in these words, because the story provokes it. A page that
// complains in any other words fails its test at the end.
func (p *Page) Expect(words ...string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.expected = append(p.expected, words...)
}

// Problems are the complaints that nobody expected.
func (p *Page) Problems() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var left []string
	for _, problem := range p.problems {
		if !containsAny(problem, p.expected) {
			left = append(left, problem)
		}
	}
	return left
}

func containsAny(s string, parts []string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// close looks at the console once more; a failing test leaves a picture and the HTML of each of its pages.
func (p *Page) close() {
	for _, problem := range p.Problems() {
		p.t.Errorf("%s: the page complains: %s", p.name, problem)
	}
	if p.t.Failed() {
		p.keep()
	}
}

func (p *Page) keep() {
	ctx, cancel := context.WithTimeout(p.ctx, 10*time.Second)
	defer cancel()
	html, err := chromedp.Run(ctx, chromedp.Evaluate[string](`"<!-- " + location.href + " -->\n" + document.documentElement.outerHTML`))
	if err == nil {
		err = p.write(p.name+".html", []byte(html))
	}
	if err == nil {
		err = p.Picture(p.name)
	}
	if err != nil {
		p.t.Logf("%s: no evidence: %v", p.name, err)
	}
}

// Picture saves what the tab shows among the artifacts.
func (p *Page) Picture(name string) error {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		return err
	}
	return p.write(name+".png", png)
}

func (p *Page) write(name string, data []byte) error {
	path, err := Artifact(p.t.Name(), name)
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
