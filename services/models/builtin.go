package models

import (
	"context"
	"fmt"
	"strings"
	"time"

	"stoa/internal/llm"
)

const (
	builtinProvider = "builtin"
	builtinModel    = "built-in"
	builtinInterval = time.Second / 30
)

// BuiltinOptions shape the built-in assistant.
type BuiltinOptions struct {
	Interval time.Duration // between two words; 0 is 1/30 s, negative none
}

// builtin answers without a model, by quoting Stoa's help. It counts words, not tokens, and they cost nothing.
type builtin struct {
	interval time.Duration
	help     *helpIndex
}

func newBuiltin(opts BuiltinOptions) *builtin {
	if opts.Interval == 0 {
		opts.Interval = builtinInterval
	}
	return &builtin{interval: opts.Interval, help: newHelpIndex(Help())}
}

func (b *builtin) name() string { return builtinProvider }

func (b *builtin) model() llm.Model {
	return llm.Model{ID: builtinModel, Provider: builtinProvider, Builtin: true}
}

func (b *builtin) stream(ctx context.Context, req llm.Request, emit func(string) error) (answer, error) {
	question, begun := lastTurns(req.Messages)
	a := answer{model: builtinModel, usage: &llm.Usage{Input: words(question), Exact: true}, finish: llm.FinishStop}
	text := b.reply(question, req.Grounds)
	if rest, ok := strings.CutPrefix(text, begun); ok { // a call to continue an answer
		text = rest
	}
	tick := time.NewTimer(0)
	defer tick.Stop()
	for i, word := range strings.SplitAfter(text, " ") {
		if req.MaxOutput > 0 && i == req.MaxOutput {
			a.finish = llm.FinishLength
			break
		}
		select {
		case <-ctx.Done():
			return a, context.Cause(ctx)
		case <-tick.C:
		}
		if err := ctx.Err(); err != nil { // select may prefer the timer
			return a, context.Cause(ctx)
		}
		if word == "" {
			continue
		}
		a.usage.Output++
		if err := emit(word); err != nil {
			return a, err
		}
		tick.Reset(max(b.interval, 0))
	}
	return a, nil
}

// lastTurns are the last question and, when it stands after it, the beginning of an answer.
func lastTurns(messages []llm.Message) (question, begun string) {
	for i := len(messages) - 1; i >= 0; i-- {
		switch messages[i].Role {
		case llm.User:
			return messages[i].Text, begun
		case llm.Assistant:
			begun = messages[i].Text
		}
	}
	return "", begun
}

func words(s string) int64 { return int64(len(strings.Fields(s))) }

// reply quotes what fits, and always says who is speaking and how to get a real model.
func (b *builtin) reply(question string, grounds *llm.Grounds) string {
	if text, ok := quoteDocuments(grounds, sureEnough); ok {
		return text
	}
	q, ok := b.help.find(question)
	if !ok {
		if text, ok := quoteDocuments(grounds, quoteAtAll); ok {
			return text
		}
		if grounds != nil {
			return "I found nothing about that in your company's documents.\n\n" + b.nothing()
		}
		return b.nothing()
	}
	return fmt.Sprintf("> %s\n>\n> — Stoa's help: %s\n\nI am the built-in assistant: I quote Stoa's help and have no language model behind me. %s tells how to get one.",
		strings.Join(q.sentences, " "), link(q.section), b.linkTo("connect"))
}

func (b *builtin) nothing() string {
	var topics strings.Builder
	for _, s := range b.help.sections {
		topics.WriteString("\n- " + link(s))
	}
	return "I am the built-in assistant. I have no language model behind me: I quote Stoa's own help, and it says nothing about that.\n\n" +
		"For answers of its own, whoever runs this server connects a model: set `OPENAI_API_KEY`, or `OPENAI_BASE_URL` for any server that speaks the OpenAI dialect, and start Stoa again. " +
		b.linkTo("connect") + " has the details.\n\nI can tell you about:\n" + topics.String()
}

func (b *builtin) linkTo(anchor string) string {
	for _, s := range b.help.sections {
		if s.Anchor == anchor {
			return link(s)
		}
	}
	return "The help"
}

func link(s HelpSection) string { return "[" + s.Title + "](/help#" + s.Anchor + ")" }
