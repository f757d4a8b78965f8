package isolation

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/generated/resources"
	"stoa/internal/resource"
)

// rows of a side in one resource: one in use and, where there is a trash, one in it.
type rows struct {
	row, trashed uuid.UUID
	revision     string
}

// resources fills every generated resource through its own queries; those that point to others come after them.
func (s *side) resources(tx pgx.Tx) error {
	s.of = map[string]rows{"conversations": {row: s.chat}, "messages": {row: s.answer}, "users": {row: s.owner},
		"cost_events": {row: s.costDone}, "conversation_shares": {row: s.share}, "assistants": {row: s.assistant}, "assistant_collections": {row: s.source}, "": {row: s.admin}} // the last is what has no pages: a member
	var m rows // the member's: an owner's cannot be removed as long as there is no other
	err := tx.QueryRow(context.Background(), "select id, xmin::text from memberships where tenant_id = $1 and user_id = $2", s.tenant, s.member).Scan(&m.row, &m.revision)
	if err != nil {
		return err
	}
	s.of["memberships"] = m
	waiting := resources.All()
	for len(waiting) > 0 {
		var later []resource.Resource
		for _, r := range waiting {
			if !s.ready(r) {
				later = append(later, r)
				continue
			}
			if err := s.fill(tx, r); err != nil {
				return err
			}
		}
		if len(later) == len(waiting) {
			break // resources that point at each other: TestEveryTableIsFilled names them
		}
		waiting = later
	}
	var entry uuid.UUID // of the audit log, which has told of all that
	err = tx.QueryRow(context.Background(), "select id from audit_log where tenant_id = $1 and record_table = 'widgets' limit 1", s.tenant).Scan(&entry)
	s.of["audit_log"] = rows{row: entry}
	return err
}

// ready reports whether all that a row must point to is there.
func (s *side) ready(r resource.Resource) bool {
	for _, f := range r.Fields {
		if _, ok := s.of[f.Target]; f.Kind == resource.Relation && f.Required && !ok && f.Target != r.Table {
			return false
		}
	}
	return true
}

func (s *side) fill(tx pgx.Tx, r resource.Resource) error {
	if r.Store.Create == nil {
		return nil // side_test.go fills it
	}
	ctx, scope := context.Background(), resource.Scope{Tenant: s.tenant, User: s.owner, Role: "owner"}
	made, filled := s.of[r.Table] // by side_test.go, with what belongs to the row
	if !filled {
		made.row = uuid.Must(uuid.NewV7())
		if err := r.Store.Create(ctx, tx, scope, made.row, s.sample(r, s.mark)); err != nil {
			return err
		}
	}
	if r.SoftDelete {
		made.trashed = uuid.Must(uuid.NewV7())
		if err := r.Store.Create(ctx, tx, scope, made.trashed, s.sample(r, "gone "+s.mark)); err != nil {
			return err
		}
		if _, err := r.Store.Delete(ctx, tx, scope, []uuid.UUID{made.trashed}); err != nil {
			return err
		}
	}
	row, err := r.Store.Get(ctx, tx, scope, made.row)
	made.revision = row.Revision
	s.of[r.Table] = made
	return err
}

var queryName = regexp.MustCompile(`(?m)^-- name: (\w+) `)

// resourceCases has the generated queries, found in their files, with arguments that are made from the descriptions.
var resourceCases = func() map[string]arguments {
	cases := map[string]arguments{}
	for _, r := range resources.All() {
		text, err := os.ReadFile(filepath.Join("../../queries/crud", r.Table+"_crud.sql"))
		if err != nil {
			panic(err)
		}
		for _, m := range queryName.FindAllStringSubmatch(string(text), -1) {
			method, ok := reflect.TypeFor[*db.Queries]().MethodByName(m[1])
			if !ok {
				panic("no query " + m[1])
			}
			cases[m[1]] = func(s *side, tenant uuid.UUID) any {
				return s.argument(r, method.Name, method.Type.In(2), tenant).Interface()
			}
		}
	}
	return cases
}()

