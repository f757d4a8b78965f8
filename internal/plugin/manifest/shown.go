package manifest

import (
	"fmt"
	"reflect"

	"stoa/internal/plugin/strict"
)

// Shown is an option as a person may see it.
type Shown struct{ Key, Value string }

// Shown lists what a plugin is configured with; of a secret it says whether it is set.
func (s Settings) Shown(id string) (all []Shown) {
	if s.options[id] == nil {
		return nil
	}
	v := reflect.ValueOf(s.options[id])
	for i := range v.NumField() {
		f := v.Type().Field(i)
		value := fmt.Sprint(v.Field(i).Interface())
		switch {
		case f.Tag.Get("secret") == "true":
			value = Masked(value)
		case value == "":
			value = "empty"
		}
		all = append(all, Shown{strict.Key(f.Name), value})
	}
	return all
}

// Masked says of a value whether there is one.
func Masked(value string) string {
	if value == "" {
		return "not set"
	}
	return "set"
}
