package compile

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxName is how many bytes of a name PostgreSQL keeps.
const maxName = 63

// constraintName is what PostgreSQL calls a CHECK or foreign key without a name. The columns are those it reads.
func (b *builder) constraintName(table, columns, label string) string {
	for n := 0; ; n++ {
		name := objectName(table, columns, numbered(label, n))
		if !b.constraints[name] {
			return b.take(name, false)
		}
	}
}

// indexName is what PostgreSQL calls an index without a name; of a constraint its constraint has the same one.
func (b *builder) indexName(table, columns, label string) string {
	for n := 0; ; n++ {
		name := objectName(table, columns, numbered(label, n))
		if !b.relations[name] && !b.constraints[name] {
			return b.take(name, true)
		}
	}
}

func (b *builder) take(name string, index bool) string {
	if index {
		b.relations[name] = true
	} else {
		b.constraints[name] = true
	}
	return name
}

func numbered(label string, n int) string {
	if n == 0 {
		return label
	}
	return label + strconv.Itoa(n)
}

// objectName joins the parts with underscores and shortens the longer of the first two until all fit.
func objectName(table, columns, label string) string {
	room := maxName - len(label) - 1
	if columns != "" {
		room--
	}
	t, c := len(table), len(columns)
	for t+c > room {
		if t > c {
			t--
		} else {
			c--
		}
	}
	parts := []string{clip(table, t)}
	if columns != "" {
		parts = append(parts, clip(columns, c))
	}
	return strings.Join(append(parts, label), "_")
}

// clip keeps at most n bytes and no half character.
func clip(s string, n int) string {
	n = max(n, 0)
	if n >= len(s) {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
