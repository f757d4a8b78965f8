package main

import (
	widgetsweb "stoa/handlers/widgets"
	"stoa/internal/plugin"
)

func (k *kit) makeWidgets() plugin.Plugin { return widgetsweb.New(k.engine) }
