package gen_test

import (
	"encoding/json"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// The document of the API is one that others' programs can read, and its samples are valid against it.
func TestDocumentIsOpenAPI(t *testing.T) {
	t.Parallel()
	loader := openapi3.NewLoader()
	doc, err := loader.LoadFromFile("../../generated/api/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(loader.Context); err != nil {
		t.Fatal(err)
	}
	widget := doc.Components.Schemas["WidgetCreate"].Value
	for text, valid := range map[string]bool{
		`{"name":"x"}`: true, `{"name":"x","greeting":null,"allowed_origins":["https://a.example"],"config":{"a":1}}`: true,
		`{}`: false, `{"name":""}`: false, `{"name":1}`: false, `{"name":"x","tenant_id":"x"}`: false, `{"name":"x","allowed_origins":"https://a.example"}`: false,
	} {
		var value any
		if err := json.Unmarshal([]byte(text), &value); err != nil {
			t.Fatal(err)
		}
		if err := widget.VisitJSON(value); (err == nil) != valid {
			t.Errorf("%s: %v", text, err)
		}
	}
}
