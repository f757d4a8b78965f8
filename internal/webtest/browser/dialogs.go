package browser

import (
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// answerDialogs closes what would block the page: "leave this page?" with yes; any other dialog with
// no, and it counts as a complaint, because no page of ours opens one.
func (p *Page) answerDialogs() {
	dialogs := chromedp.Events(p.ctx, page.JavascriptDialogOpening)
	go func() {
		for d, err := range dialogs {
			if err != nil {
				return // the tab is closed
			}
			leave := d.Type == page.DialogTypeBeforeunload
			p.mu.Lock()
			if leave {
				p.left++
			} else {
				p.problems = append(p.problems, "a dialog: "+d.Message)
			}
			p.mu.Unlock()
			_, _ = chromedp.Call(p.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: leave}) // an error is that the tab is closed
		}
	}()
}

// AskedToLeave is how often the page asked whether what was typed may be lost; the answer is always yes.
func (p *Page) AskedToLeave() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.left
}
