package storybook

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"stoa/views/layout"
)

// tag finds tags and comments; a literal > in an attribute is escaped by templ, so none can end a tag early.
var tag = regexp.MustCompile(`<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^>]*)>`)

var attribute = regexp.MustCompile(`([^\s=/"]+)(?:="([^"]*)")?`)

// void are the elements without an end.
var void = map[string]bool{"meta": true, "link": true, "input": true, "br": true, "hr": true, "img": true}

type element struct {
	name       string
	attributes map[string]string
}

func TestStories(t *testing.T) {
	t.Parallel()
	assets := layout.Assets{Styles: []string{"/static/app.css"}, Scripts: []string{"/static/stoa.js"}, Icon: "/static/icon.svg"}
	for _, theme := range []string{"light", "dark", "system"} {
		seen := map[string]bool{}
		for _, s := range Stories(assets, theme) {
			if seen[s.Name] {
				t.Errorf("two stories are named %s", s.Name)
			}
			seen[s.Name] = true
			if theme != "light" && strings.HasSuffix(s.Name, "-thousand") {
				continue // The rows are the same in each theme.
			}
			t.Run(theme+"/"+s.Name, func(t *testing.T) {
				t.Parallel()
				var out strings.Builder
				if err := s.Page.Render(context.Background(), &out); err != nil {
					t.Fatal(err)
				}
				check(t, out.String(), theme)
			})
		}
	}
}

// check asserts what holds for every page.
func check(t *testing.T, page, theme string) {
	t.Helper()
	elements := parse(t, page)
	ids := map[string]string{}
	for _, e := range elements {
		safe(t, e)
		if id := e.attributes["id"]; id != "" {
			if ids[id] != "" {
				t.Errorf("id %s is used twice", id)
			}
			ids[id] = e.name
		}
	}
	for _, e := range elements {
		references(t, e, ids)
	}
	labels(t, elements)
	frame(t, elements, theme)
}

// parse reads the elements and fails when they do not nest.
func parse(t *testing.T, page string) []element {
	t.Helper()
	if !strings.HasPrefix(page, "<!doctype html>") {
		t.Errorf("the page begins with %.40q", page)
	}
	var open []string
	var all []element
	for _, m := range tag.FindAllStringSubmatch(page, -1) {
		name := strings.ToLower(m[2])
		switch {
		case m[1] == "/":
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("</%s> closes %v", name, open)
			}
			open = open[:len(open)-1]
			continue
		case !void[name] && !strings.HasSuffix(m[3], "/"):
			open = append(open, name)
		}
		e := element{name: name, attributes: map[string]string{}}
		for _, a := range attribute.FindAllStringSubmatch(m[3], -1) {
			if _, twice := e.attributes[a[1]]; twice {
				t.Errorf("<%s> has %s twice", name, a[1])
			}
			e.attributes[a[1]] = a[2]
		}
		all = append(all, e)
	}
	if len(open) > 0 {
		t.Errorf("not closed: %v", open)
	}
	return all
}

// safe refuses what the security policy would block, or what would let data act.
func safe(t *testing.T, e element) {
	t.Helper()
	for key, value := range e.attributes {
		if key == "style" || strings.HasPrefix(key, "on") || strings.HasPrefix(key, "hx-on") || strings.HasPrefix(strings.ToLower(value), "javascript:") {
			t.Errorf("<%s> has %s=%q", e.name, key, value)
		}
	}
	if e.name == "style" || e.name == "script" && e.attributes["src"] == "" {
		t.Errorf("inline <%s>", e.name)
	}
	if e.name == "form" && e.attributes["method"] == "" {
		t.Errorf("a form to %q has no method", e.attributes["action"])
	}
	if e.name == "button" && e.attributes["type"] == "" {
		t.Error("a button has no type")
	}
}

// references checks that what points to an id points to one that is there.
func references(t *testing.T, e element, ids map[string]string) {
	t.Helper()
	for _, key := range []string{"for", "form", "aria-describedby", "aria-labelledby", "data-copy"} {
		for id := range strings.FieldsSeq(e.attributes[key]) {
			if ids[id] == "" {
				t.Errorf("<%s %s=%q> points to nothing", e.name, key, id)
			}
		}
	}
}

// labels checks that every control has a name.
func labels(t *testing.T, elements []element) {
	t.Helper()
	labelled := map[string]bool{}
	for _, e := range elements {
		if e.name == "label" {
			labelled[e.attributes["for"]] = true
		}
	}
	for _, e := range elements {
		control := e.name == "input" || e.name == "select" || e.name == "textarea"
		if control && e.attributes["type"] != "hidden" && !labelled[e.attributes["id"]] && e.attributes["aria-label"] == "" {
			t.Errorf("<%s name=%q> has no label", e.name, e.attributes["name"])
		}
		if e.name == "iframe" && e.attributes["title"] == "" {
			t.Error("an iframe has no title")
		}
	}
}

// frame checks the landmarks and the theme.
func frame(t *testing.T, elements []element, theme string) {
	t.Helper()
	count := map[string]int{}
	drawing := false // titles inside a drawing are those of its parts
	for _, e := range elements {
		drawing = drawing || e.name == "svg"
		if e.name != "title" || !drawing {
			count[e.name]++
		}
		if e.name == "html" && (e.attributes["class"] != theme || e.attributes["lang"] != "en") {
			t.Errorf("html has class %q and lang %q", e.attributes["class"], e.attributes["lang"])
		}
	}
	for _, name := range []string{"html", "head", "title", "body", "main", "h1"} {
		if count[name] != 1 {
			t.Errorf("%d <%s> in the page", count[name], name)
		}
	}
}
