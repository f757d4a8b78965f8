package models

import (
	"context"
	"math"
	"testing"
	"time"

	"stoa/generated/db"
	"stoa/internal/dbtest"
	"stoa/internal/llm"
)

func TestParseUSD(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int64{
		"0": 0, "15": 15e9, "0.15": 15e7, "1.250000000": 125e7, "0.000000001": 1, "0.0028": 2_800_000, "999999999": 999999999e9,
	} {
		if got, err := parseUSD(text); err != nil || got != want {
			t.Errorf("%s is %d, %v; want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", "0.0000000001", "1.2.3", " 1", "9999999999", "NaN", "١"} {
		if got, err := parseUSD(text); err == nil {
			t.Errorf("%q was taken for %d", text, got)
		}
	}
}

func TestAmount(t *testing.T) {
	t.Parallel()
	gpt4o := Price{Input: 2_500_000_000, CachedInput: 1_250_000_000, CacheWrite: 2_500_000_000, Output: 10_000_000_000}
	claude := Price{Input: 3_000_000_000, CachedInput: 300_000_000, CacheWrite: 3_750_000_000, Output: 15_000_000_000}
	for _, c := range []struct {
		name  string
		price Price
		usage llm.Usage
		want  int64
		ok    bool
	}{
		{"nothing", gpt4o, llm.Usage{}, 0, true},
		{"one million each", gpt4o, llm.Usage{Input: 1e6, Output: 1e6}, 12_500_000_000, true},
		{"a short chat", gpt4o, llm.Usage{Input: 1234, Output: 567}, 1234*2500 + 567*10000, true},
		{"half of it cached", gpt4o, llm.Usage{Input: 1000, Cached: 500}, 500*2500 + 500*1250, true},
		{"read and written", claude, llm.Usage{Input: 1000, Cached: 600, CacheWrite: 300, Output: 10}, 100*3000 + 600*300 + 300*3750 + 10*15000, true},
		{"half a nano rounds up", Price{Input: 500_000}, llm.Usage{Input: 1}, 1, true},
		{"less rounds down", Price{Input: 499_999}, llm.Usage{Input: 1}, 0, true},
		{"the sum is rounded, not its parts", Price{Input: 300_000, Output: 300_000}, llm.Usage{Input: 1, Output: 1}, 1, true},
		{"a billion tokens at 600 USD", Price{Output: 600e9}, llm.Usage{Output: 1e9}, 600e12, true},
		{"the largest", Price{Input: 1_000_000}, llm.Usage{Input: math.MaxInt64}, math.MaxInt64, true},
		{"beyond it", Price{Input: 1_000_001}, llm.Usage{Input: math.MaxInt64}, 0, false},
		{"far beyond it", Price{math.MaxInt64, math.MaxInt64, math.MaxInt64, math.MaxInt64}, llm.Usage{Input: math.MaxInt64, Output: math.MaxInt64}, 0, false},
		{"more cached than sent", gpt4o, llm.Usage{Input: 1, Cached: 2}, 0, false},
		{"negative", gpt4o, llm.Usage{Output: -1}, 0, false},
	} {
		if got, ok := c.price.Amount(c.usage); got != c.want || ok != c.ok {
			t.Errorf("%s: %d, %v; want %d, %v", c.name, got, ok, c.want, c.ok)
		}
	}
}

func TestShippedPrices(t *testing.T) {
	t.Parallel()
	rows, err := parsePrices(shippedPrices)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, p := range rows {
		key := bookKey(p.Provider, p.Model) + p.EffectiveFrom.String()
		if seen[key] {
			t.Errorf("%s/%s stands there twice", p.Provider, p.Model)
		}
		seen[key] = true
		if p.Input <= 0 || p.Output <= 0 || p.CachedInput <= 0 || p.CachedInput > p.Input || p.CacheWrite < p.Input || p.Output > 1000e9 {
			t.Errorf("%+v is no likely price", p)
		}
	}
	if len(rows) < 40 {
		t.Errorf("%d rows", len(rows))
	}
}

func TestBadPriceFiles(t *testing.T) {
	t.Parallel()
	for _, raw := range []string{
		`{`, `{"prices":[{"provider":"a","model":"b","effective_from":"soon","input":"1","output":"1"}]}`,
		`{"prices":[{"provider":"a","model":"b","effective_from":"2026-01-01","input":"1"}]}`,
		`{"prices":[{"provider":"a","model":"b","effective_from":"2026-01-01","input":"-1","output":"1"}]}`,
	} {
		if rows, err := parsePrices([]byte(raw)); err == nil {
			t.Errorf("%s was read as %+v", raw, rows)
		}
	}
}

func TestSyncPrices(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	ctx := context.Background()
	s := New(Options{Doors: d.Doors()})
	for range 2 {
		if err := s.SyncPrices(ctx); err != nil {
			t.Fatal(err)
		}
	}
	rows, _ := parsePrices(shippedPrices)
	var n int
	if err := d.Admin.QueryRow(ctx, `select count(*) from prices`).Scan(&n); err != nil || n != len(rows) {
		t.Errorf("%d rows of %d, %v", n, len(rows), err)
	}
	// A second start writes nothing: the rows keep their system column xmin.
	var versions int
	if err := d.Admin.QueryRow(ctx, `select count(distinct xmin::text) from prices`).Scan(&versions); err != nil || versions != 1 {
		t.Errorf("%d transactions wrote prices, %v", versions, err)
	}
}

func TestFindPrice(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	ctx := context.Background()
	day := func(s string) time.Time { at, _ := time.Parse(time.DateOnly, s); return at }
	for i, p := range []db.Price{
		{Provider: "openai", Model: "gpt-4o", EffectiveFrom: day("2024-05-13")},
		{Provider: "openai", Model: "gpt-4o", EffectiveFrom: day("2026-03-01")},
		{Provider: "openai", Model: "gpt-4o-2024-05-13", EffectiveFrom: day("2024-05-13")},
		{Provider: "anthropic", Model: "claude-x", EffectiveFrom: day("2024-05-13")},
		{Provider: "groq", Model: "llama", EffectiveFrom: day("2024-05-13")},
		{Provider: "cerebras", Model: "llama", EffectiveFrom: day("2024-05-13")},
		{Provider: "mistral", Model: "mistral-large", EffectiveFrom: day("2024-05-13")},
	} {
		p.Input, p.Version = int64(i+1), "test"
		if err := db.New(d.System).UpsertPrice(ctx, db.UpsertPriceParams(p)); err != nil {
			t.Fatal(err)
		}
	}
	book := &priceBook{doors: d.Doors()}
	now := "2026-06-01"
	for _, c := range []struct {
		provider, model, at string
		want                int64 // 0 is unknown
	}{
		{"openai", "gpt-4o", "2026-02-28", 1}, {"openai", "gpt-4o", "2026-03-01", 2}, {"openai", "gpt-4o", "2024-05-12", 0},
		{"openai", "gpt-4o-2024-05-13", now, 3}, {"openai", "gpt-4o-2024-08-06", now, 2}, {"openai", "gpt-9", now, 0},
		{"azure", "gpt-4o", now, 2}, {"openrouter", "openai/gpt-4o", now, 2}, {"openrouter", "anthropic/claude-x", now, 4},
		{"openrouter", "mistralai/mistral-large", now, 7}, {"anthropic", "claude-x-20260101", now, 4},
		{"groq", "llama", now, 5}, {"openrouter", "llama", now, 0}, {"google", "models/gpt-4o", now, 2},
		{otherProvider, "gpt-4o", now, 0}, {otherProvider, "openai/gpt-4o", now, 0},
	} {
		p, version, ok, err := book.find(ctx, c.provider, c.model, day(c.at))
		if err != nil || p.Input != c.want || ok != (c.want != 0) || ok != (version == "test") {
			t.Errorf("%s/%s at %s: %+v, %v, %v; want %d", c.provider, c.model, c.at, p, ok, err, c.want)
		}
	}
	if p, version, ok, err := book.find(ctx, builtinProvider, builtinModel, day(now)); !ok || p != (Price{}) || version == "" || err != nil {
		t.Errorf("the built-in assistant: %+v, %q, %v, %v", p, version, ok, err)
	}
}

func TestProviderName(t *testing.T) {
	t.Parallel()
	for base, want := range map[string]string{
		"https://api.openai.com/v1": "openai", "https://acme.openai.azure.com/openai/v1": "azure",
		"https://openrouter.ai/api/v1": "openrouter", "http://localhost:11434/v1": otherProvider,
		"https://api.openai.com.evil.example/v1": otherProvider, "https://notapi.openai.com/v1": otherProvider, "::": otherProvider,
	} {
		if got := providerName(base); got != want {
			t.Errorf("%s is %s, want %s", base, got, want)
		}
	}
}

// A whole call at a known price: the receipt has the amount to the nano-USD.
func TestReceiptHasThePrice(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	if err := w.SyncPrices(within(t, time.Minute)); err != nil {
		t.Fatal(err)
	}
	w.external.host = "openai" // the stand-in plays api.openai.com
	req := ask("hello !tokens=7 !cached=4")
	req.Model = "gpt-4o"
	res, err := w.Stream(within(t, time.Minute), w.call(), req, func(string) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	want := int64(6*2500 + 4*1250 + 7*10000)
	if e := w.event(t, res.CostEvent); e.Amount == nil || *e.Amount != want || e.Version == nil || *e.Version != "2026-07-02 models.dev" {
		t.Errorf("got %+v, want %d", e, want)
	}
}
