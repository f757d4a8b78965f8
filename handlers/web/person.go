package web

import (
	"context"

	"github.com/google/uuid"

	"stoa/internal/realtime"
)

// PersonTopic is where it is announced that a person's logins or roles changed: every open stream of
// theirs looks at once whether it may go on.
func PersonTopic(user uuid.UUID) string { return "person:" + user.String() }

// OwnTopic is where it is told that rows are others for this person alone.
func OwnTopic(user uuid.UUID) string { return "own:" + user.String() }

// AnnouncePerson tells the streams of a person to look whether they may go on. Without it they hear
// of it within seconds, see session.Watch.
func (s *Site) AnnouncePerson(ctx context.Context, bus realtime.Bus, user uuid.UUID) {
	if err := bus.Publish(ctx, realtime.Event{Topic: PersonTopic(user), Kind: "session"}); err != nil {
		s.Log.Warn("a change of access was not announced", "error", err)
	}
}

// TellPerson tells the open lists of a person that a row of a table is another one for them, and for nobody else: what is noted
// behind its title changed. Its id says nothing to a list of another company, which reads it in vain.
func (s *Site) TellPerson(ctx context.Context, bus realtime.Bus, user uuid.UUID, table string, row uuid.UUID) {
	if err := bus.Publish(ctx, realtime.Event{Topic: OwnTopic(user), Kind: table, ID: row}); err != nil {
		s.Log.Warn("a change for one person was not announced", "error", err)
	}
}
