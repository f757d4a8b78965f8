package crud_test

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/handlers/crud/crudtest"
	"stoa/internal/resource"
)

// gadgets is a table with a column of every kind, rows that belong to people, and no trash.
const gadgetsTable = `
	create table gadgets (
	  tenant_id uuid not null references tenants (id) on delete cascade, id uuid not null, user_id uuid not null,
	  title text not null, note text, mail text, site text, slug text, kind text not null, size bigint not null, price numeric(10, 2),
	  born date, at timestamptz, token text, done boolean not null default false, widget_id uuid, created_at timestamptz not null default now(),
	  primary key (tenant_id, id), foreign key (tenant_id, widget_id) references widgets (tenant_id, id),
	  constraint gadgets_size_price check (price is null or price <= size));
	alter table gadgets enable row level security, force row level security;
	create policy gadgets_tenant on gadgets to stoa_app using (tenant_id = app_tenant()) with check (tenant_id = app_tenant());
	grant select, insert, update, delete on gadgets to stoa_app`

func gadgets() resource.Resource { return gadgetsOf("member") }

// gadgetsOf are gadgets of which a role, and whom they belong to, see each.
func gadgetsOf(role string) resource.Resource {
	byOwner := resource.Rule{Role: "admin", Some: "member", Mark: "own"}
	rank := seen(resource.Rank(role))
	return resource.Resource{
		Table: "gadgets", Path: "gadgets", Label: "Gadget", Plural: "Gadgets", Title: "title",
		Ops: resource.Ops{List: true, Get: true, Create: true, Update: true, Delete: true, Export: true},
		API: resource.Ops{List: true, Get: true, Create: true, Update: true, Delete: true}, Include: []string{"widget"},
		Allow: resource.Allow{Read: resource.Rule{Role: "member"}, Create: resource.Rule{Role: "member"}, Update: byOwner, Delete: byOwner},
		Fields: []resource.Field{
			{Name: "title", Label: "Title", Kind: resource.Text, Required: true, MaxLength: 50, Trim: true},
			{Name: "note", Label: "Note", Kind: resource.Markdown, MaxLength: 2000},
			{Name: "mail", Label: "Mail", Kind: resource.Email, Lower: true},
			{Name: "site", Label: "Site", Kind: resource.URL},
			{Name: "slug", Label: "Slug", Kind: resource.Slug},
			{Name: "kind", Label: "Kind", Kind: resource.Enum, Required: true, Options: []resource.Option{{Value: "a", Label: "First"}, {Value: "b", Label: "Second"}}},
			{Name: "size", Label: "Size", Kind: resource.Integer, Required: true, Min: "0", Max: "100", Format: "bytes"},
			{Name: "price", Label: "Price", Kind: resource.Decimal, Min: "0", Step: "0.05"},
			{Name: "born", Label: "Born", Kind: resource.Date, Min: "1900-01-01", Max: "2100-12-31"},
			{Name: "at", Label: "At", Kind: resource.Time},
			{Name: "token", Label: "Token", Kind: resource.Secret, Required: true, MinLength: 4},
			{Name: "done", Label: "Done", Kind: resource.Boolean},
			{Name: "widget_id", Label: "Widget", Kind: resource.Relation, Target: "widgets"},
			{Name: "created_at", Label: "Created", Kind: resource.Time, Readonly: true},
		},
		List: resource.ListSpec{
			Columns: []string{"title", "kind", "size", "price", "born", "token", "widget_id"}, Sorts: []string{"title", "size"},
			Default: resource.Sort{Field: "title"}, Page: 10, Count: 15, Search: []string{"title"}, Filters: []string{"kind", "size", "widget_id"},
		},
		Constraints: []resource.Constraint{
			{Name: "gadgets_size_price", Message: "The price is at most the size."},
			{Name: "gadgets_tenant_id_widget_id_fkey", Field: "widget_id", Message: "This widget is gone."},
		},
		Live: resource.Live{List: true, Get: true},
		Store: resource.Store{
			List: rank.list, Count: rank.count, Get: rank.get, Create: createGadget, Update: updateGadget, Delete: deleteGadgets,
			Touches: func(context.Context, resource.DBTX, resource.Scope, []uuid.UUID) ([]resource.Touched, error) {
				return []resource.Touched{{Plural: "screws", Count: 1200}, {Plural: "nuts"}}, nil
			},
		},
	}
}

// seen is the rank that sees the gadgets of others, too.
type seen int32

// where is the condition that sqlc's query would have, from parameters $1 on.
func (n seen) where(q resource.Query) (string, []any) {
	sql, args := " where g.tenant_id = $1 and ($2 or g.user_id = $3)", []any{q.Tenant, q.Rank() >= int32(n), q.User}
	add := func(condition string, arg any) {
		args = append(args, arg)
		sql += " and " + strings.ReplaceAll(condition, "?", fmt.Sprintf("$%d", len(args)))
	}
	if like := resource.Like(q.Search); like != nil {
		add("g.title ilike ?", *like)
	}
	for name, value := range q.Filters {
		column, end, _ := strings.Cut(name, ".")
		add("g."+column+map[string]string{"": " = ?", "from": " >= ?", "to": " <= ?"}[end], value)
	}
	if q.IDs != nil {
		add("g.id = any (?)", q.IDs)
	}
	if q.After != nil {
		args = append(args, q.After.Value, q.After.ID)
		sql += fmt.Sprintf(" and (g.%s, g.id) %s ($%d, $%d)", q.Sort.Field, map[bool]string{false: ">", true: "<"}[q.Sort.Desc], len(args)-1, len(args))
	}
	return sql, args
}

