// Package tutorial follows docs/build-on-stoa.md and docs/write-a-plugin.md: what the pages tell their reader to do is done, and
// what they promise is looked at.
package tutorial

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

const (
	page   = "../../docs/build-on-stoa.md"
	second = "../../docs/write-a-plugin.md"
)

func TestTutorial(t *testing.T) {
	t.Parallel()
	r := newReader(t)
	looks := []func(*visitor){theTableIsPages, theOverridesAreThere}
	var live *stream
	var v *visitor
	for _, b := range both(t) {
		if r.do(b) {
			if v == nil {
				v = r.visitor()
				v.post(303, "/register", "company", "Porch", "name", "Zeno", "email", "zeno@example.com", "password", "a walk in the painted porch")
			}
			if len(looks) == 0 {
				t.Fatal("the page starts Stoa once more, and nobody looks at it")
			}
			looks[0](v)
			if looks = looks[1:]; len(looks) == 1 {
				live = v.listen("/notes")
			}
		}
		if b.file == "psql" {
			live.until("typed in psql")
		}
	}
	if len(looks) > 0 {
		t.Error("the page does not come to its end")
	}
}

// both is the second page followed in the middle of the first, before its last commands: what both end with is done once, as it
// takes the time of a build.
func both(t *testing.T) []block {
	first := blocks(t, page)
	last := len(first) - 1
	list := slices.Clone(first[:last])
	for _, b := range blocks(t, second) {
		if b.kind == "sh" {
			for _, again := range []string{"make gen\n", "make run\n"} {
				if !strings.Contains(b.text, again) || !strings.Contains(first[last].text, again) {
					t.Fatalf("both pages end with %q", again)
				}
				b.text = strings.Replace(b.text, again, "", 1)
			}
		}
		list = append(list, b)
	}
	return append(list, first[last])
}

// thePluginIsThere: what the file says is on the start page and on one of its own, and the plugin is well.
func thePluginIsThere(v *visitor) {
	v.t.Helper()
	v.says(200, "/", "From the house", "Back at nine.")
	v.says(200, "/notice", "Back at nine.")
	v.says(200, "/settings/plugins", "What the operator tells everybody.", "notice.title")
	v.says(200, "/readyz", `"notice":"ok"`)
}

// theTableIsPages: a table and two commands, and people write, find, change and delete rows, and programs too.
func theTableIsPages(v *visitor) {
	v.t.Helper()
	v.says(200, "/notes", "No notes yet")
	v.post(422, "/notes", "title", "")
	note := v.post(303, "/notes", "title", "Water the plants", "body", "All of them.")
	v.says(200, "/notes?q=water", "Water the plants")
	v.post(303, note, "done", "true")
	v.says(200, note, "Water the plants", "All of them.", "History")
	v.says(200, "/settings/isolation", "notes")
	v.says(200, "/api/v1/openapi.json", `"/notes/{id}"`)
	v.post(303, note+"/delete")
	v.says(200, "/notes?tab=trash", "Water the plants")
}

// theOverridesAreThere: one of each level, and the second page's plugin.
func theOverridesAreThere(v *visitor) {
	v.t.Helper()
	thePluginIsThere(v)
	v.post(422, "/notes", "title", "Note") // step
	first := v.post(303, "/notes", "title", "Apples", "body", "red and green")
	v.post(303, "/notes", "title", "Pears")
	v.says(200, first, "4 words")               // slot
	v.says(200, "/notes", "of these are open.") // page
	v.post(409, first+"/delete")                // handler
	v.post(303, first, "done", "true")
	v.post(303, first+"/delete")
	v.post(303, first+"/restore")
	quinces := v.post(303, v.post(303, "/notes", "title", "Quinces"), "title", "Quinces, the last") // query: not by name
	if text := v.get(200, "/notes/options"); strings.Index(text, "Quinces") > strings.Index(text, "Pears") {
		v.t.Errorf("the options are not the newest first: %s", text)
	}
	v.says(200, "/api/v1/openapi.json", `"/notes/finish"`) // operation
	v.post(422, "/notes/finish", "text", "")
	v.post(409, quinces+"/delete")
	v.post(303, "/notes/finish", "text", "quince")
	v.post(303, quinces+"/delete")
}

// visitor is somebody with a browser.
type visitor struct {
	*reader
	client *http.Client
}

func (v *visitor) says(status int, path string, parts ...string) {
	v.t.Helper()
	text := v.get(status, path)
	for _, p := range parts {
		if !strings.Contains(text, p) {
			v.t.Errorf("%s does not say %q:\n%s", path, p, text)
		}
	}
}

// post sends a form and returns where it leads.
func (v *visitor) post(status int, path string, fields ...string) (to string) {
	v.t.Helper()
	form := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	res, text := v.ask(http.MethodPost, path, form)
	if res.StatusCode != status {
		v.t.Fatalf("POST %s: %d, want %d\n%s", path, res.StatusCode, status, text)
	}
	return res.Header.Get("Location")
}

func (v *visitor) get(status int, path string) string {
	v.t.Helper()
	res, text := v.ask(http.MethodGet, path, nil)
	if res.StatusCode != status {
		v.t.Errorf("GET %s: %d, want %d", path, res.StatusCode, status)
	}
	return text
}
