package words

import (
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

func join(terms []Term) string {
	var s []string
	for _, t := range terms {
		s = append(s, t.Text)
	}
	return strings.Join(s, " ")
}

func TestTerms(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a          Analyser
		text, want string
	}{
		{Analyser{Language: English}, "The resellers' credits, are running!", "resel credit run"},
		{Analyser{Language: German}, "Die Häuser der Kunden", "haus kund"},
		{Analyser{Language: Simple}, "ＡＢＣ ﬁnd", "abc find"},
		{Analyser{Language: English}, "東京都 in 2026", "東京 京都 2026"},
		{Analyser{Language: Simple}, "猫", "猫"},
		{Analyser{Language: English, Code: true}, "runTarget(HTTPServer)", "runtarget run target httpserver http server"},
		{Analyser{Language: English, Question: true}, "What does the porch do?", "porch"},
		{Analyser{Language: English}, "", ""},
	} {
		if got := join(c.a.Terms(c.text)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	t.Parallel()
	text := "Dr. Zeno paid 2.5 drachmas. “Is it much?” asked J. Doe, e.g. loudly. No!\n\nA new paragraph without an end\n\n東京です。はい。"
	var got []string
	for _, s := range Sentences(text) {
		got = append(got, text[s[0]:s[1]])
	}
	want := []string{"Dr. Zeno paid 2.5 drachmas.", "“Is it much?” asked J. Doe, e.g. loudly.", "No!", "A new paragraph without an end", "東京です。", "はい。"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q", got)
	}
}

// A run of marks is looked at once, however long it is.
func TestSentencesOfMarks(t *testing.T) {
	t.Parallel()
	for run, n := range map[string]int{".": 1 << 20, "!": 1 << 18, "…": 1 << 18, ".)": 1 << 18, ".\n": 1 << 17, ". ": 1 << 17, "a.": 1 << 18, "\n ": 1 << 17} {
		begin := time.Now()
		Sentences(strings.Repeat(run, n) + "a")
		if took := time.Since(begin); took > time.Second {
			t.Errorf("%d times %q takes %s", n, run, took)
		}
	}
	if got := Sentences("See etc.. Next. Wait...what?! Now"); len(got) != 4 {
		t.Errorf("got %v", got)
	}
}

func TestDetect(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Language{
		"The customers may return the goods within thirty days of the purchase.": English,
		"Die Kunden können die Ware innerhalb von dreißig Tagen zurückgeben.":    German,
		"Les clients peuvent rendre les produits dans un délai de trente jours.": French,
		"fn main() { println!(x) }": Simple, "": Simple, "東京都": Simple,
	} {
		if got := Detect(text); got != want {
			t.Errorf("%q is taken for %s, not %s", text, got, want)
		}
	}
}

// Whatever the text, terms are ranges of it.
func FuzzTerms(f *testing.F) {
	for _, s := range []string{"runTarget", "ﬁ½ ① é", "東京x", "\xff\xfe", "a\u0301b", strings.Repeat("x", 100)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range []Language{English, Simple, Russian} {
			for _, w := range (Analyser{Language: l, Code: true}).Terms(text) {
				if w.From < 0 || w.From >= w.To || w.To > len(text) || w.Text == "" || strings.ContainsAny(w.Text, " \x00") {
					t.Fatalf("%q gives %+v", text, w)
				}
			}
		}
		at := 0
		for _, s := range Sentences(text) {
			if s[0] < at || s[1] <= s[0] || s[1] > len(text) {
				t.Fatalf("%q has the sentence %v after %d", text, s, at)
			}
			at = s[1]
		}
	})
}

// What is remembered of a word is what would be found anew, whoever asks meanwhile, and never more than so many words.
func TestWordsAreRemembered(t *testing.T) {
	t.Parallel()
	g := &grammar{stem: grammars[English].stem, empty: grammars[English].empty, asks: grammars[English].asks}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for n := range 3 * remembered {
				word := "walking" + strconv.Itoa(n%(2*remembered+500)) + "s"
				if k := g.of(word); k.stem != strings.TrimSuffix(word, "s") || k.empty || k.asks {
					t.Errorf("%s: %+v", word, k)
					return
				}
			}
		})
	}
	all.Wait()
	for range 2 {
		if k := g.of("the"); !k.empty {
			t.Errorf("the: %+v", k)
		}
		if k := g.of("what"); !k.asks {
			t.Errorf("what: %+v", k)
		}
	}
	if n := len(*g.seen.settled.Load()) + len(g.seen.fresh); n > remembered*5/4 {
		t.Errorf("%d words are kept", n)
	}
}
