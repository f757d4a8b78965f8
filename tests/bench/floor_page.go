package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"time"

	"github.com/a-h/templ"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"stoa/internal/pg"
)

// The floor of a list page: a session read by its key, 25 rows under row-level security in one pipelined transaction, and
// one page of HTML by templ's own escaping. It has no rail, no search, no tabs, no counts and no forms.
const (
	floorDatabase = "bench_floor"
	floorRole     = "bench_floor"
	floorRows     = `select id, name, owner, status, updated_at from items order by id desc limit 25`
	floorSchema   = `
create table sessions (key text primary key, person text not null, tenant text not null);
insert into sessions select 'key ' || n, 'Person ' || n, '7' from generate_series(1, 100) n;
create table items (tenant_id bigint, id bigint, name text not null, owner text not null, status text not null,
  updated_at timestamptz not null default now(), primary key (tenant_id, id));
insert into items select t, n, 'Item number ' || n, 'owner@example.com', 'open', now() from generate_series(1, 9) t, generate_series(1, 60) n;
alter table items enable row level security;
alter table items force row level security;
create policy items_tenant on items using (tenant_id = current_setting('app.tenant')::bigint);
grant select on sessions, items to bench_floor;
analyze`
)

// prepareFloor makes the floor's database beside Stoa's, on the same server, and returns its address.
func prepareFloor(ctx context.Context, data string) (string, error) {
	admin, _, err := pg.Addresses(data)
	if err != nil {
		return "", err
	}
	for _, step := range []struct{ address, sql string }{
		{admin, "create role " + floorRole + " login"}, {admin, "create database " + floorDatabase}, {inDatabase(admin, floorDatabase, ""), floorSchema},
	} {
		conn, err := pgx.Connect(ctx, step.address)
		if err != nil {
			return "", err
		}
		_, err = conn.Exec(ctx, step.sql)
		_ = conn.Close(ctx)
		if err != nil {
			return "", fmt.Errorf("the floor's database: %w", err)
		}
	}
	return inDatabase(admin, floorDatabase, floorRole), nil
}

// inDatabase is an address on the same server; an empty user leaves the one that is in it.
func inDatabase(address, database, user string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address // connecting will say why
	}
	u.Path = "/" + database
	if user != "" {
		q := u.Query()
		q.Set("user", user)
		u.RawQuery = q.Encode()
	}
	return u.String()
}

type item struct {
	ID                  int64
	Name, Owner, Status string
	Updated             time.Time
}

// listFloor answers / with the page and /pids with the processes whose time it takes.
func listFloor(address string) (http.Handler, error) {
	cfg, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, err
	}
	cfg.MaxConns, cfg.MinConns = 8, 8
	pool, err := pgxpool.NewWithConfig(context.Background(), cfg)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		items, err := floorItems(r, pool)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(floorPage("Items", items)) // a client that is gone
	})
	mux.HandleFunc("GET /pids", func(w http.ResponseWriter, r *http.Request) {
		pids := []int{os.Getpid()}
		for _, conn := range pool.AcquireAllIdle(r.Context()) {
			pids = append(pids, int(conn.Conn().PgConn().PID()))
			conn.Release()
		}
		_ = json.NewEncoder(w).Encode(pids)
	})
	return mux, nil
}

func floorItems(r *http.Request, pool *pgxpool.Pool) ([]item, error) {
	cookie, err := r.Cookie("sid")
	if err != nil {
		return nil, err
	}
	var person, tenant string
	if err := pool.QueryRow(r.Context(), "select person, tenant from sessions where key = $1", cookie.Value).Scan(&person, &tenant); err != nil {
		return nil, err
	}
	b := &pgx.Batch{}
	b.Queue("select set_config('app.tenant', $1, true)", tenant)
	b.Queue(floorRows)
	res := pool.SendBatch(r.Context(), b)
	defer res.Close() //nolint:errcheck // the rows have said it
	if _, err := res.Exec(); err != nil {
		return nil, err
	}
	rows, err := res.Query()
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[item])
}

func floorPage(title string, items []item) []byte {
	var b bytes.Buffer
	write := func(pieces ...string) {
		for _, p := range pieces {
			b.WriteString(p)
		}
	}
	title = templ.EscapeString(title)
	write(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>`, title, `</title><link rel="stylesheet" href="/static/app.css">`,
		`<script src="/static/htmx.min.js" defer></script></head><body><nav><a href="/">Home</a><a href="/items">Items</a><a href="/logout">Log out</a></nav>`,
		`<main><h1>`, title, `</h1><table><thead><tr><th>Id</th><th>Name</th><th>Owner</th><th>Status</th><th>Updated</th><th></th></tr></thead><tbody>`)
	for _, i := range items {
		id, status := strconv.FormatInt(i.ID, 10), templ.EscapeString(i.Status)
		write(`<tr id="row-`, id, `"><td>`, id, `</td><td><a href="/items/`, id, `">`, templ.EscapeString(i.Name), `</a></td><td>`, templ.EscapeString(i.Owner),
			`</td><td><span class="badge badge-`, status, `">`, status, `</span></td><td>`, i.Updated.Format("2006-01-02 15:04"),
			`</td><td><button hx-delete="/items/`, id, `" hx-target="#row-`, id, `" hx-swap="outerHTML">Delete</button></td></tr>`)
	}
	write("</tbody></table></main></body></html>")
	return b.Bytes()
}
