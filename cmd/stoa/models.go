package main

import (
	"cmp"

	modelsweb "stoa/handlers/models"
	"stoa/internal/config"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/services/models"
)

func (k *kit) makeModels() plugin.Plugin {
	c, options := k.config, manifest.Options[modelsweb.Config](k.settings, "models")
	service := models.New(models.Options{
		Doors: k.db.doors, Log: k.log, Untracked: !options.UsageTracking, SearchTokens: int64(options.SearchTokens),
		OpenAI: models.OpenAIOptions{BaseURL: c.OpenAIBaseURL, Key: c.OpenAIKey, Model: cmp.Or(c.OpenAIModel, options.Default)},
		Embeddings: models.EmbeddingOptions{
			EndpointOptions: endpoint(c.Embeddings, options.Embeddings), Dimensions: options.EmbeddingDimensions,
			Query: prefix(options.QueryPrefix), Passage: prefix(options.PassagePrefix),
		},
		Rerank: endpoint(c.Rerank, options.Rerank), RerankTexts: options.RerankTexts,
	})
	k.models, k.embedder = service, service
	p := modelsweb.New(k.site, service, k.engine)
	p.Start = service.SyncPrices
	return p
}

func endpoint(e config.Endpoint, model string) models.EndpointOptions {
	return models.EndpointOptions{BaseURL: e.BaseURL, Key: e.Key, Model: cmp.Or(e.Model, model)}
}

// prefix is what stands before a text; nil is what the model is known to want.
func prefix(s string) *string {
	switch s {
	case "":
		return nil
	case "none":
		s = ""
	}
	return &s
}
