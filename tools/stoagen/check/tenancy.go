package check

import (
	"slices"
	"strings"

	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/model"
)

// tenancy demands tenant_id, and a key that begins with it, of every table that is not @global.
func (c *checker) tenancy(t *model.Table) {
	if t.Global.Value {
		if t.PrimaryKey == nil {
			c.problems.Add(t.Pos, "table %s has no PRIMARY KEY", t.Name)
		}
		return
	}
	tenant := t.Column(model.TenantColumn)
	switch {
	case tenant == nil:
		c.problems.Add(t.Pos, "table %s has no tenant_id: add tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE, "+
			"or say @global when its rows belong to no single tenant", t.Name)
	case tenant.Type.Base != model.UUID || tenant.Type.Array || !tenant.NotNull:
		c.problems.Add(tenant.Pos, "tenant_id must be uuid NOT NULL")
	case !tenantKey(t):
		c.problems.Add(t.Pos, "table %s needs PRIMARY KEY (tenant_id, id) or UNIQUE (tenant_id, id), or a primary key that says @global", t.Name)
	}
	if tenant != nil {
		for _, a := range c.notes[tenant] {
			c.problems.Add(a.Pos, "tenant_id takes no annotation: it is never in a form, a page or a payload")
		}
	}
}

// tenantKey reports whether the primary key, or UNIQUE (tenant_id, id), contains the tenant, or is @global on purpose.
func tenantKey(t *model.Table) bool {
	if t.PrimaryKey != nil && slices.Contains(t.PrimaryKey.Columns, model.TenantColumn) {
		return true
	}
	if t.PrimaryKey != nil && t.PrimaryKey.Global.Value {
		return true
	}
	return t.PrimaryKey != nil && slices.ContainsFunc(t.Uniques, func(u *model.Unique) bool {
		return len(u.Columns) == 2 && slices.Contains(u.Columns, model.TenantColumn) && slices.Contains(u.Columns, "id")
	})
}

// foreignKeys demands that references to tenant tables carry the tenant, so that no row can point into another one.
func (c *checker) foreignKeys(t *model.Table) {
	for _, k := range t.ForeignKeys {
		if k.Target.Tenant() && k.Target.Column(model.TenantColumn) != nil && !carriesTenant(k) {
			c.problems.Add(k.Pos, "the foreign key %s lets rows of one tenant point at another's: write FOREIGN KEY (tenant_id, %s) REFERENCES %s (tenant_id, %s)",
				k.Name, strings.Join(withoutTenant(k.Columns), ", "), k.Target.Name, strings.Join(withoutTenant(k.RefColumns), ", "))
		}
		if setsNull(k) {
			c.problems.Add(k.Pos, "ON DELETE %s would also clear tenant_id: write ON DELETE %s (%s)",
				strings.ToUpper(k.OnDelete), strings.ToUpper(k.OnDelete), strings.Join(withoutTenant(k.Columns), ", "))
		}
	}
}

// carriesTenant reports whether the tenant_id of the row points at the tenant_id of the target.
func carriesTenant(k *model.ForeignKey) bool {
	i := slices.Index(k.Columns, model.TenantColumn)
	return i >= 0 && len(k.Columns) > 1 && k.RefColumns[i] == model.TenantColumn
}

func setsNull(k *model.ForeignKey) bool {
	if k.OnDelete != "set null" && k.OnDelete != "set default" {
		return false
	}
	cleared := k.SetColumns
	if len(cleared) == 0 {
		cleared = k.Columns
	}
	return slices.Contains(cleared, model.TenantColumn)
}

func withoutTenant(columns []string) []string {
	return slices.DeleteFunc(slices.Clone(columns), func(c string) bool { return c == model.TenantColumn })
}

// uniques demands the tenant in every key of a tenant table: a conflict would tell of another tenant's rows.
func (c *checker) uniques(t *model.Table) {
	for _, u := range t.Uniques {
		c.unique(t, "UNIQUE "+u.Name, u.Columns, u, u.Pos)
	}
	if t.PrimaryKey != nil {
		a := c.notes.Find(t.PrimaryKey, "global")
		if a != nil && (!t.Tenant() || slices.Contains(t.PrimaryKey.Columns, model.TenantColumn)) {
			c.problems.Add(a.Pos, "@global does nothing here: PRIMARY KEY %s is scoped already", t.PrimaryKey.Name)
		}
	}
	for _, x := range t.Indexes {
		if x.Unique {
			c.unique(t, "UNIQUE INDEX "+x.Name, x.Columns(), x, x.Pos)
		} else if a := c.notes.Find(x, "global"); a != nil {
			c.problems.Add(a.Pos, "index %s is not unique: @global does nothing", x.Name)
		}
	}
}

func (c *checker) unique(t *model.Table, what string, columns []string, part any, pos diag.Pos) {
	a := c.notes.Find(part, "global")
	scoped := !t.Tenant() || slices.Contains(columns, model.TenantColumn)
	switch {
	case scoped && a != nil:
		c.problems.Add(a.Pos, "@global does nothing here: %s is scoped already", what)
	case !scoped && a == nil:
		c.problems.Add(pos, "%s has no tenant_id, so that a conflict tells of another tenant's rows: add it, "+
			"or say @global when it is a secret that finds its tenant", what)
	}
}
