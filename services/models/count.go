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
func countText(text string) int64 {
	codec, err := vocabulary()
	if err != nil {
		return roughly(len(text))
	}
	var tokens, seen int64
	for rest := text; rest != "" && seen < countLimit; {
		n := min(countSlice, len(rest))
		for n < len(rest) && n > countSlice-utf8.UTFMax && !utf8.RuneStart(rest[n]) {
			n--
		}
		k, err := codec.Count(rest[:n])
		if err != nil {
			return roughly(len(text))
		}
		tokens, seen, rest = tokens+int64(k), seen+int64(n), rest[n:]
	}
	if all := int64(len(text)); seen > 0 && seen < all {
		return tokens * all / seen
	}
	return tokens
}

func countRequest(req llm.Request) int64 {
	var n int64
	for _, m := range req.Messages {
		n += countText(m.Text) + perMessage
	}
	return n
}

// roughRequest is good enough for a call that has just begun, and needs no vocabulary.
func roughRequest(req llm.Request) int64 {
	var n int64
	for _, m := range req.Messages {
		n += roughly(len(m.Text)) + perMessage
	}
	return n
}

func roughly(bytes int) int64 { return int64(bytes+3) / 4 }
