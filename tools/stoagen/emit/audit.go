package emit

import (
	"fmt"
	"slices"
	"strings"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

// auditTriggers record the changes of an @audit table; record_change in schema/audit.sql says what their arguments are.
func auditTriggers(t *model.Table) string {
	if !t.Facts.Audit.Value {
		return ""
	}
	kept, closed := audited(t)
	args := strings.Join([]string{literal(array(kept)), literal(array(closed)), literal(t.Facts.SoftDelete.Value), literal(naming(t))}, ", ")
	var b strings.Builder
	for _, e := range []struct{ op, event, rows string }{
		{"created", "INSERT", "NEW TABLE AS changed"}, {"updated", "UPDATE", "OLD TABLE AS former NEW TABLE AS changed"}, {"deleted", "DELETE", "OLD TABLE AS former"},
	} {
		fmt.Fprintf(&b, "CREATE TRIGGER %s AFTER %s ON %s\n  REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION record_change(%s);\n",
			ident(t.Name+"_audit_"+e.op), e.event, ident(t.Name), e.rows, args)
	}
	return b.String()
}

// audited are the columns whose values the log keeps, and those of which it tells only that they changed: personal data,
// and whatever of the row not every admin may read, since admins read the log. Secrets are in neither.
func audited(t *model.Table) (kept, closed []string) {
	open := adminsRead(t)
	for _, c := range t.Columns {
		switch f := c.Field; {
		case c.Name == model.TenantColumn || c.Name == "id" || c.Name == "created_at" || c.Name == "updated_at" || c.Name == t.Facts.SoftDelete.Value:
		case f.Hidden.Value || f.Secret.Value || c.Generated != "" || strings.Contains(c.Name, "password"):
		case slices.Contains([]model.Base{model.Bytes, model.Vector, model.Search, model.Opaque}, c.Type.Base):
		case !open || f.PII.Value || f.Read.Known():
			closed = append(closed, c.Name)
		default:
			kept = append(kept, c.Name)
		}
	}
	return kept, closed
}

// adminsRead reports whether every admin may read every row.
func adminsRead(t *model.Table) bool {
	return t.Access == nil || everyAdmin(t.Access.Read.Value)
}

func everyAdmin(e *annotation.Expr) bool {
	switch {
	case e == nil:
		return true
	case e.Op == annotation.Role:
		return rank(e.Role) <= rank("admin")
	case e.Op == annotation.Or:
		return slices.ContainsFunc(e.Args, everyAdmin)
	}
	return e.Op == annotation.Public
}

// naming is the column whose text names a row in the log; "" when that is not kept.
func naming(t *model.Table) string {
	kept, _ := audited(t)
	name := ""
	if t.Resource != nil {
		name = strings.Trim(t.Resource.Title.Value, "{}")
	}
	if !slices.Contains(kept, name) && t.Label != nil {
		name = t.Label.Name
	}
	if !slices.Contains(kept, name) {
		return ""
	}
	return name
}

// array is a text[] as PostgreSQL writes it.
func array(names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = n
		if n != ident(n) {
			quoted[i] = `"` + strings.ReplaceAll(n, `"`, `\"`) + `"`
		}
	}
	return "{" + strings.Join(quoted, ",") + "}"
}
