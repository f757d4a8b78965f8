package auth

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"runtime"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// The Argon2id parameters: OWASP Password Storage Cheat Sheet, 19 MiB, two passes, one lane. A hash
// made with other ones is replaced at the next login.
const (
	argonMemory  = 19 * 1024 // KiB
	argonTime    = 2
	argonThreads = 1
	argonSalt    = 16 // bytes
	argonKey     = 32 // bytes
)

// hashing bounds how many passwords are hashed at once, so that a flood of logins cannot take the memory.
var hashing = make(chan struct{}, max(2, runtime.NumCPU()))

func hashPassword(password string) string {
	salt := make([]byte, argonSalt)
	rand.Read(salt) // never fails
	key := derive(password, salt, argonTime, argonMemory, argonThreads, argonKey)
	enc := base64.RawStdEncoding
	return fmt.Sprintf("%s%s$%s", argonPrefix(argonMemory, argonTime, argonThreads), enc.EncodeToString(salt), enc.EncodeToString(key))
}

// decoy is a hash of today's parameters that no password has: checking it takes as long as checking
// the hash of an account that exists.
var decoy = argonPrefix(argonMemory, argonTime, argonThreads) + base64.RawStdEncoding.EncodeToString(make([]byte, argonSalt)) +
	"$" + base64.RawStdEncoding.EncodeToString(make([]byte, argonKey))

// argonPrefix begins a hash in the PHC string format.
func argonPrefix(memory, time uint32, threads uint8) string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$", argon2.Version, memory, time, threads)
}

func checkPassword(stored, password string) bool {
	h, err := parseHash(stored)
	if err != nil {
		return false
	}
	got := derive(password, h.salt, h.time, h.memory, h.threads, uint32(len(h.key)))
	return subtle.ConstantTimeCompare(got, h.key) == 1
}

// outdated reports whether a hash was made with other parameters than today's.
func outdated(stored string) bool {
	h, err := parseHash(stored)
	return err != nil || h.memory != argonMemory || h.time != argonTime || h.threads != argonThreads || len(h.key) != argonKey
}

type passwordHash struct {
	memory, time uint32
	threads      uint8
	salt, key    []byte
}

func parseHash(stored string) (h passwordHash, err error) {
	var version int
	var salt, key string
	_, err = fmt.Sscanf(dollarsToBlanks(stored), " argon2id v=%d m=%d,t=%d,p=%d %s %s", &version, &h.memory, &h.time, &h.threads, &salt, &key)
	if err != nil || version != argon2.Version {
		return h, fmt.Errorf("auth: not an argon2id hash of version %d", argon2.Version)
	}
	if h.salt, err = base64.RawStdEncoding.DecodeString(salt); err != nil {
		return h, err
	}
	h.key, err = base64.RawStdEncoding.DecodeString(key)
	return h, err
}

func dollarsToBlanks(s string) string {
	b := []byte(s)
	for i := range b {
		if b[i] == '$' {
			b[i] = ' '
		}
	}
	return string(b)
}

func derive(password string, salt []byte, time, memory uint32, threads uint8, size uint32) []byte {
	hashing <- struct{}{}
	defer func() { <-hashing }()
	// The same password typed on another keyboard may come in another normal form.
	return argon2.IDKey([]byte(norm.NFKC.String(password)), salt, time, memory, threads, size)
}
