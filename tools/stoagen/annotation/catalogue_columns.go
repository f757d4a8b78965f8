package annotation

// shared are the targets of what a column can inherit from its domain.
const shared = Column | Domain

var columnForms = []Form{
	{Name: "label", Targets: Column, Doc: "Makes this column the row's name in selects, crumbs and events."},
	{Name: "caption", Targets: Column, Doc: "Says what people call the column in forms, lists and messages; default its name.", Params: []Param{
		{Name: "text", Kind: String, Positional: true, Required: true, Doc: "what it is called"},
	}},
	{Name: "owner", Targets: Column, Doc: "Makes the user that this column names the row's owner; @allow says what owners may."},
	{Name: "list", Targets: Column, Needs: AResource, Doc: "Shows the column in lists."},
	{Name: "sort", Targets: Column, Needs: AResource, Doc: "Lets lists be sorted by the column; needs an index (tenant_id, column, id)."},
	{Name: "filter", Targets: Column, Needs: AResource, Doc: "Lets lists be filtered by the column; needs an index (tenant_id, column, id)."},
	{Name: "search", Targets: Column, Needs: AResource, Doc: "Lets the search box find the column's text."},
	{Name: "hidden", Targets: Column, Doc: "Keeps the column on the server: in no page, payload, export or event."},
	{Name: "secret", Targets: Column, Doc: `Makes it write-only: shown as "set", encrypted at rest.`},
	{Name: "readonly", Targets: Column, Doc: "Shows it and lets nobody edit it."},
	{Name: "immutable", Targets: Column, Doc: "Lets it be set once, at creation."},
	{Name: "allow", Targets: Column, Doc: "Narrows who sees or edits the column.", Params: []Param{
		{Name: "read", Kind: Allow, Doc: "who sees it"},
		{Name: "write", Kind: Allow, Doc: "who edits it"},
	}},
	{Name: "pii", Targets: shared, Doc: "Marks personal data: redacted in logs."},
	{Name: "widget", Targets: shared, Doc: "Chooses the way to edit.", Params: []Param{
		{Name: "widget", Kind: Word, Words: Widgets, Positional: true, Required: true, Doc: "the widget"},
	}},
	{Name: "format", Targets: shared, Doc: "Chooses the way to show a number.", Params: []Param{
		{Name: "format", Kind: Word, Words: Formats, Positional: true, Required: true, Doc: "the unit"},
	}},
	{Name: "placeholder", Targets: shared, Doc: "Shows a text in the empty field.", Params: []Param{
		{Name: "text", Kind: String, Positional: true, Required: true, Doc: "the text"},
	}},
	{Name: "group", Targets: Column, Doc: "Puts the field into a section of the form that can be folded.", Params: []Param{
		{Name: "name", Kind: String, Positional: true, Required: true, Doc: "the section's heading"},
	}},
	{Name: "options", Targets: Column, Doc: "Describes the select of a foreign key.", Params: []Param{
		{Name: "label", Kind: RefTemplate, Doc: "how a row is named; default the target's @label"},
		{Name: "where", Kind: RefRow, Doc: "which rows are offered and accepted"},
		{Name: "limit", Kind: Int, Doc: "how many are loaded at a time, 1 to 100; default 20"},
	}},
	{Name: "show", Targets: Column, Doc: "Shows the field only while another has a value.", Params: []Param{
		{Name: "when", Kind: Row, Required: true, Doc: "the condition, on columns of the same form"},
	}},
	{Name: "default", Targets: Column, Doc: "Fills the field of a new form; me and now are set by the server.", Params: []Param{
		{Name: "value", Kind: Preset, Words: []string{"now", "me"}, Positional: true, Required: true, Doc: "the value"},
	}},
	{Name: "email", Targets: shared, Doc: "Demands an e-mail address."},
	{Name: "url", Targets: shared, Doc: "Demands an http or https address."},
	{Name: "slug", Targets: Column, Doc: "Makes it from another column while it is empty: lower case, digits, hyphens.", Params: []Param{
		{Name: "from", Kind: ColumnName, Required: true, Doc: "the column"},
	}},
	{Name: "pattern", Targets: shared, Doc: "Demands that the whole text match, or each item of a text[].", Params: []Param{
		{Name: "regexp", Kind: Regexp, Positional: true, Required: true, Doc: "in the syntax that Go and browsers share"},
	}},
	{Name: "trim", Targets: shared, Doc: "Removes space at both ends before it is checked."},
	{Name: "lower", Targets: shared, Doc: "Turns it into lower case before it is checked."},
	{Name: "example", Targets: shared, Doc: "Gives an example to the API document and the storybook.", Params: []Param{
		{Name: "value", Kind: Literally, Positional: true, Required: true, Doc: "the example"},
	}},
	{Name: "was", Targets: Column, Doc: "Says the former name, so that the migration renames.", Params: wasParams},
}

var otherForms = []Form{
	{Name: "message", Targets: Constraint | Index, Doc: "Says in plain words what is wrong when it is broken.", Params: []Param{
		{Name: "text", Kind: String, Positional: true, Required: true, Doc: "the message"},
		{Name: "field", Kind: ColumnName, Doc: "the field that it stands at; default the column, or the form when there are several"},
	}},
	{Name: "enum", Targets: Enum | Check, Doc: "Names the values for people.", Params: []Param{
		{Name: "value", Kind: String, Many: true, Required: true, Doc: "how the value is shown"},
	}},
	{Name: "global", Targets: Unique | Index | PrimaryKey, Doc: "Says that a key without tenant_id is unique over all tenants on purpose: it is a secret that finds its tenant, or a sequence."},
	{Name: "was", Targets: Enum | Domain, Doc: "Says the former name, so that the migration renames.", Params: wasParams},
}
