package tenant

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Walk is the same door for lists without filters and their counts, which walk along one index of the tenant's rows, from
// the beginning or from a place that these values are. What switches parts of such a statement, as its order and filters
// that are off, is written into its text: then it is planned once for each connection and not each time, which is most of
// what it costs.
//
// A plan for any tenant must suit the small and the large, so everything that would read more than the page is set aside.
// A statement that has something else to find than the tenant's rows, or those that a role may see, is run as through any door.
func (d *DB) Walk(place ...any) *DB {
	walking := *d
	walking.walks, walking.place = true, place
	return &walking
}

// settings are what a statement is planned under. They are in force to the end of a transaction, each adds to those before.
type settings int

const (
	usual   settings = iota
	custom           // planned each time, for the values that it has
	walking          // planned once, along an index
)

const (
	planEachTime = "set_config('plan_cache_mode', 'force_custom_plan', true)"
	planToWalk   = "set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_sort', 'off', true), " +
		"set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)"
)

// settle says what a statement is planned under, and writes its switches into it when it walks.
func (d *DB) settle(s *statement) settings {
	if !optional(s.sql) {
		return usual
	}
	if d.walks {
		if sql, args, ok := written(s.sql, s.args); ok && d.bare(args) {
			s.sql, s.args = sql, args
			return walking
		}
	}
	return custom
}

// arrange settles all statements of a transaction. One that walks must not be followed by another kind, whose plan would be
// made and kept under settings that are none of its own; it does not walk then. It returns where they begin to walk.
func (d *DB) arrange(all []statement) (begin settings, walk int) {
	walk = len(all)
	for i := len(all) - 1; i >= 0; i-- {
		settled := all[i]
		switch kind := d.settle(&settled); {
		case kind == walking && walk == i+1:
			all[i], walk = settled, i
		case kind != usual:
			begin = custom
		}
	}
	if walk == 0 && len(all) > 0 {
		begin = walking
	}
	return begin, walk
}

// bare reports whether nothing is left to find but the tenant's rows from a place on, so many of them.
func (d *DB) bare(args []any) bool {
	return !slices.ContainsFunc(args, func(a any) bool {
		if _, number := a.(int32); number || a == any(d.id) { // how many, or the rank of a role
			return false
		}
		if v := reflect.ValueOf(a); v.Kind() == reflect.Pointer {
			a = v.Elem().Interface()
		}
		return !slices.Contains(d.place, a)
	})
}

var (
	// A text in quotes, which holds no parameter; or a parameter, and whether it is asked for being NULL.
	token = regexp.MustCompile(`'[^']*'|\$(\d+)((?:::\S+)? IS NULL)?`)
	// pieces are the statements that were cut already, by their text; there are as many as the program has.
	pieces sync.Map
)

// piece is a part of a statement, and what comes behind it.
type piece struct {
	text      string
	parameter int  // its number; 0 at the end
	isNull    bool // it is asked for being NULL
}

func cut(sql string) []piece {
	if known, ok := pieces.Load(sql); ok {
		return known.([]piece)
	}
	var all []piece
	begin := 0
	for _, at := range token.FindAllStringSubmatchIndex(sql, -1) {
		if at[2] < 0 {
			continue
		}
		n, _ := strconv.Atoi(sql[at[2]:at[3]]) // digits
		all = append(all, piece{sql[begin:at[0]], n, at[4] >= 0})
		begin = at[1]
	}
	all = append(all, piece{text: sql[begin:]})
	pieces.Store(sql, all)
	return all
}

// written is a statement with the values of its switches in its text: NULL and whether something is, true and false, and
// words that it compares with itself. What is left are its parameters. It is false when an argument is missing.
func written(sql string, args []any) (string, []any, bool) {
	var left []any
	as := make([]string, len(args)) // how each is written; a list names its order twenty times
	for i, a := range args {
		as[i] = literal(sql, a)
	}
	var out strings.Builder
	out.Grow(len(sql) + 64)
	for _, p := range cut(sql) {
		out.WriteString(p.text)
		if p.parameter == 0 {
			continue
		}
		at := p.parameter - 1
		if at >= len(args) {
			return "", nil, false
		}
		if p.isNull {
			out.WriteString(strconv.FormatBool(as[at] == null))
			continue
		}
		if as[at] == "" {
			left = append(left, args[at])
			as[at] = "$" + strconv.Itoa(len(left))
		}
		out.WriteString(as[at])
	}
	return out.String(), left, true
}

const null = "NULL"

// literal is how a switch is written, and "" for all else. A word is one that stands in the statement anyway.
func literal(sql string, value any) string {
	switch v := value.(type) {
	case bool:
		return strconv.FormatBool(v)
	case string:
		if quoted := "'" + v + "'"; isWord(v) && (v == "" || strings.Contains(sql, quoted)) {
			return quoted
		}
		return ""
	}
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.Invalid:
		return null
	case reflect.Pointer, reflect.Slice, reflect.Map:
		if v.IsNil() {
			return null
		}
	}
	return ""
}

// isWord reports whether s may be written between quotes.
func isWord(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789_-") == ""
}
