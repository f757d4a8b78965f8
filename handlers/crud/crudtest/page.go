package crudtest

import (
	"html"
	"net/url"
	"regexp"
	"strings"
)

var (
	rowPattern    = regexp.MustCompile(`<tr id="row-[a-z_]+-([0-9a-f-]{36})"`)
	inputPattern  = regexp.MustCompile(`<input [^>]*>`)
	areaPattern   = regexp.MustCompile(`(?s)<textarea [^>]*name="([^"]+)"[^>]*>\n?(.*?)</textarea>`)
	selectPattern = regexp.MustCompile(`(?s)<select [^>]*name="([^"]+)"[^>]*>(.*?)</select>`)
	chosenPattern = regexp.MustCompile(`<option value="([^"]*)" selected`)
	attribute     = regexp.MustCompile(`([a-z-]+)(?:="([^"]*)")?`)
	tagPattern    = regexp.MustCompile(`(?s)<(svg|script|head).*?</(svg|script|head)>|<[^>]*>`)
)

// rows are the ids of the rows that a list shows, in order.
func rows(page string) []string {
	var ids []string
	for _, m := range rowPattern.FindAllStringSubmatch(page, -1) {
		ids = append(ids, m[1])
	}
	return ids
}

// fields are what a browser would send of the page's edit form.
func fields(page string) url.Values {
	if at := strings.Index(page, `id="edit"`); at >= 0 {
		page = page[at:]
	}
	form := url.Values{}
	for _, tag := range inputPattern.FindAllString(page, -1) {
		a := map[string]string{}
		for _, m := range attribute.FindAllStringSubmatch(tag[len("<input"):], -1) {
			a[m[1]] = html.UnescapeString(m[2])
		}
		_, checked := a["checked"]
		if box := a["type"] == "checkbox" || a["type"] == "radio"; a["name"] != "" && (!box || checked) {
			form.Add(a["name"], a["value"])
		}
	}
	for _, m := range areaPattern.FindAllStringSubmatch(page, -1) {
		form.Set(m[1], html.UnescapeString(m[2]))
	}
	for _, m := range selectPattern.FindAllStringSubmatch(page, -1) {
		if chosen := chosenPattern.FindStringSubmatch(m[2]); chosen != nil {
			form.Set(m[1], html.UnescapeString(chosen[1]))
		}
	}
	return form
}

// link is the address of the first link with that text.
func link(page, words string) string {
	m := regexp.MustCompile(`<a [^>]*href="([^"]+)"[^>]*>\s*` + regexp.QuoteMeta(words)).FindStringSubmatch(page)
	if m == nil {
		return ""
	}
	return html.UnescapeString(m[1])
}

// text is what a page says, without its tags, for messages of a failing test.
func text(page string) string {
	return strings.Join(strings.Fields(tagPattern.ReplaceAllString(page, " ")), " ")
}
