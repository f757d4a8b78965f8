package infer

import (
	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

// annotations lets what is written on the column, or on its domain, override what SQL says.
func (d *fielder) annotations() {
	f := d.f
	d.flags()
	d.strings()
	if a := d.at("widget"); a != nil {
		v, _ := a.Get("widget")
		f.Widget.Override(model.Widget(v.Str), because(a))
	}
	d.address("email", &f.Email)
	d.address("url", &f.URL)
	if a := d.at("options"); a != nil {
		d.optionsOf(a)
	}
	if a := d.at("show"); a != nil {
		v, _ := a.Get("when")
		f.Show.Set(v.Expr, because(a))
	}
	if a := d.at("allow"); a != nil {
		expr(&f.Read, a, "read")
		expr(&f.Write, a, "write")
	}
}

// address reads @email and @url, which choose the widget as well unless @widget does.
func (d *fielder) address(name string, fact *model.Fact[bool]) {
	if a := d.at(name); a != nil {
		fact.Override(true, because(a))
		if d.at("widget") == nil {
			d.f.Widget.Override(model.Widget(name), because(a))
		}
	}
}

// flags are the annotations without arguments.
func (d *fielder) flags() {
	f := d.f
	for _, flag := range []struct {
		name string
		fact *model.Fact[bool]
	}{
		{"hidden", &f.Hidden}, {"secret", &f.Secret}, {"readonly", &f.ReadOnly}, {"immutable", &f.Immutable},
		{"trim", &f.Trim}, {"lower", &f.Lower}, {"pii", &f.PII},
	} {
		if a := d.at(flag.name); a != nil {
			flag.fact.Override(true, because(a))
		}
	}
	if a := d.at("secret"); a != nil && d.c.Type.Base == model.Bytes { // what is encrypted is a text, whatever it is kept in
		f.Widget.Override(model.WidgetText, because(a))
		f.InForm.Override(true, because(a))
	}
	for _, name := range []string{"hidden", "readonly"} {
		if a := d.at(name); a != nil && f.InForm.Value {
			f.InForm.Override(false, because(a))
		}
	}
}

// strings are the annotations whose one argument is the fact.
func (d *fielder) strings() {
	f := d.f
	if a := d.at("slug"); a != nil { // of one line, however long it may be
		f.Widget.Override(model.WidgetText, because(a))
	}
	f.Was = d.was(d.c) // the column's own: its domain's is of the domain
	for _, s := range []struct {
		name, param string
		fact        *model.Fact[string]
	}{
		{"caption", "text", &f.Caption}, {"placeholder", "text", &f.Placeholder}, {"group", "name", &f.Group}, {"example", "value", &f.Example},
		{"format", "format", &f.Format}, {"pattern", "regexp", &f.Pattern}, {"slug", "from", &f.SlugFrom},
	} {
		if a := d.at(s.name); a != nil {
			v, _ := a.Get(s.param)
			s.fact.Override(v.Str, because(a))
		}
	}
}

func (d *fielder) optionsOf(a *annotation.Annotation) {
	if v, ok := a.Get("label"); ok {
		d.f.OptionLabel.Override(v.Str, because(a, "label"))
	}
	if v, ok := a.Get("limit"); ok {
		d.f.OptionLimit.Override(v.Int, because(a, "limit"))
	}
	expr(&d.f.OptionWhere, a, "where")
}

func expr(f *model.Fact[*annotation.Expr], a *annotation.Annotation, param string) {
	if v, ok := a.Get(param); ok {
		f.Override(v.Expr, because(a, param))
	}
}

// defaults says what a new form holds.
func (d *fielder) defaults() {
	c, f := d.c, d.f
	switch {
	case c.Literal != nil:
		why := d.because("DEFAULT " + c.Default)
		f.Default.Set(*c.Literal, why)
		f.DefaultBy.Set("value", why)
	case c.Default != "":
		why := d.because("DEFAULT")
		f.Default.Set(c.Default, why)
		f.DefaultBy.Set("database", why)
	}
	a := d.at("default")
	if a == nil {
		return
	}
	v, _ := a.Get("value")
	by := "value"
	if v.Lit.Kind == "" {
		by = v.Str
	}
	f.Default.Override(v.Str, because(a))
	f.DefaultBy.Override(by, because(a))
}

// required says whether a person must fill it in.
func (d *fielder) required() {
	f := d.f
	by := f.DefaultBy.Value
	if !f.InForm.Value || f.SlugFrom.Known() || by == "me" || by == "now" || by == "database" {
		f.Required = model.Fact[bool]{}
		return
	}
	if d.c.NotNull && d.c.Default == "" {
		f.Required.Infer(true, d.because("NOT NULL without DEFAULT"))
	}
}
