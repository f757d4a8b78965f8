package chat

import (
	"html"
	"regexp"
	"strconv"
	"strings"

	"stoa/services/chat"
	views "stoa/views/chat"
)

// sourceProps are the passages that an answer cites.
func sourceProps(sources []chat.Source) []views.SourceProps {
	var list []views.SourceProps
	for _, s := range sources {
		if !s.Cited {
			continue
		}
		list = append(list, sourceProp(s))
	}
	return list
}

func sourceProp(s chat.Source) views.SourceProps {
	var place []string
	if s.Heading != "" && s.Heading != s.Title {
		place = append(place, s.Heading)
	}
	if s.Page > 0 {
		place = append(place, "page "+strconv.Itoa(s.Page))
	}
	return views.SourceProps{Number: strconv.Itoa(s.Number), Href: sourcePath(s), Title: s.Title, Place: strings.Join(place, " · "), Verified: s.Verified, Closed: s.Closed}
}

// sourcePath leads to the marked sentence in its document; "" when that was deleted.
func sourcePath(s chat.Source) string {
	if s.Document == nil || s.Version == nil {
		return ""
	}
	return "/knowledge/" + s.Document.String() + "?version=" + s.Version.String() + "&from=" + strconv.Itoa(s.From) + "&to=" + strconv.Itoa(s.To) + "#mark"
}

// pieces of safe HTML: code and links whole, other tags, and numbers in brackets.
var pieces = regexp.MustCompile(`(?s)<(?:pre|code|a)\b.*?</(?:pre|code|a)>|<[^>]*>|\[(\d{1,3})\]`)

// linkCitations makes links of the numbers in brackets that name a source.
func linkCitations(safe string, sources []chat.Source) string {
	if len(sources) == 0 {
		return safe
	}
	by := map[string]chat.Source{}
	for _, s := range sources {
		by[strconv.Itoa(s.Number)] = s
	}
	return pieces.ReplaceAllStringFunc(safe, func(m string) string {
		s, ok := by[strings.Trim(m, "[]")]
		href := sourcePath(s)
		if !ok || m[0] != '[' || href == "" {
			return m
		}
		n := strconv.Itoa(s.Number)
		return `<a class="cite" href="` + html.EscapeString(href) + `" aria-label="Source ` + n + `: ` + html.EscapeString(s.Title) + `">` + n + `</a>`
	})
}
