package crudtest

import (
	"bytes"
	"encoding/csv"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"stoa/internal/resource"
)

// Upload sends a file of rows and expects a status.
func (p *Person) Upload(status int, content string) Answer {
	p.w.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", "rows.csv")
	if err == nil {
		_, err = part.Write([]byte(content))
	}
	if err == nil {
		err = form.WriteField("tenant", p.Tenant.String())
	}
	if err == nil {
		err = form.Close()
	}
	if err != nil {
		p.w.t.Fatal(err)
	}
	a := p.send(http.MethodPost, p.w.path("import"), form.FormDataContentType(), &body)
	if a.Status != status {
		p.w.t.Fatalf("the file is %d, want %d: %s", a.Status, status, text(a.Body))
	}
	return a
}

// work does what waits beside the requests of company A.
func (w *World) work() {
	w.t.Helper()
	for range 1000 {
		more, err := w.imports.Run(w.t.Context(), w.DB.Doors().Tenant(w.A))
		if err != nil {
			w.t.Fatal(err)
		}
		if !more {
			return
		}
	}
	w.t.Fatal("the work never ends")
}

// dryRun sends a file, takes the columns as they were guessed, and returns where the import is.
func (p *Person) dryRun(content string) (path string) {
	p.w.t.Helper()
	path = p.Upload(http.StatusSeeOther, content).Location
	p.Post(http.StatusSeeOther, path, mainForm(p.Get(http.StatusOK, path).Body))
	p.w.work()
	return path
}

// Import sends a file and lets all of it be imported.
func (p *Person) Import(content string) {
	p.w.t.Helper()
	path := p.dryRun(content)
	p.Post(http.StatusSeeOther, path+"/start", nil)
	p.w.work()
}

// mainForm is the form within the page's main part.
func mainForm(page string) url.Values { return fields(page[strings.Index(page, "<main"):]) }

// file writes rows as a file whose header names the fields of the first.
func (w *World) file(rows ...url.Values) string {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	var names []string
	for _, f := range w.Resource.Fields {
		if _, ok := rows[0][f.Name]; ok && f.Kind != resource.Secret {
			names = append(names, f.Name)
		}
	}
	_ = out.Write(names) // into memory
	for _, row := range rows {
		_ = out.Write(resource.Map(names, row.Get))
	}
	out.Flush()
	return b.String()
}

func imports(t *testing.T, w *World) {
	var good []url.Values
	for i := range 520 { // more than one batch
		good = append(good, w.importable(2*i))
	}
	path := w.Owner.dryRun(w.file(good...))
	if n := w.count("true"); n != 0 {
		t.Fatalf("the dry run wrote %d rows", n)
	}
	page := w.Owner.Get(http.StatusOK, path).Body
	if !strings.Contains(page, "All 520 rows are good") || !strings.Contains(page, "Import 520 rows") {
		t.Fatalf("after the dry run: %s", text(page))
	}
	w.Owner.Post(http.StatusSeeOther, path+"/start", nil)
	w.Owner.Post(http.StatusSeeOther, path+"/start", nil) // sent twice
	w.work()
	if page := w.Owner.Get(http.StatusOK, path).Body; !strings.Contains(page, "520 rows were imported") {
		t.Errorf("after the import: %s", text(page))
	}
	if n := w.count("tenant_id = '" + w.A.String() + "'"); n != 520 {
		t.Errorf("%d rows, want 520", n)
	}
	w.Owner.Post(http.StatusSeeOther, path+"/start", nil)
	w.work()
	if n := w.count("true"); n != 520 {
		t.Errorf("started again there are %d rows", n)
	}
}

// importable is row n without what a file cannot bring, with what a person would write.
func (w *World) importable(n int) url.Values {
	row := w.Valid(w, n)
	for _, f := range w.Resource.Fields {
		if f.Kind == resource.Boolean && !row.Has(f.Name) {
			row.Set(f.Name, "no")
		}
	}
	return row
}

// Every bad value is told at its column and line; the others are imported.
func importProblems(t *testing.T, w *World) {
	rows, fieldOf := []url.Values{w.importable(0)}, map[string]bool{}
	for _, f := range w.Resource.Fields {
		for _, value := range w.Invalid[f.Name] {
			if strings.ContainsRune(value, 0) || !rows[0].Has(f.Name) {
				continue
			}
			row := w.importable(len(rows))
			row.Set(f.Name, value)
			rows, fieldOf[f.Label] = append(rows, row), true
		}
	}
	bad := len(rows) - 1
	if w.Unique != "" {
		w.Owner.Make(1000)
		row := w.importable(1001)
		row.Set(w.Unique, w.Valid(w, 1000).Get(w.Unique))
		rows, bad = append(rows, row, row), bad+1 // the second is like the first, too
		row = w.importable(1002)
		rows, bad = append(rows, row, row), bad+2
	}
	before := w.count("true")
	path := w.Owner.dryRun(w.file(rows...))
	file := w.Owner.Get(http.StatusOK, path+"/problems.csv").Body
	lines, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil || len(lines) != bad+1 {
		t.Errorf("the file of problems has %d rows, want %d: %v", len(lines)-1, bad, err)
	}
	for label := range fieldOf {
		if !strings.Contains(file, label+": ") {
			t.Errorf("no problem stands at %s", label)
		}
	}
	w.Owner.Post(http.StatusSeeOther, path+"/start", nil)
	w.work()
	if n := w.count("true") - before; n != len(rows)-bad {
		t.Errorf("%d rows were imported, want %d", n, len(rows)-bad)
	}
}

