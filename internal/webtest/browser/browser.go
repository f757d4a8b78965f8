// Package browser drives a real headless Chromium for stories: one process for all of them, a profile for each person.
package browser

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// programs are the names under which Chromium is found on PATH.
var programs = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// flags keep the browser from talking to anybody but us, and from slowing pages that nobody looks at.
var flags = []chromedp.ExecAllocatorOption{
	chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck, chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU,
	chromedp.Flag("disable-background-networking", true),
	chromedp.Flag("disable-background-timer-throttling", true),
	chromedp.Flag("disable-backgrounding-occluded-windows", true),
	chromedp.Flag("disable-breakpad", true),
	chromedp.Flag("disable-component-update", true),
	chromedp.Flag("disable-default-apps", true),
	chromedp.Flag("disable-dev-shm-usage", true),
	chromedp.Flag("disable-extensions", true),
	chromedp.Flag("disable-prompt-on-repost", true),
	chromedp.Flag("disable-quic", true),
	chromedp.Flag("disable-renderer-backgrounding", true),
	chromedp.Flag("disable-sync", true),
	chromedp.Flag("force-color-profile", "srgb"),
	chromedp.Flag("hide-scrollbars", false),
	chromedp.Flag("lang", "en-GB"),
	chromedp.Flag("mute-audio", true),
	chromedp.Flag("password-store", "basic"),
	chromedp.Env("TZ=UTC"),
	chromedp.WindowSize(1280, 800),
}

// chromium is the one process; the first person starts it.
var chromium = sync.OnceValues(start)

// stop ends it; Main calls it when the last test is over.
var stop = func() {}

func start() (context.Context, error) {
	path, err := find()
	if err != nil {
		return nil, err
	}
	allocator, end := chromedp.NewExecAllocator(context.Background(), append([]chromedp.ExecAllocatorOption{chromedp.ExecPath(path)}, flags...)...)
	stop = end
	ctx, _ := chromedp.NewContext(allocator)
	if err := chromedp.Do(ctx); err != nil {
		return nil, fmt.Errorf("browser: start %s: %w", path, err)
	}
	return ctx, nil
}

func find() (string, error) {
	for _, name := range programs {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("browser: no Chromium found: install it (Debian: apt-get install chromium)")
}

// Main runs the tests of a package and ends the browser after them; TestMain passes its result to os.Exit.
func Main(m *testing.M) int {
	code := m.Run()
	stop()
	return code
}
