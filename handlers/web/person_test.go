package web

import (
	"testing"

	"github.com/google/uuid"

	"stoa/internal/realtime"
)

// What changes for one person alone does not wake those who look whether a login still stands.
func TestTellPerson(t *testing.T) {
	t.Parallel()
	bus, user, row := realtime.NewMemory(), uuid.New(), uuid.New()
	logins, own := bus.Subscribe(PersonTopic(user)), bus.Subscribe(OwnTopic(user))
	defer logins.Close()
	defer own.Close()
	(&Site{}).TellPerson(t.Context(), bus, user, "widgets", row)
	if told, _ := own.Take(); len(told) != 1 || told[0].Kind != "widgets" || told[0].ID != row {
		t.Errorf("told: %v", told)
	}
	if woken, _ := logins.Take(); len(woken) > 0 {
		t.Errorf("woken: %v", woken)
	}
}
