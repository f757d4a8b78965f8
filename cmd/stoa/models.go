package main

import (
	"cmp"

	modelsweb "stoa/handlers/models"
	"stoa/internal/plugin"
	"stoa/internal/plugin/manifest"
	"stoa/services/models"
)

func (k *kit) makeModels() plugin.Plugin {
	c, options := k.config, manifest.Options[modelsweb.Config](k.settings, "models")
	service := models.New(models.Options{
		Doors: k.db.doors, Log: k.log, Untracked: !options.UsageTracking,
		OpenAI: models.OpenAIOptions{BaseURL: c.OpenAIBaseURL, Key: c.OpenAIKey, Model: cmp.Or(c.OpenAIModel, options.Default)},
	})
	k.models = service
	p := modelsweb.New(k.site, service, k.engine)
	p.Start = service.SyncPrices
	return p
}
