package widgets_test

import (
	"fmt"
	"net/url"
	"testing"

	"stoa/generated/resources"
	"stoa/handlers/crud"
	"stoa/handlers/crud/crudtest"
	"stoa/handlers/widgets"
	"stoa/internal/plugin"
)

func TestConformance(t *testing.T) {
	t.Parallel()
	crudtest.Run(t, crudtest.Subject{
		Resource: resources.Widgets(),
		Mount:    func(e *crud.Engine, r plugin.Routes) { widgets.New(e).Routes(r) },
		Valid: func(_ *crudtest.World, n int) url.Values {
			form := url.Values{
				"name": {fmt.Sprintf("Widget %03d", n)}, "public_id": {fmt.Sprintf("public-%03d", n)}, "colour": {"#0F766E"},
				"allowed_origins": {"https://docs.example.com\r\nhttp://localhost:3000"}, "greeting": {"Hello\r\nthere"},
				"config": {`{"a": [1, "ü"]}`},
			}
			if n%2 == 0 {
				form.Set("active", "true")
			}
			return form
		},
		Edited: url.Values{"name": {"Another name"}, "greeting": {""}, "allowed_origins": {""}, "colour": {"#ffffff"}},
		Invalid: url.Values{
			"name":            {"", "   ", string(make([]rune, 5)), fmt.Sprintf("%0121d", 1)},
			"public_id":       {"no", "with blank", "-first"},
			"allowed_origins": {"docs.example.com", "https://docs.example.com/path"},
			"colour":          {"red", "#12345"},
			"config":          {"{", "[]", `{"a": "\u0000"}`, "{} {}"},
			"greeting":        {fmt.Sprintf("%0501d", 1)},
		},
		Unique: "public_id",
		Filter: [2]string{"active", "true"},
	})
}
