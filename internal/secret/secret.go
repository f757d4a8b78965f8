// Package secret encrypts what is kept for somebody else, such as a provider's key: by keys that stand outside the database.
package secret

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"
)

// Place is where a secret stands. It is bound to its place: copied into another row, column or tenant it opens nothing.
type Place struct {
	Tenant        uuid.UUID
	Table, Column string
	Row           uuid.UUID
}

func (p Place) bytes() []byte {
	return []byte(strings.Join([]string{"stoa secret", p.Tenant.String(), p.Table, p.Column, p.Row.String()}, "\x00"))
}

// Box encrypts by its first key and opens what any of its keys encrypted.
type Box struct{ keys []key }

type key struct {
	id   string
	aead cipher.AEAD
}

// ErrUnknownKey says that a key was taken away with which something is still encrypted.
var ErrUnknownKey = errors.New("secret: it was encrypted by a key that is not among STOA_SECRET")

const shortest = 32 // characters of a key

// New makes a box of keys, the newest first.
func New(keys ...string) (*Box, error) {
	b := &Box{}
	for i, text := range keys {
		if len(text) < shortest {
			return nil, fmt.Errorf("key %d of STOA_SECRET has %d characters, want at least %d: openssl rand -hex 32 makes one", i+1, len(text), shortest)
		}
		k, err := newKey(text)
		if err != nil {
			return nil, err
		}
		b.keys = append(b.keys, k)
	}
	if len(b.keys) == 0 {
		return nil, errors.New("STOA_SECRET holds no key")
	}
	return b, nil
}

func newKey(text string) (key, error) {
	raw, err := hkdf.Key(sha256.New, []byte(text), nil, "stoa secret key", 32)
	if err != nil {
		return key{}, err
	}
	id, err := hkdf.Key(sha256.New, []byte(text), nil, "stoa secret key id", 4)
	if err != nil {
		return key{}, err
	}
	block, err := aes.NewCipher(raw)
	if err != nil {
		return key{}, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	return key{hex.EncodeToString(id), aead}, err
}

// Seal encrypts a text for a place. What it returns is text, too: s1.<key>.<ciphertext>.
func (b *Box) Seal(plain string, at Place) string {
	k := b.keys[0]
	return "s1." + k.id + "." + base64.RawURLEncoding.EncodeToString(k.aead.Seal(nil, nil, []byte(plain), at.bytes()))
}

// Open decrypts what Seal made for the same place.
func (b *Box) Open(sealed string, at Place) (string, error) {
	parts := strings.Split(sealed, ".")
	if len(parts) != 3 || parts[0] != "s1" {
		return "", errors.New("secret: this is nothing that was encrypted here")
	}
	raw, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil {
		return "", fmt.Errorf("secret: %w", err)
	}
	for _, k := range b.keys {
		if k.id == parts[1] {
			plain, err := k.aead.Open(nil, nil, raw, at.bytes())
			if err != nil {
				return "", fmt.Errorf("secret: %s.%s does not open: it was changed, or belongs to another place: %w", at.Table, at.Column, err)
			}
			return string(plain), nil
		}
	}
	return "", ErrUnknownKey
}

// Stale reports whether a key older than the newest encrypted it, so that who opens it should write it anew.
func (b *Box) Stale(sealed string) bool { return !strings.HasPrefix(sealed, "s1."+b.keys[0].id+".") }

// random makes a key.
func random() string {
	raw := make([]byte, 32)
	_, _ = rand.Read(raw) // it never fails
	return hex.EncodeToString(raw)
}
