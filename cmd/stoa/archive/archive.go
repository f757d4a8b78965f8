// Package archive is the file of a backup: everything of an installation, encrypted under a passphrase.
//
// It is an age file (age-encryption.org/v1, a passphrase by scrypt) of a tar: manifest.json first, then database.dump as
// pg_dump wrote it, then the files of the data folder: blobs/… and secrets/…. So a backup can also be opened without Stoa, by age, tar and
// pg_restore.
package archive

import (
	"archive/tar"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"filippo.io/age"
)

// Names of the parts.
const (
	manifestName = "manifest.json"
	Database     = "database.dump"
	Blobs        = "blobs/"
	Secrets      = "secrets/"
)

// version is that of the file's form.
const version = 1

// Manifest says what the file holds.
type Manifest struct {
	Version   int       `json:"version"`
	Made      time.Time `json:"made"`
	Companies int       `json:"companies"`
}

// ErrPassphrase says that the file does not open.
var ErrPassphrase = errors.New("the passphrase does not open this file")

// Writer writes a backup.
type Writer struct {
	tar    *tar.Writer
	sealed io.WriteCloser
}

// NewWriter begins a backup on w.
func NewWriter(w io.Writer, passphrase string, m Manifest) (*Writer, error) {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	sealed, err := age.Encrypt(w, to)
	if err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	m.Version, m.Made = version, time.Now().UTC().Truncate(time.Second)
	text, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	a := &Writer{tar: tar.NewWriter(sealed), sealed: sealed}
	if err := a.tar.WriteHeader(&tar.Header{Name: manifestName, Mode: 0o600, Size: int64(len(text)), ModTime: m.Made}); err != nil {
		return nil, err
	}
	_, err = a.tar.Write(text)
	return a, err
}

// File adds a file of the disk under a name.
func (a *Writer) File(name, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if err := a.tar.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: info.Size(), ModTime: info.ModTime()}); err != nil {
		return err
	}
	_, err = io.Copy(a.tar, io.LimitReader(f, info.Size())) // one that grows meanwhile is cut where it was
	return err
}

// Folder adds the regular files below dir, if there is one; links are passed over.
func (a *Writer) Folder(prefix, dir string) error {
	err := filepath.WalkDir(dir, func(file string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		rel, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		return a.File(prefix+filepath.ToSlash(rel), file)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Close ends the file; without it nobody can open it.
func (a *Writer) Close() error { return errors.Join(a.tar.Close(), a.sealed.Close()) }

// Open decrypts a backup and reads its manifest; each calls f for each part that follows.
func Open(r io.Reader, passphrase string) (m Manifest, each func(f func(name string, r io.Reader) error) error, err error) {
	key, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return m, nil, fmt.Errorf("archive: %w", err)
	}
	opened, err := age.Decrypt(r, key)
	if err != nil {
		var wrong *age.NoIdentityMatchError
		if errors.As(err, &wrong) {
			return m, nil, ErrPassphrase
		}
		return m, nil, fmt.Errorf("this is no backup of Stoa: %w", err)
	}
	parts := tar.NewReader(opened)
	head, err := parts.Next()
	if err != nil || head.Name != manifestName {
		return m, nil, fmt.Errorf("this is no backup of Stoa: it begins without a manifest")
	}
	if err := json.NewDecoder(parts).Decode(&m); err != nil {
		return m, nil, fmt.Errorf("archive: manifest: %w", err)
	}
	if m.Version != version {
		return m, nil, fmt.Errorf("this backup has form %d, and this Stoa reads form %d", m.Version, version)
	}
	return m, func(f func(string, io.Reader) error) error { return readParts(parts, f) }, nil
}

func readParts(parts *tar.Reader, f func(string, io.Reader) error) error {
	for {
		head, err := parts.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("archive: the file is damaged: %w", err)
		}
		if head.Typeflag != tar.TypeReg || !fs.ValidPath(head.Name) {
			return fmt.Errorf("archive: %q is no part of a backup", head.Name)
		}
		if err := f(head.Name, parts); err != nil {
			return err
		}
	}
}

// Save writes a part below dir, readable by us alone; the name has been checked by Open to stay there.
func Save(dir, name string, r io.Reader) error {
	file := filepath.Join(dir, filepath.FromSlash(path.Clean(name)))
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return errors.Join(err, f.Close())
}

// Part says of what sort a name is, and its rest.
func Part(name string) (kind, rest string) {
	for _, kind := range []string{Blobs, Secrets} {
		if rest, ok := strings.CutPrefix(name, kind); ok {
			return kind, rest
		}
	}
	return name, ""
}
