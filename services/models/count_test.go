package models

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestCountText(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int64{"": 0, "hello": 1, "hello world": 2, "half of an answer": 4, "你好世界": 2} {
		if got := countText(text); got != want {
			t.Errorf("%q has %d tokens, want %d", text, got, want)
		}
	}
	whole := strings.Repeat("The quick brown fox jumps over the lazy dog. ", 100)
	one, many := countText(whole), countText(strings.Repeat(whole, 100))
	if ratio := float64(many) / float64(one); ratio < 98 || ratio > 102 {
		t.Errorf("a hundred times the text has %.1f times the tokens", ratio)
	}
}

// Long words without a break are the worst case of the algorithm.
func TestCountIsBounded(t *testing.T) {
	t.Parallel()
	for _, unit := range []string{"a", "é", "字", "😀", "ab1-", "\xff", " "} {
		start := time.Now()
		if n := countText(strings.Repeat(unit, 1<<20)); n == 0 {
			t.Errorf("%q: no tokens", unit)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q took %s", unit, took)
		}
	}
}

func TestCleaner(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		pieces []string
		want   string
	}{
		{[]string{"plain ", "text"}, "plain text"},
		{[]string{"caf\xc3", "\xa9"}, "café"},
		{[]string{"\xf0", "\x9f", "\x98", "\x80"}, "😀"},
		{[]string{"a\x00b", "\x00"}, "ab"},
		{[]string{"bad \xff byte"}, "bad \uFFFD byte"},
		{[]string{"cut \xe2\x82"}, "cut \uFFFD"},
		{[]string{"\xc3", "x"}, "\uFFFDx"},
		{[]string{"\x80"}, "\uFFFD"},
		{[]string{"", ""}, ""},
	} {
		var clean cleaner
		got := ""
		for _, p := range c.pieces {
			out := clean.add(p)
			if !utf8.ValidString(out) {
				t.Errorf("%q gave %q", c.pieces, out)
			}
			got += out
		}
		if got += clean.rest(); got != c.want {
			t.Errorf("%q became %q, want %q", c.pieces, got, c.want)
		}
	}
}

func BenchmarkCount(b *testing.B) {
	text := strings.Repeat("The quick brown fox jumps over the lazy dog. ", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		countText(text)
	}
}
