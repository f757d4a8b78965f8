package models

import (
	"testing"
	"time"

	"github.com/google/uuid"
)

// A company's own price goes before the public one, from its day on, and is nobody else's.
func TestOwnPrice(t *testing.T) {
	t.Parallel()
	w, other := newWorld(t, nil), uuid.New()
	w.exec(t, `insert into tenants (id, name) values ($1, 'Other')`, other)
	if err := w.SyncPrices(within(t, time.Minute)); err != nil {
		t.Fatal(err)
	}
	w.external.host = "openai"
	for _, row := range []struct {
		tenant uuid.UUID
		model  string
		from   time.Time
		input  string
	}{
		{w.tenant, "gpt-4o", time.Now().AddDate(0, 0, -9), "3"}, {w.tenant, "gpt-4o", time.Now().AddDate(0, 0, -2), "0.000001"},
		{w.tenant, "gpt-4o", time.Now().AddDate(0, 0, 2), "5"}, {w.tenant, "gpt-4o-mini", time.Now().AddDate(0, 0, -2), "6"},
		{other, "gpt-4o", time.Now().AddDate(0, 0, -1), "7"},
	} {
		w.exec(t, `insert into price_overrides (tenant_id, id, provider, model, effective_from, input, output)
			values ($1, $2, 'openai', $3, $4, $5, 2.5)`, row.tenant, uuid.New(), row.model, row.from, row.input)
	}
	req := ask("hello !tokens=7 !cached=4")
	req.Model = "gpt-4o"
	res, err := w.Stream(within(t, time.Minute), w.call(), req, func(string) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	want := int64(7 * 2500) // 10 tokens sent at 0.001 nano-USD each round to nothing; 7 answered at 2.50 USD for a million
	version := "own " + time.Now().AddDate(0, 0, -2).Format(time.DateOnly)
	if e := w.event(t, res.CostEvent); e.Amount == nil || *e.Amount != want || e.Version == nil || *e.Version != version {
		t.Errorf("got %+v with amount %v and version %v, want %d and %s", e, e.Amount, e.Version, want, version)
	}
}
