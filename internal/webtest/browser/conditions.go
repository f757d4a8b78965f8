package browser

import (
	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
)

// NoScripts keeps the scripts of every page that is loaded from now on from running.
func (p *Page) NoScripts() {
	p.t.Helper()
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

// Size is the size of the page in CSS pixels; mobile is a touch screen that is held in a hand.
func (p *Page) Size(width, height int64, mobile bool) {
	p.t.Helper()
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1, Mobile: mobile})
}

// Scheme sets what the device prefers: "light" or "dark".
func (p *Page) Scheme(scheme string) {
	p.t.Helper()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

// Offline cuts the tab off the network, what is open included, or connects it again.
func (p *Page) Offline(off bool) {
	p.t.Helper()
	p.fail("", off)
	call(p, network.OverrideNetworkState, network.OverrideNetworkStateParams{Offline: off, DownloadThroughput: -1, UploadThroughput: -1})
}

// FailRequests lets the requests whose URL matches the pattern fail as if there were no network, or lets them through again.
func (p *Page) FailRequests(pattern string, off bool) { p.t.Helper(); p.fail(pattern, off) }

func (p *Page) fail(pattern string, off bool) {
	p.t.Helper()
	rules := []*network.Conditions{}
	if off {
		rules = append(rules, &network.Conditions{URLPattern: pattern, Offline: true, DownloadThroughput: -1, UploadThroughput: -1})
	}
	call(p, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: rules})
}

// Hide minimizes the tab's window: the page is told that nobody sees it.
func (p *Page) Hide() {
	p.t.Helper()
	p.bounds(browser.WindowStateMinimized)
	p.Wait("the tab is hidden", `document.visibilityState === "hidden"`)
}

// Unhide shows the window of a page that was hidden.
func (p *Page) Unhide() {
	p.t.Helper()
	p.bounds(browser.WindowStateNormal)
	p.Wait("the tab is visible", `document.visibilityState === "visible"`)
}

func (p *Page) bounds(state browser.WindowState) {
	p.t.Helper()
	call(p, browser.SetWindowBounds, browser.SetWindowBoundsParams{WindowID: p.window(), Bounds: &browser.Bounds{WindowState: state}})
}
