package check

import (
	"slices"

	"stoa/tools/stoagen/annotation"
	"stoa/tools/stoagen/model"
)

// texts are the annotations that only a text can have.
var texts = []string{"email", "url", "pattern", "trim", "lower", "slug", "search", "placeholder"}

// fits checks that an annotation of a column, or of a domain when column is nil, suits its type.
func (c *checker) fits(a *annotation.Annotation, t model.Type, column *model.Column) {
	why := ""
	switch {
	case a.Name == "pattern" && t.Array && t.Base == model.Text: // holds for each item
	case slices.Contains(texts, a.Name) && !isText(t) && !(a.Name == "placeholder" && typed(t)) && !(a.Name == "search" && named(column)):
		why = " is for text"
	case a.Name == "format" && !isNumber(t):
		why = " is for numbers"
	case a.Name == "format" && t.Base != model.Integer:
		why = countMisfit(a)
	case a.Name == "secret" && !isText(t) && (t.Base != model.Bytes || t.Array):
		why = " is for text and bytea"
	case a.Name == "label" && !isText(t) && t.Base != model.Integer && t.Base != model.Date && !named(column):
		why = " is for what names a row: text"
	case a.Name == "widget":
		why = widgetMisfit(a, t, column)
	case column == nil:
	case a.Name == "options" && (column.Ref == nil || column.Key()):
		why = " is for foreign keys"
	case a.Name == "owner" && !namesUser(column):
		why = " is for a foreign key to users or memberships"
	case a.Name == "default" || a.Name == "example":
		c.value(a, column)
	case a.Name == "show":
		c.shown(a, column)
	}
	if why != "" {
		c.problems.Add(a.Pos, "@%s%s, not for %s", a.Name, why, t.SQL)
	}
	if limit, ok := a.Get("limit"); ok && a.Name == "options" && (limit.Int < 1 || limit.Int > 100) {
		c.problems.Add(limit.Pos, "the limit is 1 to 100")
	}
}

func isText(t model.Type) bool { return t.Base == model.Text && !t.Array }

// named reports whether a column points to rows that have a name, by which those of the column can be called and found.
func named(column *model.Column) bool { return column != nil && column.Field.OptionLabel.Known() }

func isNumber(t model.Type) bool {
	return !t.Array && (t.Base == model.Integer || t.Base == model.Decimal || t.Base == model.Float)
}

// typed reports whether people type values of the type, so that a placeholder can show one.
func typed(t model.Type) bool {
	return isNumber(t) || t.Array && t.Base == model.Text || t.Base == model.JSON
}

// namesUser reports whether a column holds the id of a user.
func namesUser(column *model.Column) bool {
	return column.Ref != nil && (column.Ref.Target.Name == "users" || column.Ref.Target.Name == "memberships" && column.Ref.RefColumn() == "user_id")
}

// countMisfit refuses formats of whole things for numbers with a fraction.
func countMisfit(a *annotation.Annotation) string {
	if v, _ := a.Get("format"); v.Str == "bytes" || v.Str == "tokens" {
		return "(" + v.Str + ") is for whole numbers"
	}
	return ""
}

// widgetMisfit says what a widget is for when the type is something else.
func widgetMisfit(a *annotation.Annotation, t model.Type, column *model.Column) string {
	v, _ := a.Get("widget")
	field := model.Field{}
	if column != nil {
		field = column.Field
	}
	var ok bool
	var what string
	if field.SlugFrom.Known() && v.Str != string(model.WidgetText) {
		return "(" + v.Str + ") is for what is no @slug"
	}
	switch model.Widget(v.Str) {
	case model.WidgetText:
		ok, what = isText(t) || !t.Array && (t.Base == model.UUID || t.Base == model.Network || t.Base == model.Interval), "text"
	case model.WidgetNumber:
		ok, what = isNumber(t), "numbers"
	case model.WidgetSlider:
		ok, what = isNumber(t) && (column == nil || field.Min.Known() && field.Max.Known()), "numbers with a CHECK of both ends"
	case model.WidgetSwitch:
		ok, what = t.Base == model.Boolean && !t.Array && (column == nil || column.NotNull), "boolean NOT NULL"
	case model.WidgetRadio:
		ok, what = column == nil || field.Options.Known(), "enum, CHECK IN and boolean that may be NULL"
	case model.WidgetSelect:
		ok, what = column == nil || field.Options.Known(), "enum and CHECK IN"
	case model.WidgetTags:
		ok, what = t.Base == model.Text && t.Array, "text[]"
	case model.WidgetJSON:
		ok, what = t.Base == model.JSON && !t.Array, "json and jsonb"
	case model.WidgetDate:
		ok, what = !t.Array && t.Base == model.Date, "date"
	case model.WidgetDatetime:
		ok, what = !t.Array && t.Base == model.Timestamp, "timestamptz"
	case model.WidgetTime:
		ok, what = !t.Array && t.Base == model.Time, "time"
	case model.WidgetRelation:
		ok, what = field.RelatesTo.Known(), "foreign keys"
	default:
		ok, what = isText(t), "text"
	}
	if ok {
		return ""
	}
	return "(" + v.Str + ") is for " + what
}

// unpreset are the types of which a form cannot show a value that somebody else chose.
var unpreset = []model.Base{model.Timestamp, model.UUID, model.Bytes, model.Vector, model.Search, model.Opaque}

// value checks @default and @example against the column's type.
func (c *checker) value(a *annotation.Annotation, column *model.Column) {
	v, _ := a.Get("value")
	switch {
	case v.Str == "now" && v.Lit.Kind == "":
		if b := column.Type.Base; b != model.Timestamp && b != model.Date || column.Type.Array {
			c.problems.Add(a.Pos, "@default(now) is for timestamptz and date, not for %s", column.Type.SQL)
		}
	case v.Str == "me" && v.Lit.Kind == "":
		if !namesUser(column) {
			c.problems.Add(a.Pos, "@default(me) is for a foreign key to users or memberships")
		}
	case a.Name == "default" && (column.Type.Array || slices.Contains(unpreset, column.Type.Base)):
		c.problems.Add(a.Pos, "@default cannot fill a field of type %s with a value: write DEFAULT", column.Type.SQL)
	case a.Name == "default" || column.Type.Base != model.JSON && !column.Type.Array:
		v.Lit.Pos = v.Pos
		c.literal(v.Lit, column)
	}
}

// shown checks that @show reads only what is in the same form.
func (c *checker) shown(a *annotation.Annotation, column *model.Column) {
	if column.NotNull && column.Default == "" {
		c.problems.Add(a.Pos, "@show on column %s: a row has to have it also while nobody is asked; let it be NULL or give it a DEFAULT", column.Name)
	}
	v, _ := a.Get("when")
	v.Expr.Walk(func(e *annotation.Expr) {
		other := column.Table.Column(e.Column)
		if e.Op == annotation.Compare && other != nil && (!other.Field.InForm.Value || other == column) {
			c.problems.Add(e.Pos, "@show looks at another field of the form, and column %s is not one", e.Column)
		}
		for _, l := range e.Literals {
			if l.Kind == annotation.Me {
				c.problems.Add(l.Pos, ":me has no value in a form")
			}
		}
	})
}
