// Package api is the document of the JSON API, for programs; its operations belong to the resources.
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

// New makes the part of the site that describes the API. Everybody may read the document: it says nothing of any tenant.
func New() plugin.Plugin {
	p := plugin.Named("api")
	sum := sha256.Sum256(api.Document)
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	p.Routes = func(r plugin.Routes) {
		r.Public.GET(web.APIPrefix+"/openapi.json", func(c echo.Context) error {
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
