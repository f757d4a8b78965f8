package isolation

import (
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

// The figures of the dashboard follow what happens in their own company, once a second at most; what it costs is for owners
// and admins.
func TestTheDashboardIsLive(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	x.follow(t)
	a, b := newSide(t, x.db.Admin, "alpha"), newSide(t, x.db.Admin, "beta")
	x.open(t, "/usage/now", b.ownerCookie).expect(t, "<dd>1</dd>", 5*time.Second)
	owner := x.open(t, "/usage/now", a.ownerCookie)
	owner.expect(t, "Cost today", 5*time.Second)
	member := x.open(t, "/usage/now", a.memberCookie)
	owner.expect(t, "<dd>2</dd>", 5*time.Second)
	began := time.Now()
	for i := range 20 {
		x.run(t, `insert into cost_events (tenant_id, id, user_id, purpose, provider, model, status, basis, input_tokens, output_tokens, amount)
			values ($1, $2, $3, 'chat', 'p', 'm', 'complete', 'exact', 1, 1, 1000000000)`, a.tenant, uuid.New(), a.owner)
		x.run(t, "update conversations set updated_at = now() where id = $1", a.chat)
		if i == 19 {
			x.run(t, "update cost_events set amount = 100000000000 where tenant_id = $1 and model = 'm'", a.tenant)
			x.run(t, "update conversations set updated_at = now() where id = $1", a.chat)
		}
		time.Sleep(50 * time.Millisecond)
	}
	_, read := owner.expect(t, "$2,000", 5*time.Second)
	if n, most := strings.Count(read, "hx-partial hx-target"), int(time.Since(began)/time.Second)+2; n > most {
		t.Errorf("%d updates in %s", n, time.Since(began))
	}
	member.end()
	if rest := member.ended(t, told); strings.Contains(rest, "Cost") || strings.Contains(rest, "$") {
		t.Errorf("a member sees what the company pays: %s", rest)
	}
	owner.expect(t, "<dd>1</dd>", 5*time.Second)
	x.run(t, "delete from memberships where user_id = $1", a.owner)
	owner.expect(t, "You are logged out here", 10*time.Second)
	owner.ended(t, told)
}
