package models

import (
	"strings"

	"stoa/internal/llm"
)

// knownEmbeddings are models whose cards say what they want before a text, and whose search was measured by others. A floor is set
// low on purpose: under it two texts have nothing to do with each other, above it they may have.
var knownEmbeddings = []struct {
	name string // a part of the model's name in lower case
	llm.Embedding
}{
	{"text-embedding-3", llm.Embedding{Proven: true, Floor: .15}},
	{"multilingual-e5-large-instruct", llm.Embedding{Query: "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ", Proven: true, Floor: .7}},
	{"e5-", llm.Embedding{Query: "query: ", Passage: "passage: ", Proven: true, Floor: .7}},
	{"bge-m3", llm.Embedding{Proven: true, Floor: .3}},
	{"bge-", llm.Embedding{Query: "Represent this sentence for searching relevant passages: ", Proven: true, Floor: .4}},
	{"mxbai-embed", llm.Embedding{Query: "Represent this sentence for searching relevant passages: ", Proven: true, Floor: .3}},
	{"arctic-embed", llm.Embedding{Query: "Represent this sentence for searching relevant passages: ", Proven: true, Floor: .2}},
	{"nomic-embed", llm.Embedding{Query: "search_query: ", Passage: "search_document: ", Proven: true, Floor: .4}},
	{"qwen3-embedding", llm.Embedding{Query: "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ", Proven: true, Floor: .2}},
	{"embeddinggemma", llm.Embedding{Query: "task: search result | query: ", Passage: "title: none | text: ", Proven: true, Floor: .2}},
	{"gte-", llm.Embedding{Proven: true, Floor: .4}},
}

// Known implements llm.Embedder.
func (s *Service) Known(model string) llm.Embedding { return known(model) }

// known is what there is to know of a model by its name; nothing of most.
func known(model string) llm.Embedding {
	for _, k := range knownEmbeddings {
		if strings.Contains(strings.ToLower(model), k.name) {
			return k.Embedding
		}
	}
	return llm.Embedding{}
}
