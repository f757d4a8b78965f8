package models

import (
	"github.com/tidwall/gjson"

	"stoa/internal/llm"
)

// usage takes the token counts of a chunk; the last ones that come are the true ones.
func (d *decoder) usage(u gjson.Result) {
	if !u.IsObject() {
		return
	}
	first := func(paths ...string) int64 {
		for _, p := range paths {
			if n := u.Get(p).Int(); n > 0 {
				return n
			}
		}
		return 0
	}
	got := llm.Usage{
		Input:      first("prompt_tokens", "input_tokens"),
		Output:     first("completion_tokens", "output_tokens"),
		Cached:     first("prompt_tokens_details.cached_tokens", "prompt_cache_hit_tokens", "cache_read_input_tokens", "cached_tokens"),
		CacheWrite: first("prompt_tokens_details.cache_write_tokens", "cache_creation_input_tokens"),
	}
	// Some vendors leave the tokens of reasoning out of completion_tokens, but bill them; the total has them.
	if total := first("total_tokens"); total > got.Input+got.Output && got.Input > 0 {
		got.Output = total - got.Input
	}
	got.Cached = min(got.Cached, got.Input)
	got.CacheWrite = min(got.CacheWrite, got.Input-got.Cached)
	d.a.usage = &got
}
