// Package models is the face of the models plugin: the help text that the built-in assistant quotes, and a company's own prices.
package models

import (
	"context"
	"html"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/web"
	"stoa/internal/jobs"
	"stoa/internal/markdown"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/internal/session"
	"stoa/services/models"
	views "stoa/views/models"
)

// Manifest says what the plugin needs and gives.
var Manifest = manifest.Manifest{
	ID: "models", Version: "1",
	Doc: "The one door to language models: providers, prices, and the receipt of every call.",
	Requires: manifest.Requires{
		Plugins: []string{"auth"},
		Tables: []manifest.Table{
			{Name: "prices", Columns: []string{"provider", "model", "effective_from", "input", "output", "version"}},
			{Name: "price_overrides", Columns: []string{"tenant_id", "provider", "model", "effective_from", "input", "output"}},
			{Name: "cost_events", Columns: []string{"tenant_id", "id", "user_id", "purpose", "provider", "model", "status", "amount"}},
		},
		Env: []manifest.Env{
			{Name: "OPENAI_API_KEY", Secret: true, Doc: "The key of an OpenAI-compatible server. Without it and OPENAI_BASE_URL the built-in assistant answers."},
			{Name: "OPENAI_BASE_URL", Example: "http://localhost:11434/v1", Doc: "Any OpenAI-compatible server."},
			{Name: "OPENAI_MODEL", Doc: "The default model; it goes before models.default."},
			{Name: "EMBEDDINGS_MODEL", Example: "text-embedding-3-small", Doc: "The model that makes vectors for the search by meaning; it goes before models.embeddings. Without one words alone decide."},
			{Name: "EMBEDDINGS_BASE_URL", Example: "http://localhost:8082/v1", Default: "OPENAI_BASE_URL", Doc: "Where POST /embeddings answers, in the OpenAI dialect."},
			{Name: "EMBEDDINGS_API_KEY", Secret: true, Doc: "Its key; without EMBEDDINGS_BASE_URL that of OPENAI_API_KEY."},
			{Name: "RERANK_MODEL", Example: "bge-reranker-v2-m3", Doc: "The model that puts the best passages in order; it goes before models.rerank."},
			{Name: "RERANK_BASE_URL", Example: "http://localhost:8083", Default: "OPENAI_BASE_URL", Doc: "Where POST /rerank answers, in the dialect of Cohere and Jina."},
			{Name: "RERANK_API_KEY", Secret: true, Doc: "Its key; without RERANK_BASE_URL that of OPENAI_API_KEY."},
		},
	},
	Config: Config{UsageTracking: true},
}

// Config is the section of the plugin in stoa.yaml.
type Config struct {
	// The model of a chat that names none. Empty takes the first that the provider lists.
	Default string `range:"..200"`
	// Whether each call leaves a receipt, which /usage sums up. Budgets need it.
	UsageTracking bool
	// The model that makes vectors for the search by meaning. Another one is filled in the background and takes over when it is complete.
	Embeddings string `range:"..200"`
	// How many numbers a vector has; 0 leaves it to the model.
	EmbeddingDimensions int `range:"0..3072"`
	// What the model wants before a question. Empty takes what Stoa knows of it; "none" is nothing.
	QueryPrefix string `range:"..400"`
	// And before a passage.
	PassagePrefix string `range:"..400"`
	// The model that puts the best 50 passages in order.
	Rerank string `range:"..200"`
	// Whether it takes texts in place of documents, as text-embeddings-inference does.
	RerankTexts bool
	// So many tokens a company may spend in a day (UTC) on vectors and reranking; 0 is without bound. It needs usage_tracking.
	SearchTokens int `range:"0..1000000000000"`
}

// Problem implements manifest.Checked.
func (c Config) Problem() string {
	if c.SearchTokens > 0 && !c.UsageTracking {
		return "models.search_tokens needs models.usage_tracking: without receipts nothing is counted"
	}
	return ""
}

// New makes the plugin.
func New(site *web.Site, service *models.Service, engine *crud.Engine) plugin.Plugin {
	prices, sweep := resources.PriceOverrides(), jobs.Periodic{Name: "models.settle", Every: time.Hour, Run: service.SettleLeft}
	return plugin.Plugin{Manifest: Manifest, Nav: nav(engine.Nav(prices)), Jobs: []jobs.Periodic{sweep}, Routes: func(r plugin.Routes) {
		crud.Mount(engine, r, prices, crud.Overrides[db.ListPriceOverridesRow]{})
		r.Public.GET("/help", func(c echo.Context) error {
			page, err := site.Page(c, "Help")
			if err != nil {
				return err
			}
			return web.Render(c, http.StatusOK, views.Help(views.HelpProps{Page: page, HTML: help(), Plain: web.Who(c) == nil}))
		})
	}}
}

type navigation = func(context.Context, *session.Principal) ([]plugin.NavGroup, error)

// nav is the resource's place in the rail, and the help after it.
func nav(prices navigation) navigation {
	return func(ctx context.Context, p *session.Principal) ([]plugin.NavGroup, error) {
		groups, err := prices(ctx, p)
		return append(groups, plugin.NavGroup{Label: "Company", Order: 40, Items: []plugin.NavItem{{Href: "/help", Label: "Help"}}}), err
	}
}

// help renders the sections with an id at each heading, to which the assistant's quotations link.
func help() string {
	var b strings.Builder
	b.WriteString("<h1>Help</h1>\n")
	for _, s := range models.Help() {
		b.WriteString(`<h2 id="` + html.EscapeString(s.Anchor) + `">` + html.EscapeString(s.Title) + "</h2>\n")
		b.WriteString(markdown.HTML(s.Text))
	}
	return b.String()
}