// importMapping tries the form that says what each column is.
func importMapping(t *testing.T, w *World) {
	title, _ := w.Resource.Field(w.Resource.Title)
	row := w.importable(1)
	file := "Unknown;" + strings.ToUpper(title.Label) + ";" + title.Name + ";id\n"
	file += "x;" + row.Get(title.Name) + ";y;z\n"
	path := w.Owner.Upload(http.StatusSeeOther, file).Location
	page := w.Owner.Get(http.StatusOK, path).Body
	form := mainForm(page)
	if form.Get("column.1") != title.Name || form.Get("column.0") != "" || form.Get("column.2") != "" {
		t.Errorf("the columns were guessed as %v", form)
	}
	for _, words := range []string{"“Unknown” is no field", "names more than one column", "“id” is written by Stoa"} {
		if !strings.Contains(page, words) {
			t.Errorf("the page does not say %q: %s", words, text(page))
		}
	}
	form.Set("column.0", title.Name)
	if body := w.Owner.Post(http.StatusUnprocessableEntity, path, form).Body; !strings.Contains(body, "fills this field already") {
		t.Errorf("two columns fill one field: %s", text(body))
	}
	form.Set("column.0", "tenant_id")
	w.Owner.Post(http.StatusUnprocessableEntity, path, form)
	form = url.Values{}
	if body := w.Owner.Post(http.StatusUnprocessableEntity, path, form).Body; !strings.Contains(body, "choose the column") {
		t.Errorf("nothing fills %s: %s", title.Label, text(body))
	}
	for _, bad := range []string{"", "a,b\n", "PK\x03\x04", "a,\"b\n1,2\n"} {
		if body := w.Owner.Upload(http.StatusUnprocessableEntity, bad).Body; !strings.Contains(body, `id="file-error"`) {
			t.Errorf("%q: %s", bad, text(body))
		}
	}
}

// importAccess: a file is its sender's alone, and what the sender may do counts when the work is done.
func importAccess(t *testing.T, w *World) {
	file := w.file(w.importable(1), w.importable(2))
	path := w.Owner.dryRun(file)
	for _, other := range []*Person{w.Admin, w.Stranger} {
		for _, part := range []string{"", "/problems.csv"} {
			other.Get(http.StatusNotFound, path+part)
		}
		other.Get(http.StatusNotFound, events(path))
		for _, part := range []string{"", "/start", "/cancel"} {
			other.Post(http.StatusNotFound, path+part, nil)
		}
	}
	w.Nobody.Upload(http.StatusSeeOther, file) // to the login
	if !w.Resource.Allow.Create.Somebody("member") {
		w.Member.Get(http.StatusForbidden, w.path("import"))
		w.Member.Upload(http.StatusForbidden, file)
		w.Exec("update memberships set role = 'member' where user_id = $1", w.Owner.ID)
		w.Owner.Post(http.StatusSeeOther, path+"/start", nil) // the session still says owner
		w.work()
		if n := w.count("true"); n != 0 {
			t.Errorf("%d rows were imported by who may not any more", n)
		}
	}
	cancelled := w.Admin.Upload(http.StatusSeeOther, file).Location
	w.Admin.Post(http.StatusSeeOther, cancelled+"/cancel", nil)
	w.Admin.Post(http.StatusSeeOther, cancelled+"/start", nil)
	w.work()
	if n := w.count("true"); n != 0 {
		t.Errorf("%d rows of a file that was thrown away", n)
	}
}

// What was exported can be imported and is then the same.
func roundTrip(t *testing.T, w *World) {
	if !w.Resource.Ops.Export {
		return
	}
	form := w.importable(1)
	form.Set(w.Resource.Title, "=1+1")
	w.Owner.Post(http.StatusSeeOther, w.path(), form)
	form = w.importable(2)
	form.Set(w.Resource.Title, "'=1, \"quoted\"; ü")
	w.Owner.Post(http.StatusSeeOther, w.path(), form)
	file := w.Owner.Get(http.StatusOK, w.path()+".csv").Body
	w.Exec("delete from " + w.Resource.Table)
	w.Owner.Post(http.StatusSeeOther, w.Owner.dryRun(file)+"/start", nil)
	w.work()
	again := w.Owner.Get(http.StatusOK, w.path()+".csv").Body
	if a, b := w.own(file), w.own(again); !slices.Equal(a, b) {
		t.Errorf("exported %q, imported and exported %q", a, b)
	}
}

// own are the lines of an export without what Stoa writes itself, sorted.
func (w *World) own(file string) []string {
	lines, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		w.t.Fatal(err)
	}
	var out []string
	for _, line := range lines[1:] {
		var kept []string
		for i, name := range lines[0] {
			if f, ok := w.Resource.Field(name); ok && f.Writable(true) {
				kept = append(kept, line[i])
			}
		}
		out = append(out, strings.Join(kept, "|"))
	}
	slices.Sort(out)
	return out
}
