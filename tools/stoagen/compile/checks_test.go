package compile

import (
	"fmt"
	"strings"
	"testing"

	"stoa/tools/stoagen/diag"
	"stoa/tools/stoagen/parse"
)

// rulesOf reads a CHECK over columns of each kind, as "kind column value" and ! when not all of it was understood.
func rulesOf(t *testing.T, check string) string {
	t.Helper()
	problems := &diag.List{}
	file := parse.Parse("x.sql", "CREATE TABLE x (t text, n integer, f float8, d date, a text[], j jsonb, b boolean, CHECK ("+check+"))", problems)
	schema, _ := Compile([]*parse.File{file}, problems)
	if !problems.Empty() {
		t.Fatalf("%s: %s", check, problems)
	}
	c := schema.Tables[0].Checks[0]
	var parts []string
	for _, r := range c.Rules {
		part := fmt.Sprintf("%s %s %s", r.Kind, r.Column, r.Number+strings.Join(r.Values, "|"))
		if r.Exclusive {
			part += " open"
		}
		parts = append(parts, strings.TrimSpace(part))
	}
	if !c.Whole {
		parts = append(parts, "!")
	}
	return strings.Join(parts, "; ")
}

func TestChecks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ check, want string }{
		{"char_length(t) BETWEEN 1 AND 200", "minlength t 1; maxlength t 200"},
		{"length(t) > 2 AND 10 > length(t)", "minlength t 3; maxlength t 9"},
		{"length(t) = 3", "minlength t 3; maxlength t 3"},
		{"octet_length(j::text) <= 64 * 1024", "maxbytes j 65536"},
		{"char_length(btrim(t)) BETWEEN 1 AND 9", "minlength t 1; !"},
		{"btrim(t) <> ''", "minlength t 1; !"},
		{"t <> ''", "minlength t 1"},
		{"t <> 'admin'", "!"},
		{"t = lower(t) AND btrim(t) = t", "lower t; trim t"},
		{"t ~ '^[a-z]+$'", "pattern t [a-z]+"},
		{"t ~ '[a-z]+'", "!"},
		{"t ~ '^a(?=b)$'", "!"},
		{"t ~* '^a$'", "!"},
		{"n BETWEEN -5 AND 10 - 1", "min n -5; max n 9"},
		{"n > 0", "min n 1"},
		{"f > 0 AND f < 1.5", "min f 0 open; max f 1.5 open"},
		{"d >= '2020-01-01'", "min d 2020-01-01"},
		{"n IN (1, 2) OR n = 3", "in n 1|2|3"},
		{"t IN ('a', 'b')", "in t a|b"},
		{"t = ANY (ARRAY['a'::text, 'b'])", "in t a|b"},
		{"t NOT IN ('a')", "!"},
		{"t = 'a' OR n = 1", "!"},
		{"t IS NULL OR length(t) < 3", "maxlength t 2"},
		{"t IS NULL OR n > 3", "!"},
		{"t IS NOT NULL", "present t"},
		{"t IS NULL", "!"},
		{"NOT b", "!"},
		{"cardinality(a) BETWEEN 1 AND 5", "minitems a 1; maxitems a 5"},
		{"array_length(a, 1) <= 5", "maxitems a 5"},
		{"length(t) < n", "!"},
		{"jsonb_typeof(j) = 'object'", "jsontype j object"},
		{"length(t) < 5 AND random() < 1", "maxlength t 4; !"},
	} {
		if got := rulesOf(t, c.check); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.check, got, c.want)
		}
	}
}
