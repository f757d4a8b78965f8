package models

import (
	"errors"
	"strings"

	"github.com/tidwall/gjson"
)

// chunk reads one chunk of a stream, or a whole answer, which differs only in the name of its delta.
func (d *decoder) chunk(raw []byte) error {
	if !gjson.ValidBytes(raw) {
		return &failure{err: malformed(errors.New("a chunk that is no JSON"))}
	}
	chunk := gjson.ParseBytes(raw)
	var text string
	var fault gjson.Result
	chunk.ForEach(func(key, value gjson.Result) bool {
		switch key.Str {
		case "choices":
			text = d.choice(value.Get("0"))
		case "usage":
			d.usage(value)
		case "model":
			if d.a.model == "" {
				d.a.model = strings.Clone(value.Str)
			}
		case "error":
			fault = value
		}
		return true
	})
	if text != "" {
		d.text = true
		if err := d.emit(text); err != nil {
			return err
		}
	}
	if fault.Exists() && fault.Type != gjson.Null {
		return d.o.streamFailure(fault)
	}
	if d.event == "error" {
		return d.o.streamFailure(chunk)
	}
	return nil
}

// choice takes the finish reason of a choice and gives its text.
func (d *decoder) choice(c gjson.Result) string {
	var text string
	c.ForEach(func(key, value gjson.Result) bool {
		switch key.Str {
		case "delta", "message":
			text = content(value)
		case "finish_reason":
			if value.Str != "" {
				d.a.finish = strings.Clone(value.Str)
				d.body.limit = min(d.body.limit, afterwards)
			}
		}
		return true
	})
	return text
}

// content is the text of a delta: a string or a list of parts; a refusal is an answer too. Reasoning is left out.
func content(delta gjson.Result) string {
	c := delta.Get("content")
	if c.IsArray() {
		var all strings.Builder
		for _, part := range c.Array() {
			all.WriteString(part.Get("text").Str)
		}
		return all.String()
	}
	if c.Str != "" {
		return c.Str
	}
	return delta.Get("refusal").Str
}