// argument fills a query's parameters by their names: what is no fixed one is the value of a column.
func (s *side) argument(r resource.Resource, query string, of reflect.Type, tenant uuid.UUID) reflect.Value {
	id, arg := s.of[r.Table].row, reflect.New(of).Elem()
	if strings.HasPrefix(query, "Restore") || strings.HasPrefix(query, "Purge") {
		id = s.of[r.Table].trashed
	}
	fixed := map[string]any{
		"TenantID": tenant, "ID": id, "Ids": []uuid.UUID{id}, "RoleRank": int32(3), "Me": s.owner, "Revision": s.of[r.Table].revision,
		"SortKey": "-id", "PageSize": int32(100), "Most": int32(100),
	}
	if strings.HasSuffix(query, "UserIDOptions") { // they are members
		fixed["Ids"] = []uuid.UUID{s.of[""].row}
	}
	if strings.HasPrefix(query, "Create") {
		fixed["ID"] = uuid.New()
	}
	values := s.sample(r, "New")
	if strings.HasPrefix(query, "Update") { // no default helps
		for _, f := range r.Fields {
			if f.Kind == resource.Text && f.Defaulted && f.Writable(false) {
				values[f.Name] = textFor(f, "New")
			}
		}
	}
	for i := range of.NumField() {
		name, field := of.Field(i).Name, arg.Field(i)
		value, ok := fixed[name]
		if !ok {
			value = columnValue(values, name)
		}
		if v := reflect.ValueOf(value); v.IsValid() && v.Type().AssignableTo(field.Type()) {
			field.Set(v) // what may be left out, a pointer, stays nil
		}
	}
	return arg
}

func columnValue(values resource.Values, param string) any {
	for name, v := range values {
		if strings.EqualFold(strings.ReplaceAll(name, "_", ""), param) {
			return v
		}
	}
	return nil
}

// sample has a value that its rules allow for each field that a row needs, and the text in each text.
func (s *side) sample(r resource.Resource, text string) resource.Values {
	values := resource.Values{}
	for _, f := range r.Fields {
		if f.Kind == resource.Text || f.Kind == resource.Textarea || f.Kind == resource.Markdown {
			if v := textFor(f, text); v != "" && !f.Defaulted {
				values[f.Name] = v
			}
			continue
		}
		if f.Required || f.Defaulted {
			values[f.Name] = s.valueFor(f)
		}
	}
	return values
}

func textFor(f resource.Field, text string) string {
	if f.MaxLength > 0 && len(text) > f.MaxLength {
		text = text[:f.MaxLength]
	}
	text += strings.Repeat("x", max(0, f.MinLength-len(text)))
	for _, candidate := range []string{text, f.Placeholder, "a", "abc", "abcd", "ABC", "1", "123", "1234", "2026-01"} {
		if resource.Check(f, candidate, true) == "" {
			return candidate
		}
	}
	return ""
}

func (s *side) valueFor(f resource.Field) any {
	if f.Default != nil {
		return f.Default
	}
	switch f.Kind {
	case resource.Relation:
		return s.of[f.Target].row
	case resource.ID:
		return uuid.New()
	case resource.Boolean:
		return true
	case resource.JSON:
		return json.RawMessage(map[string]string{"array": "[]"}[f.JSONType] + map[bool]string{true: "{}"}[f.JSONType != "array"])
	case resource.Tags:
		return []string{}
	case resource.Enum:
		return f.Options[0].Value
	}
	for _, text := range []string{f.Min, "1", "2026-01-01", "#000000", "a@example.com", "https://example.com", "a"} {
		if v, problem := resource.Decode(f, []string{text}); problem == "" && v != nil && resource.Check(f, v, true) == "" {
			return v
		}
	}
	return nil
}
