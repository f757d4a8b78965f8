// Package api is the document of the JSON API, for programs, and its reference, for people; the operations belong to resources and plugins.
package api

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"

	"github.com/labstack/echo/v4"

	"stoa/generated/api"
	"stoa/handlers/web"
	"stoa/internal/plugin"
)

// documentPath is where the document stands, behind the prefix.
const documentPath = "/openapi.json"

// New makes the part of the site that describes the API. Everybody may read it: it says nothing of any tenant.
func New(site *web.Site) plugin.Plugin {
	p := plugin.Named("api")
	sum := sha256.Sum256(api.Document)
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	doc, err := read()
	if err != nil {
		panic("api: the document that this program carries: " + err.Error())
	}
	ref := &reference{site: site, doc: doc}
	p.Routes = func(r plugin.Routes) {
		ref.routes(r.Public)
		r.Public.GET(web.APIPrefix+documentPath, func(c echo.Context) error {
			h := c.Response().Header()
			h.Set("ETag", tag)
			h.Set("Cache-Control", "no-cache") // a browser asks whether it is still the same
			if c.Request().Header.Get("If-None-Match") == tag {
				return c.NoContent(http.StatusNotModified)
			}
			return c.JSONBlob(http.StatusOK, api.Document)
		})
	}
	return p
}
