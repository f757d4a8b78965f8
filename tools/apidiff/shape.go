package apidiff

import (
	"fmt"
	"slices"
	"strings"
)

// taken compares what programs send: it may become more, never less.
func (d *diff) taken(where string, old, now object) {
	if d.known("taken", old, now) {
		return
	}
	where = named(where, old)
	old, now = resolved(d.old, old), resolved(d.now, now)
	if gone := missing(old.strings("type"), now.strings("type")); len(gone) > 0 && len(now.strings("type")) > 0 {
		d.breaks(where, "it takes %s no more", strings.Join(gone, ", "))
	} else if len(old.strings("type")) == 0 && len(now.strings("type")) > 0 {
		d.breaks(where, "it takes %s only", strings.Join(now.strings("type"), ", "))
	}
	if gone := missing(old.strings("enum"), now.strings("enum")); now["enum"] != nil && (len(gone) > 0 || old["enum"] == nil) {
		d.breaks(where, "it takes %s only", strings.Join(now.strings("enum"), ", "))
	}
	for _, name := range []string{"format", "pattern"} {
		if now[name] != nil && now[name] != old[name] {
			d.breaks(where, "its %s is %v now", name, now[name])
		}
	}
	d.limits(where, old, now)
	if now["additionalProperties"] == false {
		for _, name := range missing(names(old.at("properties")), names(now.at("properties"))) {
			d.breaks(where, "it takes the field %s no more", name)
		}
		if old["additionalProperties"] != false {
			d.breaks(where, "it takes unknown fields no more")
		}
	}
	for _, name := range missing(now.strings("required"), old.strings("required")) {
		d.breaks(where, "the field %s has to be sent now", name)
	}
	d.within(where, old, now, d.taken)
}

// limits compares the largest and the smallest that is taken.
func (d *diff) limits(where string, old, now object) {
	for _, name := range []string{"maxLength", "maxItems", "maximum", "minLength", "minItems", "minimum"} {
		after, limited := now[name].(float64)
		before, had := old[name].(float64)
		if !limited || had && after == before {
			continue
		}
		if upper := strings.HasPrefix(name, "max"); !had && (upper || after > 0 || name == "minimum") || had && (after < before) == upper {
			d.breaks(where, "its %s is %v now", name, now[name])
		}
	}
}

// given compares what programs are sent: it may gain fields, but none that was there may go or be something else. An enum may
// gain values; the document says so.
func (d *diff) given(where string, old, now object) {
	if d.known("given", old, now) {
		return
	}
	where = named(where, old)
	old, now = resolved(d.old, old), resolved(d.now, now)
	if more := missing(now.strings("type"), old.strings("type")); len(more) > 0 && len(old.strings("type")) > 0 {
		d.breaks(where, "it may be %s now", strings.Join(more, ", "))
	} else if len(now.strings("type")) == 0 && len(old.strings("type")) > 0 {
		d.breaks(where, "it may be anything now")
	}
	if old["format"] != nil && old["format"] != now["format"] {
		d.breaks(where, "its format was %v and is %v", old["format"], now["format"])
	}
	for _, name := range missing(names(old.at("properties")), names(now.at("properties"))) {
		d.breaks(where, "the field %s is gone", name)
	}
	for _, name := range missing(old.strings("required"), now.strings("required")) {
		if now.at("properties")[name] != nil {
			d.breaks(where, "the field %s may be missing now", name)
		}
	}
	d.within(where, old, now, d.given)
}

// within compares the parts of a shape in the same direction.
func (d *diff) within(where string, old, now object, compare func(string, object, object)) {
	for _, name := range names(old.at("properties")) {
		if part := now.at("properties").at(name); part != nil {
			compare(where+"."+name, old.at("properties").at(name), part)
		}
	}
	if old.at("items") != nil {
		compare(where+"[]", old.at("items"), now.at("items"))
	}
	if a, b := asList(old["oneOf"]), asList(now["oneOf"]); len(a) > 0 {
		if !slices.Equal(refs(a), refs(b)) {
			d.breaks(where, "it was one of %v and is one of %v", refs(a), refs(b))
			return
		}
		for i := range a {
			compare(fmt.Sprint(where, "/", i), asObject(a[i]), asObject(b[i]))
		}
	}
}

// refs are the names of alternatives.
func refs(list []any) (all []string) {
	for _, v := range list {
		o := asObject(v)
		all = append(all, named(strings.Join(o.strings("type"), " or "), o))
	}
	return all
}
