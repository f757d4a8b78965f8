package browser

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Keys for Press.
const (
	Tab    = kb.Tab
	Enter  = kb.Enter
	Space  = " "
	Escape = kb.Escape
)

// target finds the element to act on: of the selector, the first that is shown, and with text the
// first whose text or name is that. It is brought into view and must not be covered or moving.
const target = `((selector, text) => {
  const named = (e) => (e.innerText ?? "").trim() === text || e.getAttribute("aria-label") === text || e.labels?.[0]?.innerText.trim() === text;
  const all = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility({ visibilityProperty: true }) && (!text || named(e)));
  const e = all[0];
  if (!e || e.disabled) return null;
  const inside = (r) => r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth;
  if (!inside(e.getBoundingClientRect())) e.scrollIntoView({ block: "center", behavior: "instant" });
  const r = e.getBoundingClientRect(), x = r.left + r.width / 2, y = r.top + r.height / 2;
  const hit = document.elementFromPoint(x, y);
  if (!hit || !(e.contains(hit) || hit.contains(e) && hit.tagName === "LABEL")) return null;
  return [x, y];
})`

// Click presses the mouse on the first element of the selector that is shown.
func (p *Page) Click(selector string) { p.t.Helper(); p.ClickText(selector, "") }

// ClickText presses the mouse on the first element of the selector whose text or name is that.
func (p *Page) ClickText(selector, text string) { p.t.Helper(); p.Hold(selector, text, func() {}) }

// Hold is ClickText with something that happens while the mouse is pressed.
func (p *Page) Hold(selector, text string, meanwhile func()) {
	p.t.Helper()
	at := p.place(selector, text)
	mouse := input.DispatchMouseEventParams{X: at[0], Y: at[1]}
	for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMouseMoved, input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
		if mouse.Type = kind; kind == input.DispatchMouseEventTypeMouseReleased {
			meanwhile()
		}
		if kind != input.DispatchMouseEventTypeMouseMoved {
			mouse.Button, mouse.ClickCount = input.MouseButtonLeft, 1
		}
		call(p, input.DispatchMouseEvent, mouse)
	}
}

// place waits until the element can be acted on and stands still, and returns its middle.
func (p *Page) place(selector, text string) [2]float64 {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	expression := fmt.Sprintf("%s(%s, %s)", target, quote(selector), quote(text))
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	var last []float64
	for {
		at, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](expression))
		if err == nil && len(at) == 2 && len(last) == 2 && at[0] == last[0] && at[1] == last[1] {
			return [2]float64{at[0], at[1]}
		}
		last = at
		select {
		case <-tick.C:
		case <-ctx.Done():
			p.t.Fatalf("%s: nothing to click: %s %q (%v); the page is %s", p.name, selector, text, err, p.where())
		}
	}
}

// Fill puts text into the field of that name, in the place of what is there.
func (p *Page) Fill(selector, text string) {
	p.t.Helper()
	p.Wait("there is "+selector, "document.querySelector("+quote(selector)+")")
	Eval[bool](p, "(() => { const e = document.querySelector("+quote(selector)+"); e.focus(); e.select?.(); return document.activeElement === e })()")
	p.Type(text)
	p.Wait("the field holds the text", "document.querySelector("+quote(selector)+").value.trim() === "+quote(text)+".trim()")
}

// Type enters text where the cursor is, as one input; an empty text deletes what is selected.
func (p *Page) Type(text string) {
	p.t.Helper()
	if text == "" {
		p.Press(kb.Delete)
		return
	}
	call(p, input.InsertText, input.InsertTextParams{Text: text})
}

// Press presses keys one after the other.
func (p *Page) Press(keys ...string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	for _, key := range keys {
		if err := chromedp.Do(ctx, chromedp.KeyEvent(key)); err != nil {
			p.t.Fatalf("%s: press a key: %v", p.name, err)
		}
	}
}

// Choose selects an option by its value or its words.
func (p *Page) Choose(selector, option string) {
	p.t.Helper()
	p.Wait("the choice "+option, fmt.Sprintf(`((e) => {
	  const o = [...e.options].find((o) => o.value === %[2]s || o.text.trim() === %[2]s);
	  if (!o) return false;
	  e.value = o.value;
	  e.dispatchEvent(new Event("change", { bubbles: true }));
	  return true;
	})(document.querySelector(%[1]s))`, quote(selector), quote(option)))
}
