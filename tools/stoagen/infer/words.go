package infer

import (
	"slices"
	"strings"
)

// initialisms are written in capitals for people.
var initialisms = []string{"id", "url", "api", "ip", "csv", "json", "html", "http", "ai", "llm", "sql", "pdf", "uuid", "usd"}

// human turns a name into what people read: system_prompt is "System prompt", api_key is "API key".
func human(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '-' || r == ' ' })
	for i, w := range words {
		switch {
		case slices.Contains(initialisms, w):
			words[i] = strings.ToUpper(w)
		case i == 0:
			words[i] = capital(w)
		}
	}
	if len(words) == 0 {
		return name
	}
	return strings.Join(words, " ")
}

func capital(word string) string {
	r := []rune(word)
	return strings.ToUpper(string(r[0])) + string(r[1:])
}

// Singular is a good guess at the word for one of them; @resource(label:) corrects it.
func Singular(plural string) string {
	for _, ending := range []struct{ from, to string }{
		{"ies", "y"}, {"sses", "ss"}, {"ches", "ch"}, {"shes", "sh"}, {"xes", "x"}, {"zes", "z"}, {"ss", "ss"}, {"ouses", "ouse"}, {"auses", "ause"}, {"uses", "us"}, {"us", "us"}, {"s", ""},
	} {
		if stem, ok := strings.CutSuffix(plural, ending.from); ok && stem != "" {
			return stem + ending.to
		}
	}
	return plural
}

// captionOf is what people call a column; of a foreign key, the thing that it names.
func captionOf(name string, reference bool) string {
	if stem, ok := strings.CutSuffix(name, "_id"); ok && reference && stem != "" {
		return human(stem)
	}
	return human(name)
}
