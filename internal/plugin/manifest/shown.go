package manifest

import (
	"fmt"
	"reflect"

	"stoa/internal/plugin/strict"
)

// Shown is an option as the operator may see it. One that is Operator is no matter of the companies on this installation.
type Shown struct {
	Key, Value string
	Operator   bool
}

// Shown lists what a plugin is configured with; of a secret it says whether it is set. Secrets and options with the tag
// operator:"true" are the operator's.
func (s Settings) Shown(id string) (all []Shown) {
	if s.options[id] == nil {
		return nil
	}
	v := reflect.ValueOf(s.options[id])
	for i := range v.NumField() {
		f := v.Type().Field(i)
		value, secret := fmt.Sprint(v.Field(i).Interface()), f.Tag.Get("secret") == "true"
		switch {
		case secret:
			value = Masked(value)
		case value == "":
			value = "empty"
		}
		all = append(all, Shown{strict.Key(f.Name), value, secret || f.Tag.Get("operator") == "true"})
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
