package markdown_test

import (
	"strings"
	"testing"

	"stoa/internal/markdown"
)

func TestHTML(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ in, want string }{
		"plain":            {"Hello there.", "<p>Hello there.</p>\n"},
		"emphasis":         {"a **b** _c_ ~~d~~", "<p>a <strong>b</strong> <em>c</em> <del>d</del></p>\n"},
		"one tilde":        {"~5 to ~6", "<p>~5 to ~6</p>\n"},
		"raw html":         {"a <b onclick=x>b</b>", "<p>a b</p>\n"},
		"script":           {"<script>alert(1)</script>", "\n"},
		"htmx attributes":  {`<div hx-get="/x" data-hx-post="/y">z</div>`, "\n"},
		"javascript link":  {"[a](javascript:alert(1))", "<p>a</p>\n"},
		"data link":        {"[a](data:text/html,x)", "<p>a</p>\n"},
		"link":             {"[a](https://x.example/p)", `<p><a href="https://x.example/p" rel="nofollow noreferrer noopener" target="_blank">a</a> <span class="host">(x.example)</span></p>` + "\n"},
		"own page":         {"[a](/help#b)", `<p><a href="/help#b" rel="nofollow noreferrer">a</a></p>` + "\n"},
		"image":            {"![a](https://x.example/p.png)", `<p>image: <a href="https://x.example/p.png" rel="nofollow noreferrer noopener" target="_blank">a</a> <span class="host">(x.example)</span></p>` + "\n"},
		"code":             {"```go\na < b\n```", "<pre><code class=\"language-go\">a &lt; b\n</code></pre>\n"},
		"attribute breaks": {`[a](https://x.example/"onmouseover="y)`, `<p><a href="https://x.example/%22onmouseover=%22y" rel="nofollow noreferrer noopener" target="_blank">a</a> <span class="host">(x.example)</span></p>` + "\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := markdown.HTML(c.in); got != c.want {
				t.Errorf("HTML(%q)\n got %q\nwant %q", c.in, got, c.want)
			}
		})
	}
}

// The fast way of plain text and the whole way must agree.
func TestPlainIsTheSame(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"Hello.", "A quote 'x' and \"y\".", "a ~5 b", "Ünïcödé 漢字", "a: b, c; d (e) f?", "100 % of it is 5 / 3 $"} {
		fast := markdown.HTML(s)
		whole := strings.Replace(markdown.HTML(s+"\n\n* x"), "<ul>\n<li>x</li>\n</ul>\n", "", 1)
		if strings.ReplaceAll(strings.ReplaceAll(fast, "&#34;", "&quot;"), "&#39;", "'") != strings.ReplaceAll(strings.ReplaceAll(whole, "&#34;", "&quot;"), "&#39;", "'") {
			t.Errorf("%q: fast %q, whole %q", s, fast, whole)
		}
	}
}

const sample = "# Title\n\nFirst paragraph. It has two sentences.\n\n- one\n\n- two\n\n  still two\n\nAfter.\n\n```\ncode\n\nmore code\n```\n\n1. x\n2. y\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd."

// Whatever the pieces, finished blocks and the open one together are the whole.
func TestStream(t *testing.T) {
	t.Parallel()
	want := markdown.HTML(sample)
	for _, size := range []int{1, 2, 3, 7, 50, 1000} {
		var s markdown.Stream
		var done, tail, said string
		blocks := 0
		for rest := sample; rest != ""; {
			n := min(size, len(rest))
			u := s.Add(rest[:n])
			rest = rest[n:]
			if u.Done != "" {
				blocks++
			}
			done, tail, said = done+u.Done, string(u.Tail), said+" "+u.Sentences
		}
		if done+tail != want {
			t.Errorf("pieces of %d:\n got %s\nwant %s", size, done+tail, want)
		}
		if size < 50 && blocks < 6 {
			t.Errorf("pieces of %d: %d finished blocks, want at least 6", size, blocks)
		}
		if size == 1 && !strings.Contains(strings.Join(strings.Fields(said), " "), "First paragraph. It has two sentences.") {
			t.Errorf("sentences: %q", said)
		}
	}
}

// However a text is cut, the open block looks as if it had come at once.
func TestStreamTail(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		sample, "Plain words, \"quoted\" and it's so.  \n\nMore ~ of them ~5. ", "See https://x.example or www.x.example now.",
		"Not ~~this~~ one.", "a://b", "Mail me@x.example.", "One\nparagraph\n\n", "-", "- one", " lead", "Ünï 漢字 ~", "~a12~ ~0t12~word ~1t13~word. Next",
	} {
		for _, size := range []int{1, 2, 3, 5} {
			var s markdown.Stream
			for rest := text; rest != ""; {
				n := min(size, len(rest))
				u := s.Add(rest[:n])
				rest = rest[n:]
				if want := markdown.HTML(s.Open()); string(u.Tail) != want {
					t.Fatalf("pieces of %d: %q\n got %q\nwant %q", size, s.Open(), u.Tail, want)
				}
			}
		}
	}
}

func BenchmarkStream(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		var s markdown.Stream
		for range 60 {
			s.Add("some words ")
		}
	}
}

func BenchmarkTail(b *testing.B) {
	text := strings.Repeat("A sentence of some words that streams. ", 12)
	for b.Loop() {
		markdown.HTML(text)
	}
}

func BenchmarkTailWithMarkup(b *testing.B) {
	text := strings.Repeat("A **sentence** of some `words` that streams. ", 12)
	for b.Loop() {
		markdown.HTML(text)
	}
}
