// Package static holds the stylesheets, scripts and pictures of the pages and serves them under names that carry their content's hash.
package static

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"path"
	"sort"
	"strings"
)

//go:embed css/*.css stoa.js icon.svg vendor/*.js vendor/*.css
var files embed.FS

// The order counts: a later sheet overrides an earlier one, and the extension registers with a loaded htmx.
var (
	styles  = []string{"vendor/basecoat-vega-1.0.2.min.css", "app.css"}
	scripts = []string{"vendor/htmx-4.0.1.min.js", "vendor/hx-sse-4.0.1.min.js", "stoa.js"}
)

// assets maps a plain name to its file, hashed maps the public path to the same file. Both are complete after init and never change.
var assets, hashed = load()

// Path gives the public address of the file with that plain name, such as "app.css" to "/static/app.1f2e3d4c.css".
// It panics on an unknown name: a page that asks for one is a mistake in the program, and tests render every page.
func Path(name string) string {
	a, ok := assets[name]
	if !ok {
		panic("static: no file named " + name)
	}
	return a.path
}

// Styles gives the addresses of the stylesheets of every page, in the order in which they must be linked.
func Styles() []string { return paths(styles) }

// Scripts gives the addresses of the scripts of every page, in the order in which they must run.
func Scripts() []string { return paths(scripts) }

// Icon gives the address of the site's icon.
func Icon() string { return Path("icon.svg") }

func paths(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = Path(name)
	}
	return out
}

// load reads the embedded files; the sheets in css/ become one file, app.css, in the order of their names.
func load() (byName, byPath map[string]*asset) {
	byName, byPath = map[string]*asset{}, map[string]*asset{}
	var sheets []string
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if strings.HasPrefix(name, "css/") {
			sheets = append(sheets, name)
			return nil
		}
		add(byName, byPath, name, mustRead(name))
		return nil
	})
	if err != nil {
		panic("static: " + err.Error())
	}
	sort.Strings(sheets)
	var app bytes.Buffer
	for _, name := range sheets {
		app.Write(mustRead(name))
	}
	add(byName, byPath, "app.css", app.Bytes())
	return byName, byPath
}

func add(byName, byPath map[string]*asset, name string, body []byte) {
	sum := sha256.Sum256(body)
	ext := path.Ext(name)
	public := "/static/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
	a := newAsset(public, body)
	byName[name], byPath[public] = a, a
}

func mustRead(name string) []byte {
	body, err := files.ReadFile(name)
	if err != nil {
		panic("static: " + err.Error())
	}
	return body
}
