package models

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/tenant"
)

// bookFresh is how long prices read from the table are believed.
const bookFresh = time.Minute

// SyncPrices writes the shipped prices to the table; rows that stand there already are left untouched, and rows that
// the file does not name stay.
func (s *Service) SyncPrices(ctx context.Context) error {
	rows, err := parsePrices(shippedPrices)
	if err != nil {
		return err
	}
	return s.prices.doors.System().InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		there, err := q.ListPrices(ctx)
		if err != nil {
			return err
		}
		known := make(map[db.Price]bool, len(there))
		for _, p := range there {
			known[sameZone(p)] = true
		}
		for _, p := range rows {
			if known[p] {
				continue
			}
			if err := q.UpsertPrice(ctx, db.UpsertPriceParams(p)); err != nil {
				return err
			}
		}
		return nil
	})
}

func sameZone(p db.Price) db.Price {
	p.EffectiveFrom = p.EffectiveFrom.UTC()
	return p
}

// priceBook looks prices up in the table and remembers it for a minute.
type priceBook struct {
	doors *tenant.Doors

	mu    sync.Mutex
	rows  map[string][]db.Price // by provider and model, newest first
	named map[string][]string   // which providers have a model
	until time.Time
}

// find gives the price that holds for a model at a moment; false when nobody knows it.
func (b *priceBook) find(ctx context.Context, provider, model string, at time.Time) (Price, string, bool, error) {
	if provider == builtinProvider {
		return Price{}, builtinProvider, true, nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.refresh(ctx); err != nil {
		return Price{}, "", false, err
	}
	for _, name := range b.candidates(provider, model) {
		for _, row := range b.rows[name] {
			if !row.EffectiveFrom.After(at) {
				return Price{row.Input, row.CachedInput, row.CacheWrite, row.Output}, row.Version, true, nil
			}
		}
	}
	return Price{}, "", false, nil
}

func (b *priceBook) refresh(ctx context.Context) error {
	if time.Now().Before(b.until) {
		return nil
	}
	all, err := db.New(b.doors.System()).ListPrices(ctx)
	if err != nil {
		return err
	}
	b.rows, b.named = map[string][]db.Price{}, map[string][]string{}
	for _, p := range all {
		key := bookKey(p.Provider, p.Model)
		if b.rows[key] == nil {
			b.named[p.Model] = append(b.named[p.Model], p.Provider)
		}
		b.rows[key] = append(b.rows[key], p)
	}
	for _, rows := range b.rows {
		slices.SortFunc(rows, func(x, y db.Price) int { return y.EffectiveFrom.Compare(x.EffectiveFrom) })
	}
	b.until = time.Now().Add(bookFresh)
	return nil
}

func bookKey(provider, model string) string { return provider + "\x00" + model }

// candidates lists under which names a price may stand, the best first: as called, by the vendor that an aggregator
// names in front of the model, by the only provider that has the model, and each without a date at the end. A server
// that is nobody's we know has no other names: its "gpt-4o" may be anything.
func (b *priceBook) candidates(provider, model string) []string {
	keys := []string{bookKey(provider, model)}
	if provider == otherProvider {
		return keys
	}
	for _, m := range withoutDate(strings.TrimPrefix(model, "models/")) {
		keys = append(keys, bookKey(provider, m))
		if provider == "azure" {
			keys = append(keys, bookKey("openai", m))
		}
		if vendor, bare, ok := strings.Cut(m, "/"); ok {
			if alias := vendorNames[vendor]; alias != "" {
				vendor = alias
			}
			keys = append(keys, bookKey(vendor, bare))
		}
		if only := b.named[m]; len(only) == 1 {
			keys = append(keys, bookKey(only[0], m))
		}
	}
	return keys
}

// vendorNames are aggregators' names of vendors where they differ from ours.
var vendorNames = map[string]string{"mistralai": "mistral", "x-ai": "xai"}

// A date at the end of a model's name: -2024-08-06, -20250219 or @20250219.
var datedName = regexp.MustCompile(`[-@](20\d{2}-\d{2}-\d{2}|20\d{6})$`)

func withoutDate(model string) []string {
	if bare := datedName.ReplaceAllString(model, ""); bare != model {
		return []string{model, bare}
	}
	return []string{model}
}
