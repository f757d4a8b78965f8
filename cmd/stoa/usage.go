package main

import (
	usageweb "stoa/handlers/usage"
	"stoa/internal/plugin"
	"stoa/services/usage"
)

func (k *kit) makeUsage() plugin.Plugin {
	return usageweb.New(k.site, usage.New(k.db.doors), k.engine)
}
