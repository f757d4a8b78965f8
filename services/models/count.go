package models

import (
	"sync"
	"unicode/utf8"

	"github.com/tiktoken-go/tokenizer"

	"stoa/internal/llm"
)

const (
	countSlice = 4 << 10   // long unbroken words cost quadratic time: they are counted in slices
	countLimit = 128 << 10 // beyond it the rest is taken to be like the beginning
	perMessage = 4         // tokens that frame each message in the OpenAI dialect
)

// vocabulary takes 12 MB, so it is loaded by the first answer that has to be counted.
var vocabulary = sync.OnceValues(func() (tokenizer.Codec, error) { return tokenizer.Get(tokenizer.O200kBase) })

// countText estimates the tokens of a text by the vocabulary of OpenAI's models; other vendors' are within 15 % or so.
func countText(text string) int64 { return countTexts([]string{text}) }

func countRequest(req llm.Request) int64 {
	texts := make([]string, len(req.Messages))
	for i, m := range req.Messages {
		texts[i] = m.Text
	}
	return countTexts(texts) + perMessage*int64(len(texts))
}

// countTexts counts up to countLimit bytes and scales the rest, so that its time is bounded.
func countTexts(texts []string) int64 {
	codec, err := vocabulary()
	if err != nil {
		return roughTexts(texts)
	}
	var tokens, seen, all int64
	for _, text := range texts {
		all += int64(len(text))
		for rest := text; rest != "" && seen < countLimit; {
			slice := rest[:cutPoint(rest)]
			n, err := codec.Count(slice)
			if err != nil {
				return roughTexts(texts)
			}
			tokens, seen, rest = tokens+int64(n), seen+int64(len(slice)), rest[len(slice):]
		}
	}
	if seen == 0 {
		return 0
	}
	return (tokens*all + seen/2) / seen
}

// cutPoint is where the next slice of text ends: not inside a character.
func cutPoint(text string) int {
	if len(text) <= countSlice {
		return len(text)
	}
	for n := countSlice; n > countSlice-utf8.UTFMax; n-- {
		if utf8.RuneStart(text[n]) {
			return n
		}
	}
	return countSlice
}

// roughRequest is good enough for a call that has just begun, and needs no vocabulary.
func roughRequest(req llm.Request) int64 {
	var n int64
	for _, m := range req.Messages {
		n += roughTexts([]string{m.Text}) + perMessage
	}
	return n
}

func roughTexts(texts []string) int64 {
	var n int64
	for _, t := range texts {
		n += int64(len(t)+3) / 4
	}
	return n
}
