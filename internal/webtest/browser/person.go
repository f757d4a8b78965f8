package browser

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience bounds every wait for something that must come; machines that build at the same time are slow.
const patience = 30 * time.Second

// Person is a browser profile of its own: cookies that no other person has, and any number of tabs.
type Person struct {
	t    testing.TB
	base string
	ctx  context.Context // of the first tab
	name string
	tabs int
}

// NewPerson makes a profile for the test and opens its first tab. Base is the address of the site,
// such as "http://127.0.0.1:8080"; name stands in what a failing story leaves behind.
func NewPerson(t testing.TB, base, name string) (*Person, *Page) {
	t.Helper()
	root, err := chromium()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(root, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	p := &Person{t: t, base: base, ctx: ctx, name: name}
	return p, p.open(ctx)
}

// Tab opens another tab in a window of its own, so that both are visible.
func (p *Person) Tab() *Page {
	p.t.Helper()
	ctx, cancel := chromedp.NewContext(p.ctx)
	p.t.Cleanup(cancel)
	return p.open(ctx)
}

// TabInFront opens another tab in the same window, which hides the one that was there until it is shown again.
func (p *Person) TabInFront() *Page {
	p.t.Helper()
	ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithNewWindow(false))
	p.t.Cleanup(cancel)
	return p.open(ctx)
}

func (p *Person) open(ctx context.Context) *Page {
	p.t.Helper()
	p.tabs++
	tab := &Page{t: p.t, base: p.base, ctx: ctx, name: fmt.Sprintf("%s-%d", p.name, p.tabs)}
	if err := chromedp.Do(ctx); err != nil {
		p.t.Fatalf("open a tab: %v", err)
	}
	tab.listen()
	tab.answerDialogs()
	p.t.Cleanup(tab.close) // before the tab's context ends: cleanups run in the opposite order
	return tab
}

// Show brings the tab to the front of its window.
func (p *Page) Show() {
	p.t.Helper()
	call(p, page.BringToFront, struct{}{})
	p.Wait("the tab is visible", `document.visibilityState === "visible"`)
}

// window is the id of the tab's window.
func (p *Page) window() browser.WindowID {
	p.t.Helper()
	return call(p, browser.GetWindowForTarget, browser.GetWindowForTargetParams{}).WindowID
}
