package browser

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Page is one tab. Its methods end the test when what they ask for does not come true in time.
type Page struct {
	t    testing.TB
	base string
	ctx  context.Context
	name string

	mu       sync.Mutex
	problems []string // what the page wrote to the console as an error
	expected []string // parts of problems that the story provokes
	left     int      // how often it asked whether to leave
}

// Open loads a page of the site to its end and returns its HTTP status.
func (p *Page) Open(path string) int {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	res, err := chromedp.Run(ctx, chromedp.NavigateResponse(p.address(path)))
	if err != nil {
		p.t.Fatalf("%s: open %s: %v", p.name, path, err)
	}
	return int(res.Status)
}

// Reload loads the page again, to its end.
func (p *Page) Reload() { p.t.Helper(); p.Open(p.Location()) }

func (p *Page) address(path string) string {
	if strings.HasPrefix(path, "/") {
		return p.base + path
	}
	return path
}

// Location is the path of the page with its query.
func (p *Page) Location() string {
	p.t.Helper()
	return Eval[string](p, "location.pathname + location.search")
}

// At waits until the page's path is the given one.
func (p *Page) At(path string) {
	p.t.Helper()
	p.Wait("the page is "+path, "location.pathname === "+quote(path)+` && document.readyState !== "loading"`)
}

// Status is the HTTP status with which the page came.
func (p *Page) Status() int {
	p.t.Helper()
	return Eval[int](p, `performance.getEntriesByType("navigation")[0].responseStatus`)
}

// Wait looks until the expression is true in the page; a page that is just loading counts as not yet.
func (p *Page) Wait(what, expression string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := p.until(ctx, expression); err != nil {
		p.t.Fatalf("%s: waited in vain: %s (%s): %v; the page is %s", p.name, what, expression, err, p.where())
	}
}

func (p *Page) until(ctx context.Context, expression string) error {
	tick := time.NewTicker(15 * time.Millisecond)
	defer tick.Stop()
	for {
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
		if ok && err == nil {
			return nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return fmt.Errorf("%w (last: %v)", ctx.Err(), err) //nolint:errorlint // only for the reader
		}
	}
}

// Has reports whether the expression is true right now.
func (p *Page) Has(expression string) bool {
	p.t.Helper()
	return Eval[bool](p, "!!("+expression+")")
}

// Text is what a person reads of the first element of the selector; "" when there is none.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	return Eval[string](p, "(document.querySelector("+quote(selector)+")?.innerText ?? '').trim()")
}

// Count counts the elements of the selector.
func (p *Page) Count(selector string) int {
	p.t.Helper()
	return Eval[int](p, "document.querySelectorAll("+quote(selector)+").length")
}

func (p *Page) where() string {
	ctx, cancel := context.WithTimeout(p.ctx, 2*time.Second)
	defer cancel()
	s, err := chromedp.Run(ctx, chromedp.Evaluate[string](`location.href + " “" + document.title + "” " + (document.querySelector("main, body")?.innerText ?? "").slice(0, 600)`))
	if err != nil {
		return err.Error()
	}
	return s
}
