package emit

import (
	"strings"

	"stoa/tools/stoagen/model"
)

// ref points to a part of the document.
func ref(section, name string) object { return obj("$ref", "#/components/"+section+"/"+name) }

func schemaRef(name string) object { return ref("schemas", name) }

// apiSchemas are the shapes of one resource: as it is read, made and changed.
func (t *table) apiSchemas() object {
	row := obj("id", obj("type", "string", "format", "uuid"), "revision", obj("type", "string", "description", "Changes with every write; the ETag without its quotes."))
	required := []string{"id", "revision"}
	for _, f := range t.fields {
		row = row.with(f.Name, f.shown())
		if !f.Field.Read.Known() { // whoever may read it in no row is not sent it
			required = append(required, f.Name)
		}
	}
	if t.deleted != "" {
		row = row.with("deleted_at", obj("type", []string{"string", "null"}, "format", "date-time", "description", "In the trash since."))
		required = append(required, "deleted_at")
	}
	if names := t.includes(); len(names) > 0 {
		var related object
		for _, name := range names {
			related = related.with(name, obj("oneOf", []any{schemaRef(t.includedType(name)), obj("type", "null")}))
		}
		row = row.with("included", obj("type", "object", "properties", related, "description", "Rows that this one points to, when they were asked for and may be seen."))
	}
	schemas := obj(t.one, obj("type", "object", "properties", row, "required", required, "description", described(t.Comment, t.Resource.Label.Value)))
	if t.inAPI("create") {
		schemas = schemas.with(t.one+"Create", t.bodySchema(true))
	}
	if t.inAPI("update") {
		schemas = schemas.with(t.one+"Update", t.bodySchema(false))
	}
	if t.inAPI("list") {
		schemas = schemas.with(t.one+"List", obj("type", "object", "required", []string{"data", "next_cursor"}, "properties", obj(
			"data", obj("type", "array", "items", schemaRef(t.one)),
			"next_cursor", obj("type", []string{"string", "null"}, "description", "Where the next page begins; null after the last."),
			"count", schemaRef("Count"),
		)))
	}
	return schemas
}

func described(comment, otherwise string) string {
	if comment != "" {
		return comment
	}
	return otherwise + "."
}

// includedType is the Go name of the rows that a relation leads to.
func (t *table) includedType(name string) string {
	for _, f := range t.relations() {
		if f.Name == name || f.Name == name+"_id" {
			return goName(singular(f.Ref.Target.Name))
		}
	}
	return ""
}

// bodySchema is what a program sends: nothing else is taken.
func (t *table) bodySchema(creating bool) object {
	var fields object
	var required []string
	for _, f := range t.fields {
		if !t.settable(f, creating) {
			continue
		}
		// Nothing, in a new row, is as good as leaving a field out.
		fields = fields.with(f.Name, f.sent(!f.NotNull || creating && !f.demanded()))
		if creating && f.demanded() {
			required = append(required, f.Name)
		}
	}
	if fields == nil {
		fields = object{}
	}
	o := obj("type", "object", "properties", fields, "additionalProperties", false)
	if len(required) > 0 {
		o = o.with("required", required)
	}
	return o
}

// operation is one of the document.
func (t *table) operation(verb, scope, summary string, parts ...any) object {
	o := obj("operationId", t.many+"."+verb, "summary", summary, "tags", []string{t.Resource.Plural.Value}, "security", []any{obj("token", []string{})}, "x-scope", t.Name+":"+scope)
	return append(o, obj(parts...)...)
}

// a is a noun with its article.
func a(noun string) string {
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an " + noun
	}
	return "a " + noun
}

func jsonBody(schema object) object {
	return obj("required", true, "content", obj("application/json", obj("schema", schema)))
}

func answer(text string, schema object, headers ...any) object {
	o := obj("description", text)
	if len(headers) > 0 {
		o = o.with("headers", obj(headers...))
	}
	if schema != nil {
		o = o.with("content", obj("application/json", obj("schema", schema)))
	}
	return o
}

