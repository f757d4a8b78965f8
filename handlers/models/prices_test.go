package models_test

import (
	"fmt"
	"net/url"
	"testing"

	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/handlers/models"
	"stoa/internal/plugin"
)

func TestPricesConform(t *testing.T) {
	t.Parallel()
	crudtest.Run(t, crudtest.Subject{
		Resource: resources.PriceOverrides(),
		Mount:    func(e *crud.Engine, r plugin.Routes) { models.New(e.Site, nil, e).Routes(r) },
		Valid: func(_ *crudtest.World, n int) url.Values {
			return url.Values{
				"provider": {"OpenAI"}, "model": {fmt.Sprintf("model-%03d", n)}, "effective_from": {fmt.Sprintf("202%d-07-01", 5+(n+1)%2)},
				"input": {"2.5"}, "output": {"10"}, "cached_input": {"0.000001"}, "note": {"Contract of July"},
			}
		},
		Edited: url.Values{"model": {"another"}, "input": {"0"}, "cached_input": {""}, "effective_from": {"2024-02-29"}},
		Invalid: url.Values{
			"provider": {""}, "model": {"", fmt.Sprintf("%0201d", 1)}, "input": {"", "-1", "1e3", "0.0000001", "1000000"},
			"cached_input": {"-0.5", "free"}, "effective_from": {"tomorrow", "2026-02-30"}, "note": {fmt.Sprintf("%0501d", 1)},
		},
		Filter: [2]string{"effective_from.from", "2026-01-01"},
	})
}
