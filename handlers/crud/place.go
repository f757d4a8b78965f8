package crud

import (
	"maps"
	"net/url"

	"github.com/google/uuid"
)

// place says which part of each panel and of the history the page of a row shows, by its name: cursors, as its address
// carries them.
type place url.Values

// placeOf reads a place out of an address; what else stands there is left out.
func (t *table) placeOf(q url.Values) place {
	at := place{}
	keep := func(part string) {
		if cursor := q.Get(part); cursor != "" {
			at[part] = []string{cursor}
		}
	}
	keep(paramHistory)
	for _, panel := range t.Panels {
		keep(panel.Table)
	}
	return at
}

// of is the cursor of a part; "" is its beginning.
func (at place) of(part string) string { return url.Values(at).Get(part) }

// turned is the row's page with one part turned to another cursor and the others left where they are.
func (t *table) turned(id uuid.UUID, at place, part, cursor string) string {
	q := url.Values(maps.Clone(at))
	if q.Del(part); cursor != "" {
		q.Set(part, cursor)
	}
	if len(q) == 0 {
		return t.path(id.String())
	}
	return t.path(id.String()) + "?" + q.Encode()
}
