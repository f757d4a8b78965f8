package storybook

import "stoa/views/api"

// api is the reference, for who is logged in and who is not, and an operation before and after it was tried.
func (b book) api() []Story {
	list := api.Operation{Method: "GET", Path: "/widgets", Title: "List widgets", Scope: "widgets:read", Href: "/api/Widgets.List"}
	change := api.Operation{Method: "PATCH", Path: "/widgets/{id}", Title: "Change a widget", Scope: "widgets:update", Href: "/api/Widgets.Update"}
	overview := api.ReferenceProps{
		Document: "/api/v1/openapi.json",
		Page:     b.page("API", ""),
		Groups: []api.Group{
			{Label: "Chats", Operations: []api.Operation{{Method: "POST", Path: "/chats/{id}/messages", Title: "Send a message", Scope: "conversations:send", Href: "/api/Chats.Send"}}},
			{Label: "Widgets", Operations: []api.Operation{list, change, {Method: "POST", Path: "/settings/knowledge-collections/{id}/restore", Title: "Take a knowledge collection out of the trash", Scope: "knowledge_collections:delete", Href: "/api/K.Restore"}}},
		},
		Problems: []api.Problem{{Name: "bad-request", Status: 400, Title: "The request is malformed"}, {Name: "precondition-required", Status: 428, Title: "The request has to say which version it changes"}},
	}
	plain := overview
	plain.Page, plain.Plain = b.plain("API"), true
	fields := []api.Field{
		{Name: "id", Kind: "uuid", Required: true}, {Name: "name", Kind: "string", Required: true, Doc: "Name. Shown to your visitors in the header. · at most 80 characters"},
		{Name: "allowed_origins", Kind: "list of string", Doc: "Websites. The websites that may show this widget. · at most 20"},
	}
	fresh := api.OperationProps{
		Page: b.page("Change a widget", ""), Operation: change, Doc: "Fields that are left out stay as they are; null empties one.", Scope: "widgets:update",
		Inputs: []api.Input{
			{Field: "path.id", Name: "id", In: "path", Help: "uuid", Required: true},
			{Field: "header.If-Match", Name: "If-Match", In: "header", Help: "The ETag of the version that is changed, or * for whatever is there. · string", Required: true},
			{Field: "query.sort", Name: "sort", In: "query", Help: "The order, descending with a minus. · string", Value: "-name", Options: []string{"name", "-name", "created_at", "-created_at"}},
		},
		Body:    &api.Body{Value: "{\n  \"name\": \"Docs\"\n}", Fields: fields[1:]},
		Answers: []api.Outcome{{Status: "200", Text: "As it is now", Media: "application/json", Shape: "Widget", Fields: fields}},
	}
	fresh.Operation.Path = "/api/v1/widgets/{id}"
	wrong := fresh
	wrong.TokenError = "Paste a token: the API looks at nothing else."
	wrong.Inputs = []api.Input{{Field: "path.id", Name: "id", Help: "uuid", Required: true, Error: "Fill this in."}, {Field: "header.If-Match", Name: "If-Match", Value: "*", Required: true}}
	wrong.Body = &api.Body{Value: `{"name":`, Error: "This is no JSON.", Fields: fields[1:]}
	tried := fresh
	tried.Answer = &api.Answer{
		Status: 200, Text: "OK", Good: true, Headers: [][2]string{{"Content-Type", "application/json"}, {"ETag", `"1047"`}, {"RateLimit-Remaining", "599"}},
		Body: "{\n  \"id\": \"0198f2a0-0000-7000-8000-000000000001\",\n  \"name\": \"Docs\",\n  \"greeting\": \"" + longName + "\"\n}",
		Curl: "curl -H \"Authorization: Bearer $TOKEN\" -X PATCH \\\n  -H 'Content-Type: application/json' \\\n  --data '{\"name\": \"Docs\"}' \\\n  'https://stoa.northwind.example/api/v1/widgets/0198f2a0-0000-7000-8000-000000000001'",
	}
	failed := fresh
	failed.Answer = &api.Answer{Status: 412, Text: "Precondition Failed", Headers: [][2]string{{"Content-Type", "application/problem+json"}},
		Body: "{\n  \"type\": \"/api#stale\",\n  \"title\": \"Somebody changed it since it was read\",\n  \"status\": 412\n}", Curl: tried.Answer.Curl}
	return []Story{
		{"api", api.Reference(overview)}, {"api-plain", api.Reference(plain)}, {"api-operation", api.OperationPage(fresh)}, {"api-operation-wrong", api.OperationPage(wrong)},
		{"api-operation-tried", api.OperationPage(tried)}, {"api-operation-failed", api.OperationPage(failed)},
	}
}
