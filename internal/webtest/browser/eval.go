package browser

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Eval returns what the expression is in the page, a promise's value included.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	for {
		v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, func(e *runtime.EvaluateParams) { e.AwaitPromise = new(isPromise(expression)) }))
		switch {
		case err == nil:
			return v
		case navigating(err) && ctx.Err() == nil: // the document was replaced under the question
			continue
		}
		p.t.Fatalf("%s: %s: %v", p.name, expression, err)
		return v
	}
}

// isPromise: without scripts in the page a promise is never settled, so only what asks for one waits for it.
func isPromise(expression string) bool { return strings.HasPrefix(expression, "(async") }

func navigating(err error) bool {
	text := err.Error()
	return strings.Contains(text, "context was destroyed") || strings.Contains(text, "Cannot find default execution context") ||
		strings.Contains(text, "navigated or closed")
}

// call sends a command of the DevTools protocol.
func call[P, R any](p *Page, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	r, err := chromedp.Call(ctx, command, params)
	if err != nil {
		p.t.Fatalf("%s: %s: %v", p.name, command.Method, err)
	}
	return r
}

// quote writes a string as a literal of JavaScript.
func quote(s string) string {
	b, _ := json.Marshal(s) // a string always marshals
	return string(b)
}
