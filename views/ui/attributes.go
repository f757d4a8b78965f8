package ui

import "github.com/a-h/templ"

// attributes are the optional ones of a control. Rules are checked by the server alone (forms carry novalidate), but
// assistive technology learns from here what is required and what is wrong.
func (f Field) attributes() templ.Attributer {
	a := templ.OrderedAttributes{}
	add := func(key string, value any) { a = append(a, templ.KeyValue[string, any]{Key: key, Value: value}) }
	if !f.Optional {
		add("required", true)
	}
	if f.Autocomplete != "" {
		add("autocomplete", f.Autocomplete)
	}
	if f.Placeholder != "" {
		add("placeholder", f.Placeholder)
	}
	if f.MaxLength > 0 {
		add("maxlength", itoa(f.MaxLength))
	}
	if f.Error != "" {
		add("aria-invalid", "true")
	}
	if by := f.describedBy(); by != "" {
		add("aria-describedby", by)
	}
	if f.Autofocus || f.Error != "" { // of several, the browser takes the first
		add("autofocus", true)
	}
	return append(a, f.Extra...)
}
