// Package email sends the letters of other plugins: links to a new password, invitations.
package email

import (
	"context"
	"time"

	"stoa/internal/jobs"
	"stoa/internal/plugin"
	"stoa/internal/plugin/mail"
	"stoa/internal/plugin/manifest"
)

// Manifest says what the plugin needs and gives.
var Manifest = manifest.Manifest{
	ID: "email", Version: "1",
	Doc: "Letters: links to a new password, and invitations.",
	Requires: manifest.Requires{
		Env: []manifest.Env{{
			Name: "SMTP_URL", Secret: true, Example: "smtp://user:password@mail.example:587", Default: "letters are kept for the operator",
			Doc: "The server that delivers: smtp:// with STARTTLS, smtps://, or smtp://host:25?tls=off in a network of your own. Without it letters are kept, and stoa mail shows them.",
		}},
	},
	Config: Config{From: "stoa@localhost.localdomain"},
}

// Config is the section of the plugin in stoa.yaml.
type Config struct {
	// The address that letters come from.
	From string `range:"3..254" operator:"true"`
}

// New makes the plugin. A server that is away slows letters down and stops nothing.
func New(spool *mail.Spool) plugin.Plugin {
	return plugin.Plugin{
		Manifest: Manifest,
		Stop:     func(ctx context.Context) error { return stop(ctx, spool) },
		Health:   plugin.Seldom(spool.Health),
		Jobs:     []jobs.Periodic{{Name: "email.deliver", Every: time.Minute, Run: spool.Deliver}},
	}
}

// stop leaves time for what else has to end.
func stop(ctx context.Context, spool *mail.Spool) error {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	return spool.Close(ctx)
}
