package pg

import (
	"errors"
	"path/filepath"
	"testing"
)

func TestNewest(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		all  []Binaries
		want string
		err  error
	}{
		"nothing installed":          {nil, "", ErrNoPostgres},
		"too old":                    {[]Binaries{{"a", 14, true}}, "", ErrNoPostgres},
		"no pgvector":                {[]Binaries{{"a", 16, false}}, "", ErrNoVector},
		"newest wins":                {[]Binaries{{"a", 15, true}, {"b", 17, true}, {"c", 16, true}}, "b", nil},
		"pgvector beats newer":       {[]Binaries{{"a", 18, false}, {"b", 15, true}, {"c", 17, false}}, "b", nil},
		"too old does not hide that": {[]Binaries{{"a", 15, false}, {"b", 14, true}}, "", ErrNoVector},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := newest(c.all)
			if got.Dir != c.want || !errors.Is(err, c.err) {
				t.Errorf("newest = %q, %v; want %q, %v", got.Dir, err, c.want, c.err)
			}
		})
	}
}

func TestFindBinaries(t *testing.T) {
	t.Parallel()
	b, err := FindBinaries()
	if err != nil {
		t.Fatal(err)
	}
	if !filepath.IsAbs(b.Dir) || b.Major < MinMajor || !b.Vector {
		t.Errorf("FindBinaries = %+v", b)
	}
}

func TestRefuseServer(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		major  int
		vector bool
		want   string
	}{
		{15, true, ""},
		{14, true, "PostgreSQL 14 is too old: Stoa needs 15 or newer"},
		{17, false, "pgvector is missing on the database server: install the package postgresql-17-pgvector there"},
	} {
		got := ""
		if err := refuseServer(c.major, c.vector); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("refuseServer(%d, %v) = %q, want %q", c.major, c.vector, got, c.want)
		}
	}
}
