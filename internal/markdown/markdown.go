// Package markdown turns what people and models write into HTML that is safe to show.
//
// Markdown is rendered first and sanitised afterwards, by an allow-list without data-*, hx-*, style
// and id. Nothing in it loads by itself: an image becomes a link, and a link shows its host.
package markdown

import (
	"bytes"
	"html"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

var engine = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.NewLinkify(extension.WithLinkifyAllowedProtocols([]string{"http", "https"}))),
	goldmark.WithParserOptions(
		parser.WithInlineParsers(util.Prioritized(strikethrough{}, 500)),
		parser.WithASTTransformers(util.Prioritized(lowerHeadings{}, 500))),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(
		util.Prioritized(linkRenderer{}, 50),
		util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500))),
)

var policy = func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li",
		"h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td")
	p.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
	p.AllowAttrs("align").Matching(bluemonday.CellAlign).OnElements("th", "td")
	p.AllowAttrs("class").Matching(classes).OnElements("code", "span")
	p.AllowElements("span")
	p.AllowStandardURLs()
	p.AllowRelativeURLs(true)
	p.AllowAttrs("href").OnElements("a")
	p.RequireNoFollowOnLinks(true)
	p.RequireNoReferrerOnLinks(true)
	p.AddTargetBlankToFullyQualifiedLinks(true)
	return p
}()

// HTML renders markdown to safe HTML.
func HTML(source string) string {
	if text := strings.TrimRight(source, " \n"); plain([]byte(text), 0) {
		return string(append(appendEscaped([]byte("<p>"), []byte(text)), "</p>\n"...))
	}
	var out bytes.Buffer
	if err := engine.Convert([]byte(source), &out); err != nil {
		return "<pre>" + html.EscapeString(source) + "</pre>\n" // a buffer does not fail; the text is never lost
	}
	return policy.SanitizeReader(&out).String()
}

// Text shows text as it was typed: what people write is not markdown.
func Text(source string) string {
	return "<p>" + strings.ReplaceAll(html.EscapeString(source), "\n", "<br>") + "</p>"
}
