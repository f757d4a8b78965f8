package main

import (
	"context"
	"crypto/sha256"
	"net/http"
	"path/filepath"
	"time"
)

// api is what a list of 25 rows costs a program that comes with a token, beside the floor of the list's page: a session read by
// its key, and the rows under row-level security.
func (l *lab) api(ctx context.Context) error {
	d, err := openDesk(ctx, filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return err
	}
	defer d.close()
	program := *l.stoa
	if err := program.register(ctx, "programmer@example.com"); err != nil {
		return err
	}
	if err := d.widgets(ctx, program.email, 60); err != nil {
		return err
	}
	token, err := d.token(ctx, program.email)
	if err != nil {
		return err
	}
	base, err := l.floorOfLists(ctx)
	if err != nil {
		return err
	}
	floor := page{client: &http.Client{Transport: &http.Transport{}}, address: base + "/", cookie: "sid=key 1", rows: listRows}
	stoa := page{client: &http.Client{Transport: &http.Transport{}}, address: l.stoa.base + "/api/v1/widgets", token: token, row: `"revision":`, rows: listRows}
	var ours, theirs []time.Duration
	for range ifShort(l, 1, 3) {
		each, err := floor.cost(ctx, ifShort(l, 100, 2000), func() (cpu, error) { return l.floorCPU(ctx, base) })
		if err != nil {
			return err
		}
		theirs = append(theirs, each)
		if each, err = stoa.cost(ctx, ifShort(l, 100, 2000), func() (cpu, error) { return treeCPU(l.stoa.process.pid()) }); err != nil {
			return err
		}
		ours = append(ours, each)
	}
	l.report.ratio("API list of 25 rows: CPU a request, PostgreSQL counted", quantile(ours, 0.5), quantile(theirs, 0.5), us, 1.5, 0)
	return nil
}

// token gives a program of the person a token that may read all.
func (d *desk) token(ctx context.Context, email string) (string, error) {
	const token = "stoa_for_the_benchmark_and_nobody_else"
	hash := sha256.Sum256([]byte(token))
	_, err := d.admin.Exec(ctx, `insert into api_tokens (tenant_id, id, user_id, name, token_hash, hint, scopes, expires_at)
		select m.tenant_id, gen_random_uuid(), u.id, 'Bench', $1, 'else', '{*:read}', now() + interval '1 day' from memberships m join users u on u.id = m.user_id where u.email = $2`, hash[:], email)
	return token, err
}
