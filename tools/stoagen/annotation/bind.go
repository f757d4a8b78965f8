package annotation

import (
	"stoa/tools/stoagen/diag"
)

// Bind checks the arguments of raw against a form and notes every problem. Arguments with one are left out; without one
// that must be given there is no annotation, and Bind returns nil.
func Bind(raw *Raw, form *Form, problems *diag.List) *Annotation {
	b := &binder{raw: raw, form: form, problems: problems}
	a := &Annotation{Name: raw.Name, Text: raw.Text, Pos: raw.Pos, Form: form}
	for i := range raw.args {
		if param := b.param(&raw.args[i], a.Args); param != nil {
			if v, ok := b.value(param, raw.args[i].tokens); ok {
				a.Args = append(a.Args, b.arg(&raw.args[i], param, v))
			}
		}
	}
	for i := range form.Params {
		p := &form.Params[i]
		if _, ok := a.Get(p.Name); ok || !p.Required {
			continue
		}
		if !b.failed { // else it may be the one that was left out
			b.fail(raw.Pos, "@%s lacks its %s: %s", raw.Name, p.Name, form.Usage())
		}
		return nil
	}
	return a
}

func (b *binder) arg(arg *rawArg, param *Param, v Value) Arg {
	end := arg.tokens[len(arg.tokens)-1].end
	return Arg{Param: param, Key: arg.key, Text: oneLine(b.raw.src.Text[arg.start:end]), Pos: b.raw.src.Pos(arg.start), Value: v}
}

type binder struct {
	raw      *Raw
	form     *Form
	problems *diag.List
	failed   bool
}

func (b *binder) fail(pos diag.Pos, format string, args ...any) {
	b.failed = true
	b.problems.Add(pos, format, args...)
}

// param finds the parameter that an argument is for, or notes why there is none.
func (b *binder) param(arg *rawArg, before []Arg) *Param {
	if arg.key == "" {
		return b.positional(arg, before)
	}
	pos := b.raw.src.Pos(arg.start)
	for _, earlier := range before {
		if earlier.Key == arg.key {
			b.fail(pos, "@%s has %s twice", b.raw.Name, arg.key)
			return nil
		}
	}
	var known []string
	for i := range b.form.Params {
		p := &b.form.Params[i]
		if p.Positional {
			continue
		}
		if p.Many || p.Name == arg.key {
			return p
		}
		known = append(known, p.Name)
	}
	if len(known) == 0 {
		b.fail(pos, "@%s takes no named argument %s: %s", b.raw.Name, arg.key, b.form.Usage())
		return nil
	}
	b.fail(pos, "@%s has no argument %s%s", b.raw.Name, arg.key, diag.Hint(arg.key, known))
	return nil
}

func (b *binder) positional(arg *rawArg, before []Arg) *Param {
	taken := 0
	for _, earlier := range before {
		if earlier.Param.Positional {
			taken++
		}
	}
	for i := range b.form.Params {
		p := &b.form.Params[i]
		if !p.Positional {
			continue
		}
		if taken == 0 || p.Many {
			return p
		}
		taken--
	}
	b.fail(b.raw.src.Pos(arg.start), "@%s does not take this: %s", b.raw.Name, b.form.Usage())
	return nil
}