const gadgetColumns = `select g.id, g.xmin::text, g.user_id, g.title, g.note, g.mail, g.site, g.slug, g.kind, g.size, g.price::text, g.born, g.at,
	g.token is not null, g.done, g.widget_id, g.created_at, coalesce(w.name, '') from gadgets g
	left join widgets w on w.tenant_id = g.tenant_id and w.id = g.widget_id`

// scanGadget reads a row for the person who asks.
func scanGadget(me uuid.UUID) func(pgx.CollectableRow) (resource.Row, error) {
	return func(row pgx.CollectableRow) (resource.Row, error) {
		r, owner, err := readGadget(row)
		r.May = map[string]bool{"own": owner == me}
		return r, err
	}
}

func readGadget(row pgx.CollectableRow) (r resource.Row, owner uuid.UUID, err error) {
	var title, kind, label string
	var note, mail, site, slug, price *string
	var size int64
	var born, at *time.Time
	var set, done bool
	var widget *uuid.UUID
	var created time.Time
	err = row.Scan(&r.ID, &r.Revision, &owner, &title, &note, &mail, &site, &slug, &kind, &size, &price, &born, &at, &set, &done, &widget, &created, &label)
	r.Labels = map[string]string{"widget_id": label}
	r.Values = resource.Values{
		"title": title, "note": resource.Opt(note), "mail": resource.Opt(mail), "site": resource.Opt(site), "slug": resource.Opt(slug), "kind": kind,
		"size": size, "price": resource.Opt(price), "born": resource.Opt(born), "at": resource.Opt(at), "token": set, "done": done,
		"widget_id": resource.Opt(widget), "created_at": created,
	}
	return r, owner, err
}

func (n seen) list(ctx context.Context, d resource.DBTX, q resource.Query) ([]resource.Row, error) {
	condition, args := n.where(q)
	down := map[bool]string{true: " desc"}[q.Sort.Desc]
	sql := gadgetColumns + condition + fmt.Sprintf(" order by g.%s%s, g.id%s limit %d", q.Sort.Field, down, down, q.Limit)
	rows, err := d.Query(ctx, sql, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, scanGadget(q.User))
}

func (n seen) count(ctx context.Context, d resource.DBTX, q resource.Query, most int) (c resource.Counts, err error) {
	condition, args := n.where(q)
	sql := fmt.Sprintf("select count(*) from (select from gadgets g %s limit %d) as g", condition, most)
	return c, d.QueryRow(ctx, sql, args...).Scan(&c.Total)
}

func (n seen) get(ctx context.Context, d resource.DBTX, s resource.Scope, id uuid.UUID) (resource.Row, error) {
	rows, err := d.Query(ctx, gadgetColumns+" where g.tenant_id = $1 and g.id = $2 and ($3 or g.user_id = $4)", s.Tenant, id, s.Rank() >= int32(n), s.User)
	if err != nil {
		return resource.Row{}, err
	}
	return pgx.CollectExactlyOneRow(rows, scanGadget(s.User))
}

func bound(v resource.Values) []any {
	args := make([]any, 0, 13)
	for _, name := range []string{"title", "note", "mail", "site", "slug", "kind", "size", "price", "born", "at", "token", "done", "widget_id"} {
		args = append(args, v[name])
	}
	return args
}

func createGadget(ctx context.Context, d resource.DBTX, s resource.Scope, id uuid.UUID, v resource.Values) error {
	_, err := d.Exec(ctx, `insert into gadgets (tenant_id, id, user_id, title, note, mail, site, slug, kind, size, price, born, at, token, done, widget_id)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::numeric, $12, $13, $14, $15, $16)`, append([]any{s.Tenant, id, s.User}, bound(v)...)...)
	return err
}

func updateGadget(ctx context.Context, d resource.DBTX, s resource.Scope, id uuid.UUID, revision string, v resource.Values) (int64, error) {
	tag, err := d.Exec(ctx, `update gadgets set title = $6, note = $7, mail = $8, site = $9, slug = $10, kind = $11, size = $12, price = $13::text::numeric,
		born = $14, at = $15, token = coalesce($16, token), done = $17, widget_id = $18
		where tenant_id = $1 and id = $2 and xmin::text = $3 and ($4 or user_id = $5)`, append([]any{s.Tenant, id, revision, s.Rank() >= 2, s.User}, bound(v)...)...)
	return tag.RowsAffected(), err
}

func deleteGadgets(ctx context.Context, d resource.DBTX, s resource.Scope, ids []uuid.UUID) (int64, error) {
	tag, err := d.Exec(ctx, "delete from gadgets where tenant_id = $1 and id = any ($2) and ($3 or user_id = $4)", s.Tenant, ids, s.Rank() >= 2, s.User)
	return tag.RowsAffected(), err
}

func prepareGadgets(w *crudtest.World) { w.Exec(gadgetsTable) }
