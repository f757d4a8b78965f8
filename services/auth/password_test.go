package auth

import (
	"strings"
	"testing"

	"stoa/internal/errs"
)

func TestHash(t *testing.T) {
	t.Parallel()
	// OWASP Password Storage Cheat Sheet: m=19456 (19 MiB), t=2, p=1.
	h := hashPassword(goodPassword)
	if !strings.HasPrefix(h, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("parameters of %s", h)
	}
	if h == hashPassword(goodPassword) {
		t.Error("two hashes share a salt")
	}
	if !checkPassword(h, goodPassword) || checkPassword(h, goodPassword+" ") || checkPassword(h, "") || outdated(h) {
		t.Error("the hash does not tell its password")
	}
	if p, err := parseHash(decoy); err != nil || outdated(decoy) || len(p.salt) != argonSalt {
		t.Errorf("an unknown account does other work than a known one: %+v, %v", p, err)
	}
}

func TestPasswordsOfAnyCharacters(t *testing.T) {
	t.Parallel()
	for _, p := range []string{
		"with\x00a NUL in it", "🏛️🏛️🏛️🏛️🏛️🏛️", strings.Repeat("ü", 128), "  blanks  around  ", "новый пароль тут", "\xff\xfe invalid UTF-8", "quote's \"and\" $dollars$",
	} {
		h := hashPassword(p)
		if !checkPassword(h, p) || checkPassword(h, p[:len(p)-1]) {
			t.Errorf("%q does not open its hash, or a part of it does", p)
		}
	}
	if !checkPassword(hashPassword("caf\u00e9 am Markt"), "cafe\u0301 am Markt") {
		t.Error("the same password in another normal form is another one")
	}
}

func TestNoHash(t *testing.T) {
	t.Parallel()
	whole := hashPassword(goodPassword)
	for _, stored := range []string{"", "-", "plain", goodPassword, whole[:40], "$argon2i" + whole[9:], "$2y$10$abcdefghijklmnopqrstuv",
		strings.Replace(whole, "v=19", "v=16", 1), whole[:len(whole)-2] + "!!"} {
		if checkPassword(stored, goodPassword) || checkPassword(stored, "") {
			t.Errorf("%q opens", stored)
		}
		if !outdated(stored) {
			t.Errorf("%q counts as current", stored)
		}
	}
}

func TestOutdated(t *testing.T) {
	t.Parallel()
	whole := hashPassword(goodPassword)
	for from, to := range map[string]string{"m=19456": "m=4096", "t=2": "t=1", "p=1$": "p=2$"} {
		if old := strings.Replace(whole, from, to, 1); old == whole || !outdated(old) {
			t.Errorf("a hash with %s counts as current", to)
		}
	}
}

func TestNewPasswords(t *testing.T) {
	t.Parallel()
	for password, fine := range map[string]bool{
		goodPassword: true, "twelve chars": true, "eleven char": false, "": false,
		strings.Repeat("aß", 64):            false, // one piece over and over
		strings.Repeat("xyzab", 25) + "abc": true, strings.Repeat("xyzab", 25) + "abcd": false,
		"passwordpassword": false, "Password1234": false, "123456789012": false, "aaaaaaaaaaaa": false, "abababababab": false,
		"qwertyuiop123": false, "QWERTYUIOP!!": false, "🏛️🏛️🏛️🏛️🏛️🏛️": false, "🏛🎭🎨🎬🎤🎧🎼🎹🥁🎷🎺🎸": true, "new\x00bytes here": true, "            ": false,
	} {
		fields := errs.Fields{}
		checkNewPassword(fields, "new", password)
		if (len(fields) == 0) != fine {
			t.Errorf("%q: %v", password, fields)
		}
	}
}

func TestEmails(t *testing.T) {
	t.Parallel()
	for in, out := range map[string]string{
		"Ada@Example.COM": "ada@example.com", "  ada@example.com\t": "ada@example.com", "ａｄａ@ｅｘａｍｐｌｅ.com": "ada@example.com",
		"ÄRGER@example.com": "ärger@example.com", "a+b@example.com": "a+b@example.com", "ada@bücher.example": "ada@bücher.example",
		"ada": "", "": "", "@example.com": "", "ada@": "", "a b@example.com": "", "Ada <ada@example.com>": "", "ada@example.com, bob@example.com": "",
		"ada\x00@example.com": "", "ada\n@example.com": "", "ada\xff@example.com": "", "<ada@example.com>": "", strings.Repeat("a", 250) + "@example.com": "",
	} {
		got, ok := normalEmail(in)
		if ok != (out != "") || ok && got != out {
			t.Errorf("%q: got %q %t, want %q", in, got, ok, out)
		}
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	for in, out := range map[string]string{
		" Ada  Lovelace ": "Ada Lovelace", "Ada\nLovelace": "Ada Lovelace", "Ada\x00": "Ada", "\u202eevil": "evil", "a\u2066b": "ab",
		"e\u0301": "é", "\xff": "", "李小龙": "李小龙", " \t\n": "", "<b>": "<b>",
	} {
		if got := cleanName(in); got != out {
			t.Errorf("%q: got %q, want %q", in, got, out)
		}
	}
	for name, fine := range map[string]bool{"": false, "A": true, strings.Repeat("ü", 120): true, strings.Repeat("ü", 121): false} {
		fields := errs.Fields{}
		checkName(fields, "name", name)
		if (len(fields) == 0) != fine {
			t.Errorf("%d characters: %v", len(name), fields)
		}
	}
}