// answers are those of success, and what else can be.
func answers(status string, success object, problems ...string) object {
	o := obj(status, success)
	for _, p := range append(problems, "401", "403", "429") {
		o = o.with(p, ref("responses", "Problem"))
	}
	return o.with("default", ref("responses", "Problem"))
}

func (t *table) apiPaths() object {
	base := "/" + t.Resource.Path.Value
	one, many := inSentence(t.Resource.Label.Value), inSentence(t.Resource.Plural.Value)
	tag := "ETag"
	etag := ref("headers", "ETag")
	id, match := ref("parameters", "id"), ref("parameters", "If-Match")
	row := schemaRef(t.one)
	var list, single, paths object
	if t.inAPI("list") {
		list = list.with("get", t.operation("List", "read", "List "+many, "parameters", t.listParams(), "responses", answers("200", answer("A page of "+many, schemaRef(t.one+"List")), "400")))
	}
	if t.inAPI("create") {
		list = list.with("post", t.operation("Create", "create", "Make "+a(one), "parameters", []any{ref("parameters", "Idempotency-Key")}, "requestBody", jsonBody(schemaRef(t.one+"Create")),
			"responses", answers("201", answer("Made", row, tag, etag, "Location", obj("schema", obj("type", "string"))), "400", "413", "415", "422").with("200", answer("Made before, by a request with the same key", row, tag, etag))))
	}
	if t.inAPI("get") {
		parameters := []any{id}
		if p := t.includeParam(); p != nil {
			parameters = append(parameters, p)
		}
		single = single.with("get", t.operation("Get", "read", "Read "+a(one), "parameters", parameters, "responses", answers("200", answer("The "+one, row, tag, etag), "400", "404")))
	}
	if t.inAPI("update") {
		single = single.with("patch", t.operation("Update", "update", "Change "+a(one), "description", "Fields that are left out stay as they are; null empties one. To a token that may not read, the answer is the id and the revision alone.",
			"parameters", []any{id, match}, "requestBody", jsonBody(schemaRef(t.one+"Update")), "responses", answers("200", answer("As it is now", row, tag, etag), "400", "404", "409", "412", "413", "415", "422", "428")))
	}
	if t.inAPI("delete") {
		parameters := []any{id, ref("parameters", "If-Match-optional")}
		if t.deleted != "" {
			parameters = append(parameters, obj("name", "purge", "in", "query", "description", "Deletes for good what is in the trash.", "schema", obj("type", "boolean", "default", false)))
		}
		single = single.with("delete", t.operation("Delete", "delete", "Delete "+a(one), "parameters", parameters, "responses", answers("204", answer("Deleted", nil), "400", "404", "409", "412", "422")))
	}
	if list != nil {
		paths = paths.with(base, list)
	}
	if single != nil {
		paths = paths.with(base+"/{id}", single)
	}
	for _, a := range t.apiActions() {
		paths = paths.with(base+"/{id}/do/"+a.Name, obj("post", t.operation(goName(a.Name), "update", a.Label, "description", described(a.Confirm, "An action on "+one),
			"parameters", []any{id, ref("parameters", "If-Match-optional")}, "requestBody", jsonBody(t.askedSchema(a)),
			"responses", answers("200", answer("As it is now; its id alone when it is gone by that", row, tag, etag), "400", "404", "409", "412", "413", "415", "422"))))
	}
	for _, a := range t.apiActions() {
		if a.Bulk {
			paths = paths.with(base+"/do/"+a.Name, obj("post", t.operation(goName(a.Name)+"Many", "update", a.Label+": several "+many+" at once",
				"description", "Either ids, or matching: parameters of the list. Rows on which it may not be done are passed over, and the answer says why; what the action refuses itself is refused for 500 at a time.",
				"requestBody", jsonBody(t.manySchema(a)), "responses", answers("200", answer("On how many it was done", schemaRef("Changed")), "400", "404", "409", "413", "415", "422"))))
		}
	}
	if !t.inAPI("delete") {
		return paths
	}
	if t.deleted != "" {
		paths = paths.with(base+"/{id}/restore", obj("post", t.operation("Restore", "delete", "Take "+a(one)+" out of the trash",
			"parameters", []any{id}, "responses", answers("200", answer("As it is now", row, tag, etag), "404"))))
	}
	return paths.with(base+"/bulk", obj("post", t.operation("Bulk", "delete", "Delete or restore several "+many+" at once",
		"requestBody", jsonBody(schemaRef("Bulk")), "responses", answers("200", answer("How many were changed", schemaRef("Changed")), "400", "413", "415", "422"))))
}

