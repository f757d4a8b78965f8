package ui

import (
	"fmt"
	"regexp"
	"strings"

	"stoa/internal/plugin/strict"
)

// Theme is what of the look can be chosen; what is empty is the look of the house.
type Theme struct {
	Primary     string // the colour of what one is meant to press, as #rrggbb
	PrimaryDark string // the same in the dark; empty is made of Primary
	Radius      string // of corners, such as 0.5rem
	LightOnly   bool   // there is no dark mode
}

// The pages' backgrounds in light and dark, as in static/css/10-tokens.css.
var (
	lightPage = colour{252, 251, 248}
	darkPage  = colour{19, 24, 28}
	white     = colour{255, 255, 255}
	black     = colour{16, 18, 20}
)

// legible is the contrast of text that WCAG 2.2 asks for at level AA.
const legible = 4.5

var radiusForm = regexp.MustCompile(`^(0|\d*\.?\d+(rem|px|em))$`)

func (t *Theme) read(n strict.Node) {
	fields := n.Known("key of theme", "primary", "primary_dark", "radius", "dark")
	if f, ok := fields["primary"]; ok {
		t.Primary = readColour(f.Value, lightPage)
	}
	if f, ok := fields["primary_dark"]; ok {
		t.PrimaryDark = readColour(f.Value, darkPage)
		if _, ok := fields["primary"]; !ok {
			f.Value.Errorf("primary_dark goes with primary")
		}
	}
	if f, ok := fields["radius"]; ok {
		if s, ok := f.Value.Text(); ok && !radiusForm.MatchString(s) {
			f.Value.Errorf("want a length such as 0.5rem or 8px, got %q", s)
		} else if ok {
			t.Radius = s
		}
	}
	if f, ok := fields["dark"]; ok {
		if on, ok := f.Value.Bool(); ok {
			t.LightOnly = !on
		}
	}
}

// readColour is a colour that can be read on a page.
func readColour(n strict.Node, page colour) string {
	if n.IsNull() {
		n.Errorf(`want a colour in quotes, such as "#7c3aed": without them # begins a comment`)
		return ""
	}
	s, ok := n.Text()
	if !ok {
		return ""
	}
	c, ok := parseColour(s)
	if !ok {
		n.Errorf("want a colour such as \"#7c3aed\", got %q", s)
		return ""
	}
	if ratio := contrast(c, page); ratio < legible {
		n.Errorf("%s cannot be read on the page %s: the contrast is %.1f, want %.1f", s, page, ratio, legible)
	}
	return s
}

// CSS is the stylesheet that turns the look of the house into the theme; empty when nothing is chosen.
func (t Theme) CSS() string {
	var b strings.Builder
	if light, ok := parseColour(t.Primary); ok {
		dark, ok := parseColour(t.PrimaryDark)
		if !ok {
			dark = light.until(white, func(c colour) bool { return contrast(c, darkPage) >= legible+1 })
		}
		pair := func(name string, light, dark colour) {
			fmt.Fprintf(&b, "  --%s: light-dark(%s, %s);\n", name, light, dark)
		}
		pair("primary", light, dark)
		pair("primary-strong", light.mix(black, 0.2), dark.mix(white, 0.25))
		pair("primary-foreground", onTop(light), onTop(dark))
		pair("ring", light, dark)
		pair("accent", lightPage.mix(light, 0.1), darkPage.mix(dark, 0.18))
		pair("bubble", lightPage.mix(light, 0.12), darkPage.mix(dark, 0.22))
	}
	if t.Radius != "" {
		fmt.Fprintf(&b, "  --radius: %s;\n", t.Radius)
	}
	css := ""
	if b.Len() > 0 {
		css = ":root {\n" + b.String() + "}\n"
	}
	if t.LightOnly {
		css += ":root, :root.system, :root.dark { color-scheme: light; }\n"
	}
	return css
}
