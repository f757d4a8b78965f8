package main
import ("testing";"net/http/httptest";"github.com/chromedp/chromedp";"github.com/chromedp/chromedp/kb")
func TestZZ(t *testing.T){
	s := &talker{done: make(chan struct{})}
	srv := httptest.NewServer(s.handler()); defer srv.Close()
	ctx := browser(t)
	step(ctx, t, chromedp.EmulateViewport(1280, 820), chromedp.Navigate(srv.URL+"/story/chat"))
	step(ctx, t, chromedp.Evaluate[chromedp.Void](`window.log=[]; for (const n of ["keydown","keypress","beforeinput","input","keyup"]) document.addEventListener(n, e => log.push([n, e.key, e.inputType, e.defaultPrevented, e.shiftKey, content.value])); undefined`))
	typed(ctx, t, "a"+kb.Enter)
	until(ctx, t, `log.some(l=>l[0]==="keyup" && l[1]==="Enter")`)
	v, _ := chromedp.Run(ctx, chromedp.Evaluate[string](`JSON.stringify(log)+content.value`))
	t.Log(v)
}
