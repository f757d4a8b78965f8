package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	emailweb "stoa/handlers/email"
	"stoa/internal/config"
	"stoa/internal/plugin"
	"stoa/internal/plugin/mail"
	"stoa/internal/plugin/manifest"
)

// letters is the folder of the spool.
func letters(data string) string { return filepath.Join(data, "mail") }

func (k *kit) makeEmail() plugin.Plugin { return emailweb.New(k.spool) }

// openSpool makes the spool that others send letters with.
func (k *kit) openSpool() (err error) {
	k.spool, err = mail.Open(mail.Options{
		Dir: letters(k.config.Data), From: manifest.Options[emailweb.Config](k.settings, "email").From, URL: strings.TrimSpace(os.Getenv("SMTP_URL")), Log: k.log,
	})
	return err
}

var mailCommands = map[string]command{"mail": {"print the letters that were not delivered", showMail}}

// showMail prints the letters that this installation keeps, to whom its folder belongs: a link to a new password is as good as
// the password, so that no address shows them.
func showMail(context.Context) error {
	c, err := config.Load()
	if err != nil {
		return err
	}
	spool, err := mail.Open(mail.Options{Dir: letters(c.Data), From: "stoa@localhost.localdomain"})
	if err != nil {
		return err
	}
	text, err := shown(spool)
	if err == nil {
		fmt.Print(text)
	}
	return err
}

func shown(spool *mail.Spool) (string, error) {
	list, err := spool.Kept()
	if err != nil {
		return "", err
	}
	if len(list) == 0 {
		return "No letters are kept.\n", nil
	}
	var b strings.Builder
	for _, l := range list {
		fmt.Fprintf(&b, "%s  to %s: %s\n", l.At.Format(time.DateTime), l.To, l.Subject)
		if l.Error != "" {
			fmt.Fprintf(&b, "not delivered in %d tries: %s\n", l.Tries, l.Error)
		}
		b.WriteString("\n" + l.Text + "\n" + strings.Repeat("-", 72) + "\n")
	}
	return b.String(), nil
}
