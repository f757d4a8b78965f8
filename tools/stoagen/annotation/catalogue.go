package annotation

// Ops are the operations of a resource.
var Ops = []string{"list", "get", "create", "update", "delete", "export", "import"}

// Hooks are the steps that a resource can add to.
var Hooks = []string{
	"normalise", "validate", "scope", "before_create", "after_create", "before_update", "after_update",
	"before_delete", "after_delete", "after_commit",
}

// Widgets are the ways to edit a value.
var Widgets = []string{
	"text", "textarea", "markdown", "email", "url", "tel", "number", "slider", "switch", "radio", "select", "tags",
	"json", "color", "date", "datetime", "time", "relation",
}

// Languages are those whose words PostgreSQL knows.
var Languages = []string{
	"simple", "arabic", "armenian", "basque", "catalan", "danish", "dutch", "english", "finnish", "french", "german", "greek", "hindi",
	"hungarian", "indonesian", "irish", "italian", "lithuanian", "nepali", "norwegian", "portuguese", "romanian", "russian", "serbian",
	"spanish", "swedish", "tamil", "turkish", "yiddish",
}

// Icons are those that views/ui has a shape for.
var Icons = []string{"alert", "check", "chat", "copy", "info", "menu", "plus", "search", "send", "stop", "again", "chevron", "lock"}

// Formats are the ways to show a number.
var Formats = []string{"bytes", "percent", "usd", "tokens"}

// Catalogue is the whole language: checking, suggestions, explain and the documentation are made from it.
var Catalogue = append(append(append([]Form(nil), tableForms...), columnForms...), otherForms...)

