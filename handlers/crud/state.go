package crud

import (
	"net/url"
	"slices"
	"strings"

	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/resource"
	"stoa/internal/session"
)

// The names in a list's address; no field is called so.
const (
	paramSearch = "q"
	paramTab    = "tab"
	paramSort   = "sort"
	paramAfter  = "after"
	paramBefore = "before"
	tabTrash    = "trash"
)

// state is a list as its address describes it.
type state struct {
	search  string
	tab     string
	sort    resource.Sort
	filters map[string]string // as written, by name in the address
	typed   resource.Values
	after   *resource.Cursor
	before  *resource.Cursor
}

func (s state) trash() bool { return s.tab == tabTrash }

// narrowed reports whether something hides rows.
func (s state) narrowed() bool { return s.search != "" || len(s.filters) > 0 }

// unfiltered is the list as its bare address shows it.
func (t *table) unfiltered() state {
	return state{sort: t.List.Default, filters: map[string]string{}, typed: resource.Values{}}
}

var errState = errs.New(errs.BadRequest, "This list cannot be filtered or sorted so.")

// parse reads a list's address. What the list does not declare is refused and never reaches a query.
func (t *table) parse(q url.Values) (state, error) {
	s := t.unfiltered()
	if s.tab = q.Get(paramTab); s.tab != "" && !t.hasTab(s.tab) {
		return s, errState
	}
	if s.trash() {
		s.sort = resource.Sort{Field: resource.DeletedAt, Desc: true} // what was deleted last comes first
	}
	if key := q.Get(paramSort); key != "" {
		s.sort.Field, s.sort.Desc = strings.CutPrefix(key, "-")
		if !slices.Contains(t.List.Sorts, s.sort.Field) || s.trash() {
			return s, errState
		}
	}
	if s.search = strings.TrimSpace(q.Get(paramSearch)); s.search != "" && len(t.List.Search) == 0 {
		return s, errState
	}
	if !plugin.Findable(s.search) {
		return s, errState
	}
	for name := range q {
		if err := t.parseFilter(&s, name, q.Get(name)); err != nil {
			return s, err
		}
	}
	return s, t.parseCursors(&s, q)
}

func (t *table) hasTab(name string) bool {
	if name == tabTrash {
		return t.SoftDelete
	}
	return slices.ContainsFunc(t.Tabs, func(tab resource.Tab) bool { return tab.Name == name })
}

func (t *table) parseCursors(s *state, q url.Values) (err error) {
	kind := resource.Time
	if f, ok := t.Field(s.sort.Field); ok {
		kind = f.Kind
	} else if s.sort.Field == resource.Key {
		kind = resource.ID
	}
	if text := q.Get(paramAfter); text != "" {
		s.after, err = resource.ParseCursor(text, kind)
	} else if text := q.Get(paramBefore); text != "" {
		s.before, err = resource.ParseCursor(text, kind)
	}
	return err
}

// values is the state as the query of an address, without the place in the list.
func (s state) values(t *table) url.Values {
	q := url.Values{}
	for name, text := range s.filters {
		q.Set(name, text)
	}
	set := func(name, text string) {
		if text != "" {
			q.Set(name, text)
		}
	}
	set(paramSearch, s.search)
	set(paramTab, s.tab)
	if s.sort != t.List.Default && !s.trash() {
		q.Set(paramSort, s.sort.Key())
	}
	return q
}

// address is where the list stands with some of its parameters changed; an empty value removes one.
func (t *table) address(s state, changes ...string) string {
	q := s.values(t)
	for i := 0; i < len(changes); i += 2 {
		if q.Del(changes[i]); changes[i+1] != "" {
			q.Set(changes[i], changes[i+1])
		}
	}
	if len(q) == 0 {
		return t.path()
	}
	return t.path() + "?" + q.Encode()
}

// query asks for the rows of a state.
func (t *table) query(p *session.Principal, s state) (resource.Query, error) {
	sc, err := scope(p, t.Allow.Read)
	if err != nil {
		return resource.Query{}, err
	}
	if s.sort != t.List.Default && !s.trash() && !slices.Contains(t.List.Sorts, s.sort.Field) {
		return resource.Query{}, errForbidden // the role was another when the address was read
	}
	q := resource.Query{Scope: sc, Search: s.search, Filters: s.typed, Trash: s.trash(), Sort: s.sort, After: s.after}
	if !q.Trash {
		q.Tab = s.tab
	}
	if t.o.Steps.Scope != nil {
		t.o.Steps.Scope(p, &q)
	}
	return q, nil
}
