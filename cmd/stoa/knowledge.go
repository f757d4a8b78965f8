package main

import (
	knowledgeweb "stoa/handlers/knowledge"
	"stoa/internal/plugin"
	"stoa/services/knowledge"
)

func (k *kit) makeKnowledge() plugin.Plugin {
	service := knowledge.New(knowledge.Options{Doors: k.db.doors, Files: k.files, Log: k.log})
	k.retriever = service
	return knowledgeweb.New(k.site, service, k.engine)
}
