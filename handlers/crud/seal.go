package crud

import (
	"maps"

	"stoa/internal/resource"
	"stoa/internal/secret"
)

// sealed are the values of a change as they are stored: secrets encrypted, each for its own place.
func (t *table) sealed(change *Change) resource.Values {
	values := maps.Clone(change.Values) // steps after this one still have what was typed
	for _, f := range t.Fields {
		if plain, ok := values[f.Name].(string); ok && f.Kind == resource.Secret {
			values[f.Name] = t.Secrets.Seal(plain, secret.Place{Tenant: change.Tenant, Table: t.Table, Column: f.Name, Row: change.ID})
		}
	}
	return values
}
