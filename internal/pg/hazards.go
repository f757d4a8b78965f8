package pg

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// hazard begins a line of a migration that may cost a running installation something. Who has read it writes "accepted" for
// "hazard"; until then nothing is migrated.
const hazard = "-- hazard: "

// files are the migrations to run; one with a hazard that nobody accepted is refused.
func (o MigrateOptions) files() (fs.FS, error) {
	if o.Files == nil {
		return nil, errors.New("pg: no migrations were given")
	}
	return o.Files, refuseHazards(o.Files)
}

func refuseHazards(files fs.FS) error {
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		return err
	}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		for i, line := range bytes.Split(text, []byte("\n")) {
			if what, ok := strings.CutPrefix(string(line), hazard); ok {
				return fmt.Errorf("schema/migrations/%s:%d: nobody has accepted this yet: %s; when it is meant, write \"accepted\" for \"hazard\" there", name, i+1, what)
			}
		}
	}
	return nil
}

// acceptedHazards are the ones that whoever wrote a migration has read.
func acceptedHazards(text string) (all []string) {
	for line := range strings.Lines(text) {
		if what, ok := strings.CutPrefix(line, "-- accepted: "); ok {
			all = append(all, strings.TrimSpace(what))
		}
	}
	return all
}
