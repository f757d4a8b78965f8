// Package apidiff says which changes of the API's document break programs that were written against the released one.
package apidiff

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Compare lists what of the released document a program can no longer rely on, sorted. A document of another version, which
// stands at another address, breaks nothing.
func Compare(released, current []byte) ([]string, error) {
	var old, now object
	if err := json.Unmarshal(released, &old); err != nil {
		return nil, fmt.Errorf("the released document: %w", err)
	}
	if err := json.Unmarshal(current, &now); err != nil {
		return nil, fmt.Errorf("the current document: %w", err)
	}
	if address(old) != address(now) {
		return nil, nil
	}
	d := &diff{old: old, now: now, seen: map[string]bool{}}
	for path, item := range old.at("paths") {
		for method, o := range asObject(item) {
			where := strings.ToUpper(method) + " " + path
			other, ok := now.at("paths").at(path)[method]
			if !ok {
				d.breaks(where, "the operation is gone")
				continue
			}
			d.operation(where, asObject(o), asObject(other))
		}
	}
	slices.Sort(d.found)
	return slices.Compact(d.found), nil
}

// address is where the API stands; its version is a part of it.
func address(doc object) string {
	for _, s := range asList(doc["servers"]) {
		return fmt.Sprint(asObject(s)["url"])
	}
	return ""
}

type object map[string]any

func asObject(v any) object {
	if o, ok := v.(object); ok {
		return o
	}
	o, _ := v.(map[string]any)
	return o
}

func asList(v any) []any {
	l, _ := v.([]any)
	return l
}

func (o object) at(name string) object { return asObject(o[name]) }

// strings is a list of texts, or one.
func (o object) strings(name string) []string {
	if s, ok := o[name].(string); ok {
		return []string{s}
	}
	var all []string
	for _, v := range asList(o[name]) {
		all = append(all, fmt.Sprint(v))
	}
	return all
}

type diff struct {
	old, now object
	found    []string
	seen     map[string]bool // pairs of shapes that were compared, in their place: shapes may hold themselves
}

func (d *diff) breaks(where, format string, args ...any) {
	d.found = append(d.found, where+": "+fmt.Sprintf(format, args...))
}

// resolved follows a reference within a document.
func resolved(doc object, v any) object {
	o := asObject(v)
	ref, ok := o["$ref"].(string)
	if !ok {
		return o
	}
	for part := range strings.SplitSeq(strings.TrimPrefix(ref, "#/"), "/") {
		doc = doc.at(part)
	}
	return doc
}

func (d *diff) operation(where string, old, now object) {
	for _, name := range []string{"operationId", "x-scope"} {
		if old[name] != now[name] {
			d.breaks(where, "%s was %v and is %v", name, old[name], now[name])
		}
	}
	d.parameters(where, parameters(d.old, old), parameters(d.now, now))
	d.body(where, old.at("requestBody"), now.at("requestBody"))
	d.answers(where, old.at("responses"), now.at("responses"))
}

func parameters(doc, operation object) map[string]object {
	all := map[string]object{}
	for _, v := range asList(operation["parameters"]) {
		p := resolved(doc, v)
		all[fmt.Sprintf("%v %v", p["in"], p["name"])] = p
	}
	return all
}

func (d *diff) parameters(where string, old, now map[string]object) {
	for name, p := range now {
		before, ok := old[name]
		if p["required"] == true && (!ok || before["required"] != true) {
			d.breaks(where, "the parameter %s has to be sent now", name)
		}
	}
	for name, p := range old {
		other, ok := now[name]
		if !ok {
			d.breaks(where, "the parameter %s is gone, and unknown ones are refused", name)
			continue
		}
		d.taken(where+" "+name, p.at("schema"), other.at("schema"))
	}
}

const jsonBody = "application/json"

func (d *diff) body(where string, old, now object) {
	switch {
	case old == nil && now != nil && now["required"] == true:
		d.breaks(where, "a body has to be sent now")
	case old != nil && now == nil:
		d.breaks(where, "the body is gone")
	case old != nil:
		d.taken(where+" body", old.at("content").at(jsonBody).at("schema"), now.at("content").at(jsonBody).at("schema"))
	}
}

// answers compares those of success: problems are all of one shape, and there may be more of them at any time.
func (d *diff) answers(where string, old, now object) {
	for status, v := range old {
		if !strings.HasPrefix(status, "2") {
			continue
		}
		other, ok := now[status]
		if !ok {
			d.breaks(where, "it answers %s no more", status)
			continue
		}
		before, after := resolved(d.old, v), resolved(d.now, other)
		for media, content := range before.at("content") {
			given, ok := after.at("content")[media]
			if !ok {
				d.breaks(where, "it answers %s with %s no more", status, media)
				continue
			}
			d.given(where+" "+status, asObject(content).at("schema"), asObject(given).at("schema"))
		}
		for header := range before.at("headers") {
			if _, ok := after.at("headers")[header]; !ok {
				d.breaks(where, "it answers %s without %s now", status, header)
			}
		}
	}
}

// known reports whether a pair of shapes was compared in this direction already; if not, it is from now on.
func (d *diff) known(direction string, old, now object) bool {
	a, b := old["$ref"], now["$ref"]
	if a == nil || b == nil {
		return false
	}
	key := fmt.Sprint(direction, a, b)
	defer func() { d.seen[key] = true }()
	return d.seen[key]
}

// named says a shape by its name rather than by the first operation that uses it.
func named(where string, s object) string {
	if ref, ok := s["$ref"].(string); ok {
		return ref[strings.LastIndexByte(ref, '/')+1:]
	}
	return where
}

// missing are the texts of a that b lacks.
func missing(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

func names(o object) []string { return slices.Sorted(maps.Keys(o)) }
