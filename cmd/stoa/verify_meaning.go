package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"
	"time"

	modelsweb "stoa/handlers/models"
	"stoa/internal/config"
	"stoa/internal/plugin/manifest"
	"stoa/internal/plugin/strict"
)

// fillingPatience is how long a new document may take to get its vector.
const fillingPatience = 30 * time.Second

// What the pages of documents say when a model is not available, with the reason.
var (
	unfilled   = regexp.MustCompile(`(?s)It does not go on at the moment\.\s*(.*?)\s*It is tried again by itself`)
	wordsAlone = regexp.MustCompile(`the search by meaning is not available\.\s*([^<]*)`)
	unranked   = regexp.MustCompile(`the model that reranks them is not available\.\s*([^<]*)`)
)

// meaningModels are the models of the search by meaning by the server's settings; "" is none.
func meaningModels(c config.Config) (embedding, rerank string, err error) {
	settings, err := loadSettings(c.Config, nil, &strict.Problems{})
	if err != nil || !settings.Has("models") || !settings.Has("knowledge") {
		return "", "", err
	}
	options := manifest.Options[modelsweb.Config](settings, "models")
	return cmp.Or(c.Embeddings.Model, options.Embeddings), cmp.Or(c.Rerank.Model, options.Rerank), nil
}

// embeddings waits until the document that was sent has its vector, and finds it by that of a question.
func (v *verification) embeddings(ctx context.Context) (string, error) {
	if v.embedding == "" {
		return "words alone decide; set EMBEDDINGS_MODEL to find by meaning", errOff
	}
	for until := time.Now().Add(fillingPatience); ; {
		page, err := v.searched(ctx, "Who else writes "+v.word+" in a verification?")
		if err != nil {
			return "", err
		}
		if strings.Contains(page, "By meaning") {
			return v.embedding + " found the document by meaning", v.receiptOf(ctx, v.embedding)
		}
		_, list, err := v.alice.get(ctx, "/knowledge")
		if err != nil {
			return "", err
		}
		if err := cmp.Or(reasonIn(wordsAlone, page), reasonIn(unfilled, list)); err != nil {
			return "", err
		}
		if time.Now().After(until) {
			return "", fmt.Errorf("the document has no vector after %s; the server's log says why", fillingPatience)
		}
		time.Sleep(500 * time.Millisecond)
	}
}

// rerank sends a second document, so that there is an order to decide.
func (v *verification) rerank(ctx context.Context) (string, error) {
	if v.reranker == "" {
		return "results stand as the search has ordered them; set RERANK_MODEL to have a model do it", errOff
	}
	if v.word == "" {
		return "", errors.New("no document")
	}
	title := "Also about " + v.word[:9]
	if _, _, err := v.alice.post(ctx, "/knowledge", url.Values{"title": {title}, "text": {"There is another text with " + v.word + ", so that two stand in an order."}}); err != nil {
		return "", err
	}
	if _, err := v.found(ctx, v.word, title); err != nil {
		return "", err
	}
	page, err := v.searched(ctx, "Which text has "+v.word+"?")
	if err == nil {
		err = reasonIn(unranked, page)
	}
	if err != nil {
		return "", err
	}
	if !strings.Contains(page, "Put here by the reranking model") {
		return "", errors.New("two documents were found, and not put in order by it")
	}
	return v.reranker + " put two documents in order", v.receiptOf(ctx, v.reranker)
}

// searched is the page of what a question finds.
func (v *verification) searched(ctx context.Context, question string) (string, error) {
	if v.word == "" {
		return "", errors.New("no document")
	}
	_, page, err := v.alice.get(ctx, "/knowledge/search?q="+url.QueryEscape(question))
	return page, err
}

// receiptOf looks for the call of a model among those of the company.
func (v *verification) receiptOf(ctx context.Context, model string) error {
	_, page, err := v.alice.get(ctx, "/usage/calls")
	if err == nil && !strings.Contains(page, html.EscapeString(model)) {
		err = fmt.Errorf("the call of %s has no receipt", model)
	}
	return err
}

// reasonIn is what a page says is wrong; nil for nothing.
func reasonIn(what *regexp.Regexp, page string) error {
	m := what.FindStringSubmatch(page)
	if m == nil {
		return nil
	}
	return errors.New(strings.TrimSpace(html.UnescapeString(m[1])))
}
