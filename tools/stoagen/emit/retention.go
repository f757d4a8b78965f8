package emit

import (
	"fmt"
	"strings"

	"stoa/tools/stoagen/model"
)

// expireQuery deletes some of the rows that are too old.
func (t *table) expireQuery() query {
	r, key := t.Facts.Retention, ident(t.Key.Name)
	return query{
		name: "Expire" + t.many, kind: "execrows", note: "The oldest of those that are kept no longer.",
		text: fmt.Sprintf(`DELETE FROM %s WHERE %s.tenant_id = @tenant_id AND %s.%s IN (
  SELECT o.%s FROM %s AS o
  WHERE o.tenant_id = @tenant_id AND o.%s < %s - make_interval(days => %d)
  ORDER BY o.%s LIMIT @most
);`, t.name(), t.name(), t.name(), key, key, t.name(), ident(r.Column.Value), t.until(), r.Days.Value, ident(r.Column.Value)),
	}
}

// until is what a row's age is counted to.
func (t *table) until() string {
	if t.Column(t.Facts.Retention.Column.Value).Type.Base == model.Date {
		return "current_date"
	}
	return "now()"
}

func (t *table) expireFunc(b *strings.Builder) {
	fmt.Fprintf(b, "func expire%s(\nctx context.Context, d resource.DBTX, s resource.Scope, most int,\n) (int64, error) {\n", t.many)
	fmt.Fprintf(b, "return db.New(d).Expire%s(ctx, db.Expire%sParams{TenantID: s.Tenant, Most: int32(most)})\n}\n\n", t.many, t.many)
}
