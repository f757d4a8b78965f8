package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing/fstest"

	"stoa/internal/pg/differ"
)

// draftEnd ends the name of a draft, which is written anew until it is given a name.
const draftEnd = "_draft.sql"

// tree is a checkout.
type tree struct {
	root      string
	generated string // where the policies and the renames lie
	wait      bool   // for the word to write
}

func (t tree) path(parts ...string) string {
	return filepath.Join(append([]string{t.root}, parts...)...)
}

// told reports whether the draft may be written now.
func (t tree) told() bool {
	if !t.wait {
		return true
	}
	word, err := io.ReadAll(os.Stdin)
	return err == nil && string(word) == "write\n"
}

func (t tree) migrations() string { return t.path("schema", "migrations") }

// files lists the migrations, drafts apart.
func (t tree) files() (migrations, drafts []string, err error) {
	all, err := filepath.Glob(filepath.Join(t.migrations(), "*.sql"))
	for _, f := range all {
		if strings.HasSuffix(f, draftEnd) {
			drafts = append(drafts, f)
		} else {
			migrations = append(migrations, f)
		}
	}
	return migrations, drafts, err
}

// input reads all that decides about the draft.
func (t tree) input() (in differ.Input, earlier string, err error) {
	migrations, drafts, err := t.files()
	if err != nil {
		return in, "", err
	}
	files := fstest.MapFS{}
	for _, f := range migrations {
		text, err := os.ReadFile(f)
		if err != nil {
			return in, "", err
		}
		files[filepath.Base(f)] = &fstest.MapFile{Data: text}
	}
	policies, err := os.ReadFile(filepath.Join(t.generated, "policies.sql"))
	if err != nil {
		return in, "", err
	}
	renames, err := os.ReadFile(filepath.Join(t.generated, "renames.txt"))
	if err != nil {
		return in, "", err
	}
	in = differ.Input{Schema: os.DirFS(t.path("schema")), Policies: string(policies), Migrations: files}
	if in.Renames, err = differ.ParseRenames(string(renames)); err != nil {
		return in, "", err
	}
	for _, f := range drafts {
		text, err := os.ReadFile(f)
		if err != nil {
			return in, "", err
		}
		earlier += string(text)
	}
	return in, earlier, nil
}

func (t tree) check(ctx context.Context) error {
	in, earlier, err := t.input()
	if err != nil {
		return err
	}
	if earlier != "" {
		return errors.New("a draft waits in schema/migrations: read it and run make migration NAME=\"what it does\"")
	}
	plan, err := compare(ctx, in, false)
	if err == nil && len(plan) > 0 {
		err = fmt.Errorf("the migrations do not make the schema; make gen drafts what is missing:\n%s", strings.Join(differ.Render("Missing", plan, ""), "\n"))
	}
	return err
}

// write replaces the draft; with a title the file is none any more.
func (t tree) write(ctx context.Context, title string) error {
	in, earlier, err := t.input()
	if err != nil {
		return err
	}
	plan, err := compare(ctx, in, true)
	if err != nil || !t.told() {
		return err
	}
	migrations, drafts, err := t.files()
	if err != nil {
		return err
	}
	for _, f := range drafts {
		if err := os.Remove(f); err != nil {
			return err
		}
	}
	end, words := draftEnd, title
	if title != "" {
		end = "_" + slug(title) + ".sql"
	} else {
		words = "Draft: what the schema has and the migrations lack. make migration NAME=\"…\" gives it a name"
	}
	next := number(migrations)
	for i, text := range differ.Render(words, plan, earlier) {
		file := filepath.Join(t.migrations(), fmt.Sprintf("%05d%s", next+i, end))
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return err
		}
		fmt.Println("wrote", strings.TrimPrefix(file, t.root+"/"))
		for line := range strings.Lines(text) {
			if hazard, ok := strings.CutPrefix(line, "-- hazard: "); ok {
				fmt.Print("  to be accepted: ", hazard)
			}
		}
	}
	if title != "" && len(plan) == 0 {
		return errors.New("the migrations make the schema already")
	}
	return t.remember()
}

// number is that of the next migration.
func number(migrations []string) int {
	n := 0
	for _, f := range migrations {
		var i int
		if _, err := fmt.Sscanf(filepath.Base(f), "%05d_", &i); err == nil {
			n = max(n, i)
		}
	}
	return n + 1
}

var noWord = regexp.MustCompile(`[^a-z0-9]+`)

func slug(title string) string {
	return strings.Trim(noWord.ReplaceAllString(strings.ToLower(title), "_"), "_")
}

// sum stands for all that decides about the draft, so that a make gen that changed none of it starts no server.
func (t tree) sum() (string, error) {
	h := sha256.New()
	var paths []string
	for _, pattern := range []string{t.path("schema", "*.sql"), filepath.Join(t.migrations(), "*.sql")} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			return "", err
		}
		paths = append(paths, found...)
	}
	slices.Sort(paths)
	for _, p := range append(paths, filepath.Join(t.generated, "policies.sql"), filepath.Join(t.generated, "renames.txt")) {
		text, err := os.ReadFile(p)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%s %d\n%s", filepath.Base(p), len(text), text)
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

func (t tree) mark() string { return t.path("bin", "draft.sum") }

// known reports whether the last run has seen just this.
func (t tree) known() bool {
	now, err := t.sum()
	last, rerr := os.ReadFile(t.mark())
	return err == nil && rerr == nil && string(last) == now
}

func (t tree) remember() error {
	now, err := t.sum()
	if err != nil {
		return err
	}
	err = os.WriteFile(t.mark(), []byte(now), 0o644)
	if errors.Is(err, fs.ErrNotExist) { // no bin folder: then nothing is saved
		return nil
	}
	return err
}
