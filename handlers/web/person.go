package web

import (
	"context"

	"github.com/google/uuid"

	"stoa/internal/realtime"
)

// PersonTopic is where it is announced that a person's logins or roles changed: every open stream of
// theirs looks at once whether it may go on.
func PersonTopic(user uuid.UUID) string { return "person:" + user.String() }

// AnnouncePerson tells the streams of a person to look whether they may go on. Without it they hear
// of it within seconds, see session.Watch.
func (s *Site) AnnouncePerson(ctx context.Context, bus realtime.Bus, user uuid.UUID) {
	if err := bus.Publish(ctx, realtime.Event{Topic: PersonTopic(user), Kind: "session"}); err != nil {
		s.Log.Warn("a change of access was not announced", "error", err)
	}
}
