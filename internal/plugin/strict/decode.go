package strict

import (
	"math"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Decode puts the values of a mapping into a struct; what the mapping does not set stays as it is. The key of a field is
// its name in snake_case. The tag range:"1..9" bounds a number or the length of a text or list, oneof:"a b" lists the texts that are taken.
// A struct can hold texts, switches, numbers, durations, lists of those, structs and lists of structs.
func (n Node) Decode(what string, into reflect.Value) {
	t := into.Type()
	keys := make([]string, t.NumField())
	for i := range keys {
		keys[i] = Key(t.Field(i).Name)
	}
	fields := n.Known(what, keys...)
	for i, key := range keys {
		if f, ok := fields[key]; ok {
			f.Value.value(what, into.Field(i), t.Field(i).Tag)
		}
	}
}

var duration = reflect.TypeFor[time.Duration]()

func (n Node) value(what string, into reflect.Value, tag reflect.StructTag) {
	if into.Type() == duration {
		n.duration(into)
		return
	}
	switch into.Kind() {
	case reflect.String:
		if s, ok := n.Text(); ok && n.oneOf(s, tag) && n.inRange(float64(len([]rune(s))), tag, " characters") {
			into.SetString(s)
		}
	case reflect.Bool:
		if b, ok := n.Bool(); ok {
			into.SetBool(b)
		}
	case reflect.Int, reflect.Int64:
		if i, ok := n.Int(); ok && n.inRange(float64(i), tag, "") {
			into.SetInt(i)
		}
	case reflect.Float64:
		if f, ok := n.Float(); ok && n.inRange(f, tag, "") {
			into.SetFloat(f)
		}
	case reflect.Struct:
		n.Decode(what, into)
	case reflect.Slice:
		n.list(what, into, tag)
	default:
		n.Errorf("a %s cannot be configured", into.Type())
	}
}

func (n Node) list(what string, into reflect.Value, tag reflect.StructTag) {
	items := n.Items()
	if !n.inRange(float64(len(items)), tag, " entries") {
		return
	}
	list := reflect.MakeSlice(into.Type(), len(items), len(items))
	for i, item := range items {
		item.value(what, list.Index(i), reflect.StructTag(`oneof:"`+tag.Get("oneof")+`"`))
	}
	into.Set(list)
}

func (n Node) duration(into reflect.Value) {
	s, ok := n.Text()
	if !ok {
		return
	}
	d, err := time.ParseDuration(s)
	if err != nil {
		n.Errorf("want a time such as 30s, 5m or 1h30m, got %q", s)
		return
	}
	into.SetInt(int64(d))
}

func (n Node) oneOf(s string, tag reflect.StructTag) bool {
	known := strings.Fields(tag.Get("oneof"))
	if len(known) == 0 || contains(known, s) {
		return true
	}
	n.problems.Unknown(n.Pos(), "value", s, known)
	return false
}

var bounds = regexp.MustCompile(`^(-?[\d.]*?)\.\.(-?[\d.]*)$`)

// Range reads the tag range; what it leaves open is infinite.
func Range(tag reflect.StructTag) (least, most float64) {
	least, most = math.Inf(-1), math.Inf(1)
	m := bounds.FindStringSubmatch(tag.Get("range"))
	if m == nil {
		return least, most
	}
	if f, err := strconv.ParseFloat(m[1], 64); err == nil {
		least = f
	}
	if f, err := strconv.ParseFloat(m[2], 64); err == nil {
		most = f
	}
	return least, most
}

func (n Node) inRange(f float64, tag reflect.StructTag, unit string) bool {
	least, most := Range(tag)
	if f >= least && f <= most {
		return true
	}
	switch {
	case math.IsInf(most, 1):
		n.Errorf("want at least %v%s", least, unit)
	case math.IsInf(least, -1):
		n.Errorf("want at most %v%s", most, unit)
	default:
		n.Errorf("want %v to %v%s", least, most, unit)
	}
	return false
}

// Key is the name of a Go field as a key of YAML: ContextMessages is context_messages, BaseURL base_url.
func Key(name string) string {
	runes := []rune(name)
	var b strings.Builder
	for i, r := range runes {
		if unicode.IsUpper(r) && i > 0 && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
