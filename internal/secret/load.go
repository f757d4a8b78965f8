package secret

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Load makes the box of the keys that list has, separated by commas, the newest first. Without any it takes those of the file
// "secret" in the data folder, which it makes on the first start.
func Load(list, data string) (*Box, error) {
	if strings.TrimSpace(list) == "" {
		var err error
		if list, err = kept(filepath.Join(data, "secret")); err != nil {
			return nil, fmt.Errorf("the key for secrets: %w", err)
		}
	}
	var keys []string
	for k := range strings.SplitSeq(list, ",") {
		if k = strings.TrimSpace(k); k != "" {
			keys = append(keys, k)
		}
	}
	return New(keys...)
}

// kept reads the file, or makes it. Two processes that begin at once end with one key: the file appears whole or not at all.
func kept(path string) (string, error) {
	text, err := os.ReadFile(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return string(text), err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "secret-*") // 0600
	if err != nil {
		return "", err
	}
	defer os.Remove(f.Name()) //nolint:errcheck // the link below stays
	_, err = f.WriteString(random() + "\n")
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return "", err
	}
	if err := os.Link(f.Name(), path); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	text, err = os.ReadFile(path)
	return string(text), err
}
