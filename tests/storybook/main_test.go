package main

import (
	"context"
	"encoding/json"
	"flag"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"stoa/views/storybook"
)

var shots = flag.String("shots", "", "write a picture of every story into this folder")

// view is a window and a theme in which every story is looked at.
type view struct {
	name  string
	width int64
	theme string
}

var views = []view{{"wide-light", 1280, "light"}, {"wide-dark", 1280, "dark"}, {"narrow-light", 390, "light"}, {"narrow-dark", 390, "dark"}, {"least", 360, "system"}}

// tabs work at once, each on a part of the stories.
const tabs = 2

// audit runs axe with all its rules and says what is wrong, one line each, and what sticks out of the page.
const audit = `(async () => {
	const found = await axe.run({resultTypes: ["violations"]});
	const lines = found.violations.map(v => v.id + ": " + v.nodes.map(n => n.target.join(" ") + " " + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? "")).slice(0, 3).join("; "));
	if (document.documentElement.scrollWidth > innerWidth) lines.push("the page scrolls sideways: " + document.documentElement.scrollWidth);
	return JSON.stringify(lines);
})()`

// TestAxe opens every story in a real browser, in every view, and lets axe look for what shuts people out.
func TestAxe(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile("../e2e/vendor/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(handler())
	t.Cleanup(srv.Close)
	stories := slices.DeleteFunc(storybook.Stories(assets(), ""), func(s storybook.Story) bool { return same(s.Name) })
	ctx := browser(t)
	for n := range tabs {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			t.Parallel()
			ctx, closed := chromedp.NewContext(ctx)
			t.Cleanup(closed)
			for i := n; i < len(stories); i += tabs {
				for _, v := range views {
					s := stories[i]
					look(ctx, t, srv.URL+"/story/"+s.Name+"?theme="+v.theme, s.Name+"-"+v.name, v.width, string(axe))
				}
			}
		})
	}
}

// same tells the stories that are others again: a thousand rows are those of the short list, over which axe would take
// minutes, one error page speaks for all, and the refused form for the fresh one.
func same(name string) bool {
	return strings.HasSuffix(name, "-thousand") || slices.Contains([]string{"resource-nothing", "resource-trash", "resource-form"}, name) || strings.HasPrefix(name, "error-") && name != "error-429"
}

func look(ctx context.Context, t *testing.T, address, name string, width int64, axe string) {
	t.Helper()
	steps := []chromedp.Action[chromedp.Void]{chromedp.EmulateViewport(width, 820), chromedp.Navigate(address)}
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	picture(ctx, t, name)
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](axe+";true")); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	out, err := chromedp.Run(ctx, chromedp.Evaluate[string](audit, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var lines []string
	if err := json.Unmarshal([]byte(out), &lines); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, line := range lines {
		t.Errorf("%s: %s", name, line)
	}
}

func picture(ctx context.Context, t *testing.T, name string) {
	t.Helper()
	if *shots == "" {
		return
	}
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := os.WriteFile(filepath.Join(*shots, name+".png"), png, 0o600); err != nil {
		t.Fatal(err)
	}
}

// browser starts one headless browser for the test.
func browser(t *testing.T) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU)
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, end := context.WithTimeout(ctx, 10*time.Minute)
	t.Cleanup(end)
	if err := chromedp.Do(ctx); err != nil { // it runs before tabs are opened in it
		t.Fatal(err)
	}
	return ctx
}
