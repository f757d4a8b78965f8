package contract

import (
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/google/uuid"

	"stoa/sdk"
)

// verbs are how the client calls what the document calls otherwise.
var verbs = map[string]string{"Bulk": "DeleteMany"}

// calls reports whether a part of the client has an operation: a method of its name, or one of the action of its name.
func calls(group reflect.Value, verb string) bool {
	if !group.IsValid() {
		return false
	}
	if group.MethodByName(verb).IsValid() {
		return true
	}
	do := "Do"
	if one, many := strings.CutSuffix(verb, "Many"); many {
		verb, do = one, "DoMany"
	}
	action := group.FieldByName(verb)
	return action.IsValid() && action.MethodByName(do).IsValid()
}

// Every operation of the document is a method of the client.
func TestClientHasEveryOperation(t *testing.T) {
	t.Parallel()
	all, _ := load(t)
	client := reflect.ValueOf(sdk.New("http://stoa.test", "none")).Elem()
	for _, o := range all {
		group, verb, _ := strings.Cut(o.ID, ".")
		if name := verbs[verb]; name != "" {
			verb = name
		}
		if !calls(client.FieldByName(group), verb) {
			t.Errorf("the client has no %s.%s for %s %s", group, verb, o.method, o.path)
		}
	}
}

// No operation is there for who has no token, a token without its scope, or the id of another company's row.
func TestRefusals(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	all, doc := load(t)
	widget, err := w.client(w.owner).Widgets.Create(t.Context(), sdk.WidgetCreate{Name: "Ours"})
	if err != nil {
		t.Fatal(err)
	}
	talk, err := w.client(w.owner).Conversations.Create(t.Context(), sdk.ConversationCreate{})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range all {
		body := o.sample(doc)
		check := func(why, token, id string, want int) {
			t.Helper()
			if got, text := w.call(t, o.method, o.address(id), token, body); got != want || !strings.Contains(text, `"type":"/api#`) {
				t.Errorf("%s: %s is %d, want %d: %s", why, o.ID, got, want, text)
			}
		}
		id := uuid.NewString()
		check("no token", "", id, http.StatusUnauthorized)
		check("unknown token", "stoa_unknown", id, http.StatusUnauthorized)
		check("no scope", w.reader, id, http.StatusForbidden)
		if strings.Contains(o.path, "{id}") {
			check("unknown row", w.owner, id, http.StatusNotFound)
			for prefix, row := range map[string]string{"/widgets/": widget.ID, "/chats/": talk.ID} {
				if strings.HasPrefix(o.path, prefix) {
					check("another company's row", w.other, row, http.StatusNotFound)
				}
			}
		}
	}
	if now, err := w.client(w.owner).Widgets.Get(t.Context(), widget.ID); err != nil || now.Revision != widget.Revision {
		t.Errorf("the widget is %+v, %v", now, err)
	}
}

// A scope opens the operation that names it, and no other.
func TestScopes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	all, doc := load(t)
	a := w.company()
	tokens := map[string]string{}
	for _, o := range all {
		if tokens[o.Scope] == "" {
			tokens[o.Scope] = w.token(a, o.Scope)
		}
	}
	for _, o := range all {
		body := o.sample(doc)
		for scope, token := range tokens {
			status, text := w.call(t, o.method, o.address(uuid.NewString()), token, body)
			if (status == http.StatusForbidden) == (scope == o.Scope) || status >= 500 {
				t.Errorf("%s with %s is %d: %s", o.ID, scope, status, text)
			}
		}
	}
}

// A body that lacks what is required names each such field; one with what the document does not know is refused.
func TestValidation(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	all, doc := load(t)
	for _, o := range all {
		s, ok := o.body(doc)
		if !ok || strings.Contains(o.path, "{id}") {
			continue
		}
		status, text := w.call(t, o.method, o.path, w.owner, "{}")
		if status != http.StatusUnprocessableEntity && len(s.Required) > 0 {
			t.Errorf("%s with nothing is %d: %s", o.ID, status, text)
		}
		for _, name := range s.Required {
			if !strings.Contains(text, `"field":"`+name+`"`) {
				t.Errorf("%s with nothing does not name %s: %s", o.ID, name, text)
			}
		}
		if status, text := w.call(t, o.method, o.path, w.owner, `{"tenant_id":"x","no_such":1}`); status != http.StatusUnprocessableEntity {
			t.Errorf("%s with unknown fields is %d: %s", o.ID, status, text)
		}
	}
}
