package main

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"stoa/cmd/stoa/archive"
	"stoa/internal/config"
	"stoa/internal/dbtest"
	"stoa/internal/pg"
)

// A company, a file and a secret go into a backup; another installation, with other companies, becomes the same.
func TestBackupAndRestore(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	data := t.TempDir()
	write(t, filepath.Join(data, "blobs", "a", "b"), "a document")
	write(t, filepath.Join(data, "secret"), "keys")
	insertCompany(t, db.AdminURL, "Northwind")
	file := filepath.Join(t.TempDir(), "backup")
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := writeBackup(t.Context(), out, "open sesame", db.AdminURL, data, 1); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	sealed, err := os.ReadFile(file)
	if err != nil || strings.Contains(string(sealed), "a document") || strings.Contains(string(sealed), "keys") {
		t.Errorf("the file can be read without the passphrase, %v", err)
	}

	dir := unpack(t, file)
	app, admin := dbtest.Empty(t)
	there := config.Config{DatabaseURL: app, AdminURL: admin, Data: t.TempDir()}
	quiet := slog.New(slog.DiscardHandler)
	if err := restoreFrom(t.Context(), there, dir, false, quiet); err != nil {
		t.Fatalf("into an empty place: %v", err)
	}
	if got := companyNames(t, admin); got != "Northwind" {
		t.Errorf("companies: %q", got)
	}
	for name, want := range map[string]string{"blobs/a/b": "a document", "secret": "keys"} {
		if got, err := os.ReadFile(filepath.Join(there.Data, name)); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	insertCompany(t, admin, "Later")
	if err := restoreFrom(t.Context(), there, dir, false, quiet); err == nil || !strings.Contains(err.Error(), "--force") {
		t.Errorf("over live data: %v", err)
	}
	if got := companyNames(t, admin); got != "Later,Northwind" {
		t.Errorf("a refused restore changed the companies: %q", got)
	}
	write(t, filepath.Join(dir, archive.Database), "no dump")
	if err := restoreFrom(t.Context(), there, dir, true, quiet); err == nil {
		t.Error("a damaged dump was restored")
	}
	if got := companyNames(t, admin); got != "Later,Northwind" {
		t.Errorf("a dump that does not load changed the companies: %q", got)
	}
	if err := restoreFrom(t.Context(), there, unpack(t, file), true, quiet); err != nil {
		t.Errorf("with force: %v", err)
	}
	if got := companyNames(t, admin); got != "Northwind" {
		t.Errorf("after a forced restore: %q", got)
	}
}

// unpack reads a backup as restore does; another passphrase does not open it.
func unpack(t *testing.T, file string) string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, _, err := archive.Open(f, "open barley"); err != archive.ErrPassphrase { //nolint:errorlint // it comes bare
		t.Errorf("another passphrase: %v", err)
	}
	if _, err := f.Seek(0, 0); err != nil {
		t.Fatal(err)
	}
	m, each, err := archive.Open(f, "open sesame")
	if err != nil || m.Companies != 1 {
		t.Fatalf("%+v, %v", m, err)
	}
	dir := t.TempDir()
	if err := each(func(name string, r io.Reader) error { return archive.Save(dir, name, r) }); err != nil {
		t.Fatal(err)
	}
	return dir
}

func insertCompany(t *testing.T, admin, name string) {
	t.Helper()
	exec(t, admin, "insert into tenants (id, name) values (gen_random_uuid(), '"+name+"')")
}

func companyNames(t *testing.T, admin string) (names string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), admin)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	if err := conn.QueryRow(t.Context(), "select coalesce(string_agg(name, ',' order by name), '') from tenants").Scan(&names); err != nil {
		t.Fatal(err)
	}
	return names
}

func exec(t *testing.T, admin, sql string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), admin)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	if _, err := conn.Exec(t.Context(), sql); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// The doctor finds a table without walls, and a secret that others can read.
func TestDoctor(t *testing.T) {
	t.Parallel()
	db := dbtest.New(t)
	data := t.TempDir()
	write(t, filepath.Join(data, "secret"), "keys")
	look := func() (string, error) {
		var out strings.Builder
		err := examine(t.Context(), &out, append(databaseChecks(db.AdminURL), check{"disk", diskCheck(data)}, check{"data folder", folderCheck(data)}))
		return out.String(), err
	}
	if out, err := look(); err != nil || strings.Count(out, "✓") != 8 {
		t.Errorf("all is well, but: %v\n%s", err, out)
	}
	exec(t, db.AdminURL, "create table bare (tenant_id uuid)")
	if err := os.Chmod(filepath.Join(data, "secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := look()
	if err == nil || !strings.Contains(out, "tables without row-level security: bare") || !strings.Contains(out, "chmod 600") {
		t.Errorf("%v\n%s", err, out)
	}
	if _, err := pg.Companies(t.Context(), "postgresql://nobody@127.0.0.1:1/x"); err == nil {
		t.Error("a database that is not there has companies")
	}
}
