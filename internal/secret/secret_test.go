package secret

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
)

var (
	older, newer = strings.Repeat("a", 32), strings.Repeat("b", 32)
	place        = Place{uuid.New(), "providers", "token", uuid.New()}
)

func box(t *testing.T, keys ...string) *Box {
	t.Helper()
	b, err := New(keys...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestSealAndOpen(t *testing.T) {
	t.Parallel()
	b := box(t, older)
	for _, plain := range []string{"", "sk-123", strings.Repeat("ü", 5000)} {
		one, two := b.Seal(plain, place), b.Seal(plain, place)
		if one == two || plain != "" && strings.Contains(one, plain) {
			t.Error("the same text is encrypted to the same, or not at all")
		}
		if got, err := b.Open(one, place); err != nil || got != plain {
			t.Errorf("%q became %q, %v", plain, got, err)
		}
	}
}

// Moved to another place, changed, or of another making, it opens nothing.
func TestBoundToItsPlace(t *testing.T) {
	t.Parallel()
	b := box(t, older)
	sealed := b.Seal("sk-123", place)
	for name, other := range map[string]Place{
		"tenant": {uuid.New(), place.Table, place.Column, place.Row}, "table": {place.Tenant, "x", place.Column, place.Row},
		"column": {place.Tenant, place.Table, "x", place.Row}, "row": {place.Tenant, place.Table, place.Column, uuid.New()},
	} {
		if plain, err := b.Open(sealed, other); err == nil {
			t.Errorf("in another %s it opens to %q", name, plain)
		}
	}
	for _, bad := range []string{"", "x", "s1.x", "s1.1.?", sealed[:len(sealed)-2], sealed + "AAAA", strings.Replace(sealed, "s1.", "s2.", 1)} {
		if plain, err := b.Open(bad, place); err == nil {
			t.Errorf("%q opens to %q", bad, plain)
		}
	}
}

// A new key is put first; what older ones encrypted opens as long as they stand behind it.
func TestRotation(t *testing.T) {
	t.Parallel()
	sealed := box(t, older).Seal("sk-123", place)
	both := box(t, newer, older)
	if got, err := both.Open(sealed, place); err != nil || got != "sk-123" || !both.Stale(sealed) {
		t.Errorf("it opens to %q, %v", got, err)
	}
	if again := both.Seal("sk-123", place); both.Stale(again) {
		t.Error("what is written anew is stale")
	} else if _, err := box(t, newer).Open(again, place); err != nil {
		t.Error(err)
	}
	if _, err := box(t, newer).Open(sealed, place); !errors.Is(err, ErrUnknownKey) {
		t.Errorf("without its key: %v", err)
	}
	for _, keys := range [][]string{{}, {"short"}, {newer, ""}} {
		if _, err := New(keys...); err == nil {
			t.Errorf("%q is taken", keys)
		}
	}
}

func TestLoad(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data")
	boxes := make([]*Box, 8)
	var all sync.WaitGroup
	for i := range boxes {
		all.Go(func() {
			var err error
			if boxes[i], err = Load("", dir); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	sealed := boxes[0].Seal("x", place)
	for _, b := range boxes {
		if _, err := b.Open(sealed, place); err != nil {
			t.Error("processes that begin at once have different keys:", err)
		}
	}
	info, err := os.Stat(filepath.Join(dir, "secret"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info, err)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) != 1 {
		t.Errorf("there are %v", names)
	}
	b, err := Load(" "+newer+" , "+older+",", dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Open(box(t, older).Seal("x", place), place); err != nil {
		t.Error(err)
	}
}
