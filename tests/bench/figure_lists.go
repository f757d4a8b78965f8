package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/uuid"

	"stoa/generated/resources"
	"stoa/internal/resource"
)

// list is what a list page of 25 rows costs somebody who is logged in, beside the floor of such a page.
func (l *lab) list(ctx context.Context) error {
	d, err := openDesk(ctx, filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return err
	}
	defer d.close()
	if err := d.widgets(ctx, l.stoa.email, 60); err != nil {
		return err
	}
	base, err := l.floorOfLists(ctx)
	if err != nil {
		return err
	}
	floor := page{client: &http.Client{Transport: &http.Transport{}}, address: base + "/", cookie: "sid=key 1", rows: listRows}
	stoa := page{client: l.stoa.client, address: l.stoa.base + "/widgets", rows: listRows}
	requests := ifShort(l, 100, 1000)
	var ours, theirs []time.Duration
	for range ifShort(l, 1, 3) {
		for _, side := range []struct {
			page *page
			used func() (cpu, error)
			into *[]time.Duration
		}{
			{&floor, func() (cpu, error) { return l.floorCPU(ctx, base) }, &theirs},
			{&stoa, func() (cpu, error) { return treeCPU(l.stoa.process.pid()) }, &ours},
		} {
			each, err := side.page.cost(ctx, requests, side.used)
			if err != nil {
				return err
			}
			*side.into = append(*side.into, each)
		}
	}
	l.report.ratio("list of 25 rows: CPU a page, PostgreSQL counted", quantile(ours, 0.5), quantile(theirs, 0.5), us, 2, 1.2)
	return nil
}

// floorOfLists starts the floor, once, and returns where it answers.
func (l *lab) floorOfLists(ctx context.Context) (string, error) {
	if l.listFloor != "" {
		return l.listFloor, nil
	}
	address, err := prepareFloor(ctx, filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return "", err
	}
	l.listFloor, err = l.part("list", address)
	return l.listFloor, err
}

// floorCPU is the time of the floor and of its connections' backends.
func (l *lab) floorCPU(ctx context.Context, base string) (cpu, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/pids", nil)
	if err != nil {
		return cpu{}, err
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return cpu{}, err
	}
	defer res.Body.Close()
	var pids []int
	if err := json.NewDecoder(res.Body).Decode(&pids); err != nil {
		return cpu{}, err
	}
	var used cpu
	for _, pid := range pids {
		s, err := readStat(pid)
		if err != nil {
			return used, err
		}
		used.all += s.own
	}
	return used, nil
}

// page is one address that is fetched again and again.
type page struct {
	client  *http.Client
	address string
	cookie  string
	token   string
	row     string // how each row shows; "" is that of a page
	rows    int    // that it must show
}

func (p page) fetch(ctx context.Context) (time.Duration, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, p.address, nil)
	if err != nil {
		return 0, err
	}
	if p.cookie != "" {
		r.Header.Set("Cookie", p.cookie)
	}
	if p.token != "" {
		r.Header.Set("Authorization", "Bearer "+p.token)
	}
	begin := time.Now()
	res, err := p.client.Do(r)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	took := time.Since(begin)
	row := p.row
	if row == "" {
		row = `<tr id="row-`
	}
	if rows := strings.Count(string(body), row); err == nil && rows != p.rows {
		err = fmt.Errorf("GET %s: %s with %d rows, want %d", p.address, res.Status, rows, p.rows)
	}
	return took, err
}

// cost is the processor time of one fetch.
func (p page) cost(ctx context.Context, n int, used func() (cpu, error)) (time.Duration, error) {
	var begin cpu
	for i := range n + n/5 {
		if i == n/5 { // warm
			var err error
			if begin, err = used(); err != nil {
				return 0, err
			}
		}
		if _, err := p.fetch(ctx); err != nil {
			return 0, err
		}
	}
	end, err := used()
	return end.each(begin, n).all, err
}

// far is how long pages of a list of a million rows take beside the first page of a thousand.
func (l *lab) far(ctx context.Context) error {
	d, err := openDesk(ctx, filepath.Join(l.stoa.home, "data"))
	if err != nil {
		return err
	}
	defer d.close()
	many := ifShort(l, 30_000, 1_000_000)
	small, large := *l.stoa, *l.stoa
	for who, rows := range map[*stoa]int{&small: 1000, &large: many} {
		if err := who.register(ctx, fmt.Sprintf("owner-of-%d@example.com", rows)); err != nil {
			return err
		}
		if err := d.widgets(ctx, who.email, rows); err != nil {
			return err
		}
	}
	cursor, err := d.cursor(ctx, large.email, 25_000)
	if err != nil {
		return err
	}
	pages := []page{
		{client: small.client, address: small.base + "/widgets", rows: listRows}, {client: large.client, address: large.base + "/widgets", rows: listRows},
		{client: large.client, address: large.base + "/widgets?after=" + url.QueryEscape(cursor), rows: listRows},
	}
	took := make([][]time.Duration, len(pages))
	for i := range ifShort(l, 20, 330) {
		for k, p := range pages { // in turn, so that all meet the same machine
			t, err := p.fetch(ctx)
			if err != nil {
				return err
			}
			if i >= 10 { // warm
				took[k] = append(took[k], t)
			}
		}
	}
	base := quantile(took[0], 0.5)
	l.report.ratio(fmt.Sprintf("%d rows: first page, against 1,000 rows", many), quantile(took[1], 0.5), base, ms, 1.5, 0)
	l.report.ratio(fmt.Sprintf("%d rows: page by cursor after row 25,000", many), quantile(took[2], 0.5), base, ms, 1.5, 0)
	return nil
}

// widgets gives the company of a person so many rows, without the events that they would be told by.
func (d *desk) widgets(ctx context.Context, email string, n int) error {
	conn, err := d.admin.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	for _, sql := range []string{
		"set session_replication_role = replica",
		fmt.Sprintf(`insert into widgets (tenant_id, id, name, greeting, active, created_at, updated_at)
			select m.tenant_id, gen_random_uuid(), 'Widget ' || n, 'Good day. How can we help?', n %% 5 > 0, now() - n * interval '1 s', now() - n * interval '1 s'
			from memberships m join users u on u.id = m.user_id, generate_series(1, %d) n where u.email = '%s'`, n, email),
		"reset session_replication_role",
		"vacuum analyze widgets",
	} {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return err
		}
	}
	return nil
}

// cursor is the place of the list, in its default order, behind so many rows.
func (d *desk) cursor(ctx context.Context, email string, after int) (string, error) {
	var at time.Time
	var id uuid.UUID
	err := d.admin.QueryRow(ctx, `select w.updated_at, w.id from widgets w join memberships m on m.tenant_id = w.tenant_id join users u on u.id = m.user_id
		where u.email = $1 order by w.updated_at desc, w.id desc offset $2 limit 1`, email, after-1).Scan(&at, &id)
	field := resources.Widgets().List.Default.Field
	return resource.CursorOf(resource.Row{ID: id, Values: resource.Values{field: at}}, field).String(), err
}