// apiActions are the actions that a program can do: all, where it can do anything.
func (t *table) apiActions() []model.Action {
	if len(t.ops(t.inAPI)) == 0 {
		return nil
	}
	return t.Resource.Actions
}

// askedSchema is what a program sends with an action.
func (t *table) askedSchema(a model.Action) object {
	fields, required := object{}, []string(nil)
	for _, name := range a.Ask {
		if f, ok := t.field(name); ok {
			fields = fields.with(f.Name, f.sent(!f.demanded()))
			if f.demanded() {
				required = append(required, f.Name)
			}
		}
	}
	o := obj("type", "object", "properties", fields, "additionalProperties", false)
	if len(required) > 0 {
		o = o.with("required", required)
	}
	return o
}

// manySchema is what a program sends with an action on several rows.
func (t *table) manySchema(a model.Action) object {
	asked := t.askedSchema(a)
	o := obj("type", "object", "properties", append(namedRows(), obj("values", asked)...), "additionalProperties", false)
	for _, part := range asked {
		if part.name == "required" {
			o = o.with("required", []string{"values"})
		}
	}
	return o
}

// listParams are the filters of the list and what every list takes.
func (t *table) listParams() []any {
	var all []any
	query := func(name, text string, schema object) {
		all = append(all, obj("name", name, "in", "query", "description", text, "schema", schema))
	}
	for _, f := range t.filters {
		schema := f.typed(false)
		if f.kind == "Tags" {
			schema = obj("type", "string")
		}
		if !f.ranged() {
			query(f.Name, "Only those with this "+inSentence(f.Field.Caption.Value)+".", f.enumerated(schema, false))
			continue
		}
		if f.kind == "Time" {
			schema = obj("type", "string", "description", "A time of RFC 3339, or a day.")
		}
		query(f.Name+".from", f.Field.Caption.Value+" from, itself included.", schema)
		query(f.Name+".to", f.Field.Caption.Value+" to; a time itself is excluded, a day meant whole.", schema)
	}
	if len(t.searched()) > 0 {
		query("q", "Searches "+strings.Join(t.searched(), " and ")+".", obj("type", "string", "maxLength", 200))
	}
	var tabs, sorts []string
	for _, s := range t.Resource.Scopes {
		tabs = append(tabs, s.Name)
	}
	if t.deleted != "" {
		tabs = append(tabs, "trash")
	}
	if len(tabs) > 0 {
		query("tab", "A named part of the list.", obj("type", "string", "enum", tabs))
	}
	for _, f := range t.sorts {
		sorts = append(sorts, f.Name, "-"+f.Name)
	}
	if len(sorts) > 0 {
		query("sort", "The order, descending with a minus.", obj("type", "string", "enum", sorts))
	}
	query("limit", "Rows of a page.", obj("type", "integer", "minimum", 1, "maximum", 100, "default", t.Resource.PageSize.Value))
	query("cursor", "next_cursor of the page before.", obj("type", "string"))
	if t.counted() {
		query("count", "Also count the rows that match.", obj("type", "boolean", "default", false))
	}
	if p := t.includeParam(); p != nil {
		all = append(all, p)
	}
	return all
}

// includeParam asks for rows of relations; nil when there are none.
func (t *table) includeParam() any {
	names := t.includes()
	if len(names) == 0 {
		return nil
	}
	return obj("name", "include", "in", "query", "style", "form", "explode", false, "description", "Relations whose rows are sent along.",
		"schema", obj("type", "array", "uniqueItems", true, "items", obj("type", "string", "enum", names)))
}
