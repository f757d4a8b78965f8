package procedure

import (
	"encoding/json"
	"fmt"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"stoa/internal/errs"
	"stoa/internal/resource"
)

// Input reads an In from what was sent, by the rules of its tags, which are those of the fields of resources.
type Input[In any] struct{ slots []slot }

// slot is a field of In.
type slot struct {
	resource.Field
	index   int
	pointer bool
	path    bool   // stands in the path, where only ids do
	missing string // what to say when there is nothing
}

// Input looks at the declaration, once; a wrong one is a mistake in the program and panics.
func (p Procedure[In, Out]) Input() *Input[In] {
	in := &Input[In]{}
	t := reflect.TypeFor[In]()
	for i := range t.NumField() {
		f := t.Field(i)
		s, err := slotOf(f)
		if s.index, s.path = i, strings.Contains(p.Path, "{"+s.Name+"}"); s.path && s.Kind != resource.ID {
			err = fmt.Errorf("only ids stand in a path")
		}
		if err != nil {
			panic(fmt.Sprintf("procedure %s: field %s: %v", p.Name, f.Name, err))
		}
		in.slots = append(in.slots, s)
	}
	return in
}

// kindsOf are the kinds of the types that a field may have.
var kindsOf = map[reflect.Type]resource.Kind{
	reflect.TypeFor[string](): resource.Textarea, reflect.TypeFor[bool](): resource.Boolean, reflect.TypeFor[int64](): resource.Integer,
	reflect.TypeFor[time.Time](): resource.Time, reflect.TypeFor[uuid.UUID](): resource.ID, reflect.TypeFor[[]string](): resource.Tags,
}

func slotOf(f reflect.StructField) (slot, error) {
	s := slot{missing: f.Tag.Get("missing"), Field: resource.Field{Name: f.Tag.Get("json")}}
	t := f.Type
	if s.pointer = t.Kind() == reflect.Pointer; s.pointer {
		t = t.Elem()
	}
	s.Kind = kindsOf[t]
	s.Required = !s.pointer && s.Kind != resource.Boolean && s.Kind != resource.Tags
	if kind := resource.Kind(f.Tag.Get("kind")); kind != "" && t.Kind() == reflect.String {
		s.Kind = kind
	}
	for value := range strings.FieldsSeq(f.Tag.Get("oneof")) {
		s.Kind, s.Options = resource.Enum, append(s.Options, resource.Option{Value: value, Label: value})
	}
	s.Min, s.Max, _ = strings.Cut(f.Tag.Get("range"), "..")
	err := s.lengths(f.Tag.Get("length"))
	if s.Name == "" || s.Kind == "" {
		err = fmt.Errorf("it needs a json tag and one of the types that can be sent")
	}
	return s, err
}

func (s *slot) lengths(text string) (err error) {
	if text == "" {
		return nil
	}
	low, high, _ := strings.Cut(text, "..")
	if s.Kind == resource.Tags {
		s.MaxItems, err = strconv.Atoi(high)
		return err
	}
	if s.MinLength, err = strconv.Atoi(low); err != nil {
		return err
	}
	s.MaxLength, err = strconv.Atoi(high)
	return err
}

// errNoPage is what an id in the path is that is none.
var errNoPage = errs.New(errs.NotFound, "There is no such page.")

// FromJSON reads a body. Param is what stands in the path.
func (in *Input[In]) FromJSON(body map[string]json.RawMessage, param func(string) string) (v In, err error) {
	fields := errs.Fields{}
	for name := range body {
		if in.find(name) == nil {
			fields.Add(short(name), "There is no such field.")
		}
	}
	return in.read(param, fields, func(s slot) (any, string) {
		raw, sent := body[s.Name]
		if !sent {
			return nil, ""
		}
		return resource.DecodeJSON(s.Field, raw)
	})
}

// FromQuery reads what a program wrote into an address: each name once, and none that is not known.
func (in *Input[In]) FromQuery(q url.Values, param func(string) string) (v In, err error) {
	for name, values := range q {
		if in.find(name) == nil || len(values) > 1 && in.find(name).Kind != resource.Tags {
			e := errs.New(errs.BadRequest, "This parameter is unknown here, or sent more than once.")
			e.Fields = errs.Fields{short(name): e.Message}
			return v, e
		}
	}
	return in.FromForm(q, param)
}

// FromForm reads what a form of a page sent; what else it carries is not looked at.
func (in *Input[In]) FromForm(q url.Values, param func(string) string) (v In, err error) {
	return in.read(param, errs.Fields{}, func(s slot) (any, string) {
		if !q.Has(s.Name) {
			return nil, ""
		}
		return resource.Decode(s.Field, q[s.Name])
	})
}

// find is a field that stands outside the path; nil for none.
func (in *Input[In]) find(name string) *slot {
	for i, s := range in.slots {
		if s.Name == name && !s.path {
			return &in.slots[i]
		}
	}
	return nil
}

func short(name string) string {
	const most = 60
	if len(name) > most {
		name = strings.ToValidUTF8(name[:most], "") + "…"
	}
	return name
}

func (in *Input[In]) read(param func(string) string, fields errs.Fields, decode func(slot) (any, string)) (v In, err error) {
	into := reflect.ValueOf(&v).Elem()
	for _, s := range in.slots {
		var value any
		var problem string
		if s.path {
			id, err := uuid.Parse(param(s.Name))
			if err != nil {
				return v, errNoPage
			}
			value = id
		} else if value, problem = decode(s); problem == "" {
			problem = s.check(value)
		}
		if problem != "" {
			fields.Add(s.Name, problem)
			continue
		}
		s.set(into.Field(s.index), value)
	}
	return v, fields.Err()
}

func (s slot) check(value any) string {
	if value == nil && s.Required && s.missing != "" {
		return s.missing
	}
	return resource.Check(s.Field, value, true)
}

func (s slot) set(into reflect.Value, value any) {
	if value == nil {
		return
	}
	if day, ok := value.(time.Time); ok && s.Kind == resource.Date {
		value = day.Format(time.DateOnly)
	}
	if s.pointer {
		into.Set(reflect.New(into.Type().Elem()))
		into = into.Elem()
	}
	into.Set(reflect.ValueOf(value))
}
