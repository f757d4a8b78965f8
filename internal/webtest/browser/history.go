package browser

// Back and Forward are the browser's buttons. Kept says whether the page that comes is the one that was left, out of the browser's
// back/forward cache with everything that its scripts had, and not one that was loaded anew.
func (p *Page) Back(to string) (kept bool)    { p.t.Helper(); return p.history("back", to) }
func (p *Page) Forward(to string) (kept bool) { p.t.Helper(); return p.history("forward", to) }

// Leave opens another page of the site, and marks the one that is left so that it is known again.
func (p *Page) Leave(path string) {
	p.t.Helper()
	p.mark()
	p.Open(path)
}

// Follow presses the mouse on what leads to another document, a form's button or a link, and waits until that has come: whoever loads a
// page before takes the place of the one that is on its way, or is taken the place of.
func (p *Page) Follow(selector, text string) {
	p.t.Helper()
	p.mark()
	p.ClickText(selector, text)
	p.Wait("another page has come", `window.left === undefined && document.readyState === "complete"`)
}

// mark: a property of the window lives as long as the document does, and no longer.
func (p *Page) mark() {
	p.t.Helper()
	Eval[bool](p, `(() => {
	  if (window.left === undefined) addEventListener("pageshow", (e) => { window.left = e.persisted });
	  window.left = false;
	  return true;
	})()`)
}

func (p *Page) history(way, to string) bool {
	p.t.Helper()
	p.mark()
	Eval[bool](p, `(setTimeout(() => history.`+way+`()), true)`) // not before the answer
	p.At(to)
	return Eval[bool](p, `window.left === true`)
}
