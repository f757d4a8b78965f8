package usage

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"

	"stoa/internal/dbtest"
	"stoa/internal/errs"
)

func day(text string) time.Time {
	d, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return d
}

func TestParseRange(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 1, 1, 0, 0, 0, time.FixedZone("", 2*3600)) // the last of February in UTC
	for _, c := range []struct{ from, to, wantFrom, wantTo, bad string }{
		{"", "", "2026-01-30", "2026-02-28", ""},
		{"2026-02-01", "", "2026-02-01", "2026-02-28", ""},
		{"2026-02-01", "2026-02-01", "2026-02-01", "2026-02-01", ""},
		{"2025-02-28", "2026-02-28", "2025-02-28", "2026-02-28", ""}, // 366 days
		{"2025-02-27", "2026-02-28", "", "", "from"},
		{"2026-02-02", "2026-02-01", "", "", "to"},
		{"2026-03-01", "", "", "", "to"},
		{"yesterday", "", "", "", "from"},
		{"", "2026-02-30", "", "", "to"},
		{"2026-2-1", "", "", "", "from"},
		{"' or 1=1", "", "", "", "from"},
	} {
		r, err := ParseRange(c.from, c.to, now)
		if c.bad != "" {
			if errs.FieldsOf(err)[c.bad] == "" {
				t.Errorf("%q to %q: %v, want a word at %s", c.from, c.to, err, c.bad)
			}
			continue
		}
		if err != nil || !r.From.Equal(day(c.wantFrom)) || !r.To.Equal(day(c.wantTo)) {
			t.Errorf("%q to %q: got %v, %v", c.from, c.to, r, err)
		}
	}
}

func TestReport(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	exec := func(sql string, args ...any) {
		t.Helper()
		if _, err := db.Admin.Exec(context.Background(), sql, args...); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
	tenant, other, ann, ben, gone := uuid.New(), uuid.New(), uuid.New(), uuid.New(), uuid.New()
	exec("insert into tenants (id, name) values ($1, 'One'), ($2, 'Other')", tenant, other)
	for name, id := range map[string]uuid.UUID{"Ann": ann, "Ben": ben, "Gone": gone} {
		exec("insert into users (id, email, name, password_hash) values ($1, $2, $3, '-')", id, id.String()+"@example.com", name)
		exec("insert into memberships (tenant_id, user_id, role) values ($1, $2, 'member')", tenant, id)
	}
	exec("insert into memberships (tenant_id, user_id, role) values ($1, $2, 'member')", other, ann)
	event := func(tenant uuid.UUID, user uuid.UUID, at, model string, in, out int64, amount any, basis string) {
		t.Helper()
		exec(`insert into cost_events (tenant_id, id, user_id, purpose, provider, model, status, basis, input_tokens, output_tokens, amount, created_at)
			values ($1, $2, $3, 'chat', 'p', $4, 'complete', $5, $6, $7, $8, $9)`, tenant, uuid.New(), user, model, basis, in, out, amount, at)
	}
	event(tenant, ann, "2026-02-01T00:00:00Z", "large", 10, 20, 300, "exact")
	event(tenant, ann, "2026-02-01T23:59:59.999Z", "large", 1, 2, 30, "estimated")
	event(tenant, ben, "2026-02-03T12:00:00Z", "small", 5, 5, nil, "exact")
	event(tenant, gone, "2026-02-03T12:00:00Z", "large", 7, 7, 7, "exact")
	event(tenant, ann, "2026-01-31T23:59:59.999Z", "large", 1000, 1000, 1000, "exact") // the day before
	event(tenant, ann, "2026-02-04T00:00:00Z", "large", 1000, 1000, 1000, "exact")     // the day after
	event(other, ann, "2026-02-02T12:00:00Z", "large", 9999, 9999, 9999, "exact")      // elsewhere
	exec("delete from memberships where user_id = $1", gone)

	days := Range{day("2026-02-01"), day("2026-02-03")}
	r, err := New(db.Doors()).Report(t.Context(), Scope{Tenant: tenant}, days)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Sum{Calls: 4, Amount: 337, Input: 23, Output: 34, Unpriced: 1, Estimated: 1}); r.Total != want {
		t.Errorf("total %+v, want %+v", r.Total, want)
	}
	if len(r.Days) != 3 || r.Days[0].Amount != 330 || r.Days[0].Calls != 2 || r.Days[1].Calls != 0 || r.Days[2].Amount != 7 || r.Days[2].Unpriced != 1 || !r.Days[1].Day.Equal(day("2026-02-02")) {
		t.Errorf("days %+v", r.Days)
	}
	if len(r.Models) != 2 || r.Models[0].Model != "large" || r.Models[0].Amount != 337 || r.Models[1].Unpriced != 1 {
		t.Errorf("models %+v", r.Models)
	}
	if len(r.People) != 3 || r.People[0].Name != "Ann" || r.People[0].Amount != 330 || r.People[1].Name != "" || r.People[1].Amount != 7 || r.People[2].Name != "Ben" {
		t.Errorf("people %+v", r.People)
	}
	for _, sums := range [][]Sum{{r.Days[0].Sum, r.Days[1].Sum, r.Days[2].Sum}, {r.Models[0].Sum, r.Models[1].Sum}, {r.People[0].Sum, r.People[1].Sum, r.People[2].Sum}} {
		var amount, calls int64
		for _, s := range sums {
			amount, calls = amount+s.Amount, calls+s.Calls
		}
		if amount != r.Total.Amount || calls != r.Total.Calls {
			t.Errorf("the parts make %d in %d calls, not the total", amount, calls)
		}
	}
	mine, err := New(db.Doors()).Report(t.Context(), Scope{Tenant: tenant, User: &ben}, days)
	if err != nil || mine.Total.Calls != 1 || len(mine.People) != 1 || mine.Total.Amount != 0 || mine.Total.Unpriced != 1 {
		t.Errorf("one person: %+v, %v", mine, err)
	}
	none, err := New(db.Doors()).Report(t.Context(), Scope{Tenant: uuid.New()}, days)
	if err != nil || none.Total != (Sum{}) || len(none.Days) != 3 || len(none.Models) != 0 {
		t.Errorf("nobody: %+v, %v", none, err)
	}
}
