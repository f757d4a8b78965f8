package isolation

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// query is one named query: the tables that it names, and whether it is bound to the tenant. That each table is bound at its
// own level is proved on the parsed SQL before anything is built; here it is only counted.
type query struct {
	name   string
	tables []string
	bound  bool
	system bool
}

var (
	systemFile = regexp.MustCompile(`^system(_\w+)?\.sql$`)

	head  = regexp.MustCompile(`(?m)^-- name: (\w+) :\w+\n`)
	named = regexp.MustCompile(`(?i)\b(?:from|join|into|update)\s+"?([a-z_][a-z0-9_]*)`)
)

func readQueries(files fs.FS) ([]query, error) {
	var all []query
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".sql" {
			return err
		}
		text, err := fs.ReadFile(files, name)
		all = append(all, splitQueries(string(text), systemFile.MatchString(path.Base(name)))...)
		return err
	})
	return all, err
}

func splitQueries(text string, system bool) []query {
	var all []query
	heads := head.FindAllStringSubmatchIndex(text, -1)
	for i, m := range heads {
		end := len(text)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		q := query{name: text[m[2]:m[3]], system: system}
		sql := withoutComments(text[m[1]:end])
		q.bound = strings.Contains(sql, "@tenant_id")
		for _, t := range named.FindAllStringSubmatch(sql, -1) {
			if !slices.Contains(q.tables, t[1]) {
				q.tables = append(q.tables, t[1])
			}
		}
		all = append(all, q)
	}
	return all
}

func withoutComments(sql string) string {
	var b strings.Builder
	for line := range strings.Lines(sql) {
		code, _, cut := strings.Cut(line, "--")
		b.WriteString(code)
		if cut {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