var tableForms = []Form{
	{Name: "resource", Targets: Table, Doc: "Makes pages, queries, API and client for this table; without it nothing is exposed.", Params: []Param{
		{Name: "label", Kind: String, Doc: "what one row is called"},
		{Name: "plural", Kind: String, Doc: "what several are called"},
		{Name: "path", Kind: Path, Doc: "its URL; default the table's name"},
		{Name: "icon", Kind: Word, Words: Icons, Doc: "what stands above the words of an empty list"},
		{Name: "nav", Kind: String, Doc: "its group in the navigation; default the plugin's; ui.yaml may move or hide it"},
		{Name: "order", Kind: Int, Doc: "its place in the group; small ones first"},
		{Name: "title", Kind: Template, Doc: `heading of a row's page; default the @label column`},
		{Name: "parent", Kind: TableName, Doc: "the table that rows belong to, by a foreign key"},
		{Name: "ops", Kind: Words, Words: Ops, Doc: "what can be done; default all"},
	}},
	{Name: "internal", Targets: Table, Doc: "Makes types and queries only."},
	{Name: "global", Targets: Table, Doc: "Says that rows belong to no single tenant, so that there need be no tenant_id."},
	{Name: "allow", Targets: Table, Needs: AnAudience, Doc: "Says who may do what: compiled into WHERE, into which buttons show, into the API; default member reads and writes, admin deletes.", Params: []Param{
		{Name: "read", Kind: Allow, Doc: "who sees a row"},
		{Name: "create", Kind: Allow, Doc: "who adds one"},
		{Name: "update", Kind: Allow, Doc: "who changes one"},
		{Name: "delete", Kind: Allow, Doc: "who deletes one"},
	}},
	{Name: "realtime", Targets: Table, Doc: "Writes event rows by triggers and keeps open pages live.", Params: []Param{
		{Name: "subscribe", Kind: Words, Words: []string{"list", "get"}, Doc: "the topics; default both"},
		{Name: "broadcast", Kind: Words, Words: []string{"created", "updated", "deleted"}, Doc: "the operations; default all"},
		{Name: "by", Kind: ColumnName, Doc: "a foreign key: pages that show the rows of one parent hear of those alone"},
		{Name: "stream", Kind: ColumnName, Doc: "a text column whose deltas are sent while it grows"},
	}},
	{Name: "list", Targets: Table, Needs: AResource, Doc: "Describes the list page.", Params: []Param{
		{Name: "columns", Kind: Columns, Doc: "what is shown, in this order"},
		{Name: "sort", Kind: Sort, Doc: "the order at first; - is downwards; default newest first"},
		{Name: "page", Kind: Int, Doc: "rows on a page, 1 to 200; default 25"},
		{Name: "count", Kind: Word, Words: []string{"none", "capped", "exact"}, Doc: "how rows are counted; default capped"},
		{Name: "view", Kind: Word, Words: []string{"table", "cards"}, Doc: "how rows are shown; default table"},
	}},
	{Name: "search", Targets: Table, Needs: AResource, Doc: "Adds a search box over text columns.", Params: []Param{
		{Name: "columns", Kind: Columns, Positional: true, Required: true, Doc: "what is searched"},
		{Name: "mode", Kind: Word, Words: []string{"trigram", "fts"}, Doc: "parts of words, or words that begin so; default trigram"},
		{Name: "language", Kind: Word, Words: Languages, Doc: "of fts, whose forms of a word are one; default simple, where each is its own"},
	}},
	{Name: "scope", Targets: Table, Needs: AResource, Repeatable: true, Doc: "Adds named tabs to the list.", Params: []Param{
		{Name: "tab", Kind: Row, Many: true, Required: true, Doc: "the rows of the tab"},
	}},
	{Name: "form", Targets: Table, Needs: AResource, Doc: "Arranges the form.", Params: []Param{
		{Name: "layout", Kind: Layout, Required: true, Doc: "rows of fields"},
	}},
	{Name: "detail", Targets: Table, Needs: AResource, Doc: "Adds panels to a row's page.", Params: []Param{
		{Name: "panels", Kind: Tables, Required: true, Doc: "tables with a foreign key to this one"},
	}},
	{Name: "action", Targets: Table, Needs: AResource, Repeatable: true, Doc: "Adds a button that calls a typed Go function, which must be supplied.", Params: []Param{
		{Name: "name", Kind: Name, Positional: true, Required: true, Doc: "the function's name"},
		{Name: "label", Kind: String, Doc: "the button's text; default the name"},
		{Name: "confirm", Kind: String, Doc: "a question asked first"},
		{Name: "bulk", Kind: Boolean, Doc: "also for several rows at once"},
		{Name: "ask", Kind: Columns, Doc: "fields that it asks for, by the rules of these columns"},
		{Name: "allow", Kind: Allow, Doc: "who may; default who may update"},
	}},
	{Name: "hook", Targets: Table, Needs: AResource, Doc: "Calls typed Go functions, which must be supplied, at these steps.", Params: []Param{
		{Name: "step", Kind: Word, Words: Hooks, Positional: true, Required: true, Many: true, Doc: "where it is called"},
	}},
	{Name: "api", Targets: Table, Needs: AResource, Doc: "Limits or widens the JSON API.", Params: []Param{
		{Name: "off", Kind: Word, Words: []string{"off"}, Positional: true, Doc: "no API at all"},
		{Name: "ops", Kind: Words, Words: Ops, Doc: "what the API can do; default what the pages can"},
		{Name: "include", Kind: Relations, Doc: "relations that a request may ask to have included"},
	}},
	{Name: "export", Targets: Table, Needs: AResource, Doc: "Offers the list as a file.", Params: []Param{
		{Name: "format", Kind: Word, Words: []string{"csv"}, Positional: true, Required: true, Doc: "the format"},
	}},
	{Name: "import", Targets: Table, Needs: AResource, Doc: "Takes a file of rows: a dry run, then a job that makes them as the form would.", Params: []Param{
		{Name: "format", Kind: Word, Words: []string{"csv"}, Positional: true, Required: true, Doc: "the format"},
	}},
	{Name: "audit", Targets: Table, Doc: "Records every change with who made it."},
	{Name: "soft_delete", Targets: Table, Doc: "Deletes by setting a time; such rows go to the trash.", Params: []Param{
		{Name: "column", Kind: ColumnName, Positional: true, Required: true, Doc: "a nullable timestamptz"},
	}},
	{Name: "retention", Targets: Table, Needs: AResource, Doc: "Deletes rows for good when they are old.", Params: []Param{
		{Name: "days", Kind: Int, Required: true, Doc: "how old, in days"},
		{Name: "column", Kind: ColumnName, Required: true, Doc: "the timestamptz that counts"},
	}},
	{Name: "was", Targets: Table, Doc: "Says the former name, so that the migration renames.", Params: wasParams},
}

var wasParams = []Param{{Name: "name", Kind: Name, Positional: true, Required: true, Doc: "the former name"}}
