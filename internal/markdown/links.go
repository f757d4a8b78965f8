package markdown

import (
	"html"
	"net/url"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// classes that the sanitiser lets through: the language of a code block, and the host of a link.
var classes = regexp.MustCompile(`^(language-[a-zA-Z0-9+#_-]{1,30}|host)$`)

// linkRenderer writes links with their host, and images as links.
type linkRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (linkRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindLink, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		writeLink(w, n.(*ast.Link).Destination, entering)
		return ast.WalkContinue, nil
	})
	r.Register(ast.KindImage, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString("image: ")
		}
		writeLink(w, n.(*ast.Image).Destination, entering)
		return ast.WalkContinue, nil
	})
}

func writeLink(w util.BufWriter, destination []byte, entering bool) {
	if entering {
		_, _ = w.WriteString(`<a href="` + html.EscapeString(string(util.URLEscape(destination, true))) + `">`)
		return
	}
	_, _ = w.WriteString("</a>")
	if u, err := url.Parse(string(destination)); err == nil && u.Host != "" {
		_, _ = w.WriteString(` <span class="host">(` + html.EscapeString(u.Host) + `)</span>`)
	}
}
