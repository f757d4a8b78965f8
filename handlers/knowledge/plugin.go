// Package knowledge is the pages of documents: the list and its uploads, the search, one document with the sentence that was quoted.
package knowledge

import (
	"context"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/web"
	"stoa/internal/jobs"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/internal/session"
	"stoa/services/knowledge"
)

const (
	documentPage = 50        // in the list
	mostBody     = 210 << 20 // bytes of one upload: some files, each of which has its own limit
	textWindow   = 24 << 10  // bytes of a document that one page shows
)

// Manifest says what the plugin needs and gives.
var Manifest = manifest.Manifest{
	ID: "knowledge", Version: "1",
	Doc: "Documents of a company: uploaded, searched, and quoted in chats.",
	Requires: manifest.Requires{
		Plugins: []string{"auth", "storage"},
		After:   []string{"models"},
		Tables: []manifest.Table{
			{Name: "knowledge_collections", Columns: []string{"tenant_id", "id", "name", "access"}},
			{Name: "knowledge_readers", Columns: []string{"tenant_id", "collection_id", "user_id"}},
			{Name: "knowledge_documents", Columns: []string{"tenant_id", "id", "collection_id", "user_id", "title", "live_version_id"}},
			{Name: "knowledge_versions", Columns: []string{"tenant_id", "id", "document_id", "number", "file_name", "sha256", "status", "content"}},
			{Name: "knowledge_passages", Columns: []string{"tenant_id", "id", "document_id", "version_id", "ordinal", "heading", "body", "terms"}},
			{Name: "knowledge_postings", Columns: []string{"tenant_id", "term", "version_id", "first", "ordinals", "tfs", "lengths"}},
			{Name: "knowledge_terms", Columns: []string{"tenant_id", "term", "df"}},
			{Name: "assistant_collections", Columns: []string{"tenant_id", "assistant_id", "collection_id"}},
			{Name: "knowledge_models", Columns: []string{"tenant_id", "id", "key", "name", "dimensions", "vectors", "live", "error"}},
			{Name: "knowledge_vectors", Columns: []string{"tenant_id", "passage_id", "model_id", "document_id", "version_id", "embedding"}},
			{Name: "knowledge_stats", Columns: []string{"tenant_id", "passages", "total_length", "languages"}},
		},
	},
}

// Handlers answer the knowledge plugin's routes.
type Handlers struct {
	site      *web.Site
	knowledge *knowledge.Service
}

// New makes the plugin.
func New(site *web.Site, service *knowledge.Service, engine *crud.Engine) plugin.Plugin {
	h := &Handlers{site: site, knowledge: service}
	return plugin.Plugin{
		Manifest: Manifest, Nav: nav(engine.Nav(resources.KnowledgeCollections())), Health: service.Health, Find: h.find,
		Routes: func(r plugin.Routes) {
			h.routes(r)
			crud.Mount(engine, r, resources.AssistantCollections(), crud.Overrides[db.ListAssistantCollectionsRow]{})
			mountCollections(engine, r)
		},
		Work: []jobs.Work{
			{Name: knowledge.Work, Waiting: service.Waiting, Run: service.Ingest},
			{Name: knowledge.VectorWork, Waiting: service.Unembedded, Run: service.Vectorise},
		},
		Uploads: map[string]int64{"/knowledge": mostBody, "/knowledge/:id/versions": mostBody},
	}
}

func (h *Handlers) routes(r plugin.Routes) {
	web.Mount(h.site, r, documents, h.runList, h.list)
	web.Mount(h.site, r, add, h.runAdd, h.upload)
	web.Mount(h.site, r, search, h.runSearch, h.search)
	r.Tenant.GET("/knowledge/:id", h.document)
	r.Tenant.GET("/knowledge/:id/file", h.file)
	r.Tenant.POST("/knowledge/:id/versions", h.uploadVersion)
	r.Tenant.POST("/knowledge/:id/rename", h.rename)
	r.Tenant.POST("/knowledge/:id/delete", h.remove)
	r.Admin.GET("/settings/collections/:id/readers", h.readers)
	r.Admin.POST("/settings/collections/:id/readers", h.nameReaders)
	r.Tenant.POST("/knowledge/:id/cancel", h.cancel)
	r.Tenant.POST("/knowledge/:id/retry", h.retry)
}

type navigation = func(context.Context, *session.Principal) ([]plugin.NavGroup, error)

func nav(collections navigation) navigation {
	return func(ctx context.Context, p *session.Principal) ([]plugin.NavGroup, error) {
		groups, err := collections(ctx, p)
		documents := plugin.NavGroup{Label: "Work", Order: 15, Items: []plugin.NavItem{{Href: "/knowledge", Label: "Knowledge"}}}
		return append([]plugin.NavGroup{documents}, groups...), err
	}
}

func person(c echo.Context) knowledge.Person { return personOf(web.Who(c)) }

func personOf(p *session.Principal) knowledge.Person {
	return knowledge.Person{Tenant: p.Tenant, User: p.User, Admin: p.Role == "owner" || p.Role == "admin"}
}

func path(document uuid.UUID) string { return "/knowledge/" + document.String() }
