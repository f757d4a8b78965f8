// Package pg runs, migrates and opens the database: a private PostgreSQL cluster, or any other by its URL.
package pg

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
)

// MinMajor is the oldest PostgreSQL that Stoa runs on.
const MinMajor = 15

// What FindBinaries says when there is no server to use; each is one line for the person who starts Stoa.
var (
	ErrNoPostgres = errors.New("PostgreSQL 15 or newer is missing: `make run` installs it (package postgresql), or set DATABASE_URL")
	ErrNoVector   = errors.New("pgvector is missing: `make run` installs it (package postgresql-NN-pgvector or pgvector), or set DATABASE_URL")
)

// Binaries is one installed PostgreSQL server.
type Binaries struct {
	Dir    string // holds initdb and postgres
	Major  int    // 15 for 15.18
	Vector bool   // its extension folder has pgvector
}

// Places to look in beside PATH: Debian and Ubuntu, Alpine, Fedora's own archive, Homebrew, Postgres.app.
var places = []string{
	"/usr/lib/postgresql/*/bin", "/usr/libexec/postgresql*", "/usr/pgsql-*/bin",
	"/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin",
	"/Applications/Postgres.app/Contents/Versions/*/bin",
}

// FindBinaries returns the newest installed server of at least MinMajor that has pgvector, else ErrNoPostgres or ErrNoVector.
func FindBinaries() (Binaries, error) {
	return newest(installed())
}

func newest(all []Binaries) (Binaries, error) {
	var best Binaries
	err := ErrNoPostgres
	for _, b := range all {
		if b.Major < MinMajor {
			continue
		}
		if !b.Vector {
			if best.Dir == "" {
				err = ErrNoVector
			}
			continue
		}
		if b.Major > best.Major {
			best, err = b, nil
		}
	}
	return best, err
}

// findMajor returns the server of exactly this version: a cluster can only be run by the version that made it.
func findMajor(major int) (Binaries, error) {
	for _, b := range installed() {
		if b.Major == major && b.Vector {
			return b, nil
		}
	}
	return Binaries{}, fmt.Errorf("the data were made by PostgreSQL %d, which is not installed with pgvector: install it again, or move the data with pg_dump", major)
}

// installed lists the servers of this machine, PATH first, each folder once.
func installed() []Binaries {
	var dirs []string
	if p, err := exec.LookPath("postgres"); err == nil {
		if p, err = filepath.EvalSymlinks(p); err == nil {
			dirs = append(dirs, filepath.Dir(p))
		}
	}
	for _, pattern := range places {
		found, _ := filepath.Glob(pattern) // fails only for a bad pattern
		dirs = append(dirs, found...)
	}
	var all []Binaries
	seen := map[string]bool{}
	for _, dir := range dirs {
		if real, err := filepath.EvalSymlinks(dir); err == nil && !seen[real] {
			seen[real] = true
			if b, ok := inspect(real); ok {
				all = append(all, b)
			}
		}
	}
	return all
}

var firstNumber = regexp.MustCompile(`\d+`)

func inspect(dir string) (Binaries, bool) {
	if _, err := os.Stat(filepath.Join(dir, "initdb")); err != nil {
		return Binaries{}, false
	}
	out, err := exec.Command(filepath.Join(dir, "postgres"), "--version").Output()
	if err != nil {
		return Binaries{}, false
	}
	major, err := strconv.Atoi(string(firstNumber.Find(out)))
	if err != nil {
		return Binaries{}, false
	}
	return Binaries{Dir: dir, Major: major, Vector: hasVector(dir, major)}, true
}

// hasVector looks where pg_config says, then where the usual packages put the extensions.
func hasVector(dir string, major int) bool {
	n := strconv.Itoa(major)
	shares := []string{
		"/usr/share/postgresql/" + n, "/usr/share/postgresql" + n, "/usr/share/pgsql", "/usr/share/postgresql",
		filepath.Join(dir, "../share/postgresql"), filepath.Join(dir, "../share"),
	}
	if out, err := exec.Command(filepath.Join(dir, "pg_config"), "--sharedir").Output(); err == nil {
		shares = []string{string(out[:len(out)-1])}
	}
	for _, share := range shares {
		if _, err := os.Stat(filepath.Join(share, "extension", "vector.control")); err == nil {
			return true
		}
	}
	return false
}
