package e2e

import (
	"fmt"
	"os"
	"sync"
	"testing"

	"stoa/internal/webtest/browser"
)

// axe is the accessibility checker as its makers ship it.
var axe = sync.OnceValues(func() (string, error) {
	b, err := os.ReadFile("vendor/axe.min.js")
	return string(b), err
})

// look is one way to look at a page.
type look struct {
	width, height int64
	mobile        bool
	scheme        string
}

func (l look) String() string { return fmt.Sprintf("%d-%s", l.width, l.scheme) }

var looks = []look{
	{360, 740, true, "light"}, {360, 740, true, "dark"}, {1280, 800, false, "light"}, {1280, 800, false, "dark"},
}

// scrolls are widths at which a page must not scroll sideways, besides those of the looks.
var scrolls = []int64{390, 600, 768, 1000, 1920}

// inspect looks at a page in every way: axe finds nothing, and nothing sticks out of it.
func inspect(t *testing.T, p *browser.Page, state string) {
	t.Helper()
	source, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	browser.Eval[bool](p, source+"; true")
	for _, l := range looks {
		p.Size(l.width, l.height, l.mobile)
		p.Scheme(l.scheme)
		for _, problem := range violations(p) {
			t.Errorf("%s, %s: %s", state, l, problem)
		}
		fits(t, p, state, l.width)
		if os.Getenv("STOA_SHOTS") != "" {
			if err := p.Picture(state + "-" + l.String()); err != nil {
				t.Error(err)
			}
		}
	}
	for _, width := range scrolls {
		p.Size(width, 800, width < 600)
		fits(t, p, state, width)
	}
}

func violations(p *browser.Page) []string {
	return browser.Eval[[]string](p, `(async () => {
	  const ends = document.getAnimations().filter((a) => a.effect.getTiming().iterations !== Infinity);
	  await Promise.all(ends.map((a) => a.finished.catch(() => {})));
	  const r = await axe.run(document, { resultTypes: ["violations"] });
	  return r.violations.map((v) => v.id + " (" + v.impact + "): " + v.nodes.map((n) => n.target.join(" ") + ": " + n.failureSummary).join("\n"));
	})()`)
}

func fits(t *testing.T, p *browser.Page, state string, width int64) {
	t.Helper()
	wide := browser.Eval[int64](p, `document.scrollingElement.scrollWidth`)
	if wide <= width {
		return
	}
	culprits := browser.Eval[string](p, fmt.Sprintf(`[...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > %d && e.checkVisibility())
	  .map((e) => e.tagName + "." + e.className + "#" + e.id).slice(0, 8).join(", ")`, width))
	t.Errorf("%s: %d px wide in a window of %d: %s", state, wide, width, culprits)
}

// The checker and the ruler are worth something only if they find what is there.
func TestInspectionFinds(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	p.Open("/login")
	source, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	browser.Eval[bool](p, source+"; true")
	if found := violations(p); len(found) != 0 {
		t.Errorf("at first: %v", found)
	}
	browser.Eval[bool](p, `document.documentElement.removeAttribute("lang"); document.querySelector("label").remove(); true`)
	if found := violations(p); len(found) != 2 {
		t.Errorf("want a missing language and a missing label, got %v", found)
	}
	p.Size(360, 740, true)
	browser.Eval[bool](p, `document.querySelector("main").style.width = "500px"; true`)
	if wide := browser.Eval[int64](p, `document.scrollingElement.scrollWidth`); wide <= 360 {
		t.Errorf("a main of 500 px makes the page %d px wide", wide)
	}
}
