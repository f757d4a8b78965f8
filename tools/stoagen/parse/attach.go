package parse

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v6"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/diag"
)

// attach reads the annotations of all groups and hangs each on its element. Those of broken statements are read only,
// for their own mistakes.
func attach(f *File, all []group, tokens []*pg.ScanToken, broken []span, problems *diag.List) {
	for _, g := range all {
		raws := annotation.Parse(f.Source, g.text, g.start, problems)
		if slices.ContainsFunc(broken, func(s span) bool { return s.holds(g.start) }) {
			continue
		}
		e, why := f.element(g, tokens)
		for _, raw := range raws {
			if e == nil {
				problems.Add(raw.Pos, "@%s stands on nothing: %s", raw.Name, why)
				continue
			}
			hang(e, raw, g, problems)
		}
	}
}

// element is what a group stands on, or nil and why there is none.
func (f *File) element(g group, tokens []*pg.ScanToken) (*Element, string) {
	if g.alone {
		return f.following(g, tokens)
	}
	return f.preceding(g)
}

// following is the element whose first token comes right after the group.
func (f *File) following(g group, tokens []*pg.ScanToken) (*Element, string) {
	next := -1
	for _, t := range tokens {
		if int(t.Start) >= g.end && !isComment(t) {
			next = int(t.Start)
			break
		}
	}
	for _, s := range f.Statements {
		if s.begin == next {
			return s.Top, ""
		}
		for _, e := range s.Elements {
			if e.begin == next {
				return e, ""
			}
			for _, in := range e.Inline {
				if in.begin == next {
					return in, ""
				}
			}
		}
		for _, in := range s.Top.Inline {
			if in.begin == next {
				return in, ""
			}
		}
		if s.begin < g.start && g.start < s.end {
			return nil, "alone on its line it belongs right before a column or constraint, and none begins here"
		}
	}
	return nil, "alone on its line it belongs right before a table, column, constraint or type, and none begins here"
}

// preceding is the element begun last before the group.
func (f *File) preceding(g group) (*Element, string) {
	var s *Statement
	for _, candidate := range f.Statements {
		if candidate.begin < g.start {
			s = candidate
		}
	}
	if s == nil {
		return nil, "no table, column, constraint or type begins before it"
	}
	if len(s.Elements) > 0 && g.start > s.listEnd {
		return nil, "behind the closing parenthesis of " + s.Top.Name + " it could mean the table or its last line; put it above either"
	}
	e := s.Top
	for _, candidate := range s.Elements {
		if candidate.begin < g.start {
			e = candidate
		}
	}
	return e, ""
}

// hang checks raw against what it stands on. A column passes to its last inline constraint what only that can take.
func hang(e *Element, raw *annotation.Raw, g group, problems *diag.List) {
	forms := annotation.Forms(raw.Name)
	if len(forms) == 0 {
		problems.Add(raw.Pos, "there is no annotation @%s%s", raw.Name, hint(raw.Name))
		return
	}
	e, form := resolve(e, forms, g)
	if form == nil {
		problems.Add(raw.Pos, "@%s stands on %s; it belongs on a %s", raw.Name, e.Name, targets(forms))
		return
	}
	if !form.Repeatable && slices.ContainsFunc(e.Annotations, func(a *annotation.Annotation) bool { return a.Name == raw.Name }) {
		problems.Add(raw.Pos, "@%s stands twice on %s", raw.Name, e.Name)
		return
	}
	if a := annotation.Bind(raw, form, problems); a != nil {
		e.Annotations = append(e.Annotations, a)
	}
}

func resolve(e *Element, forms []*annotation.Form, g group) (*Element, *annotation.Form) {
	for _, form := range forms {
		if form.Targets&e.Target != 0 {
			return e, form
		}
	}
	if g.alone {
		return e, nil
	}
	for _, in := range slices.Backward(e.Inline) {
		for _, form := range forms {
			if in.begin < g.start && form.Targets&in.Target != 0 {
				return in, form
			}
		}
	}
	return e, nil
}

func targets(forms []*annotation.Form) string {
	var all annotation.Target
	for _, f := range forms {
		all |= f.Targets
	}
	return all.String()
}

func hint(name string) string {
	if near := diag.Nearest(name, annotation.Names()); near != "" {
		return ", did you mean @" + near + "?"
	}
	return ": stoagen explain --annotations lists them"
}
