package isolation

import (
	"net/url"
	"testing"
	"time"
)

// unannounced is how soon an open stream notices what nobody announced.
const unannounced = 10 * time.Second

// Whatever takes the access away, a new password, a letter, psql, ends every kind of stream: nothing has to be announced.
func TestStreamsEndUnannounced(t *testing.T) {
	t.Parallel()
	x := newApp(t)
	for name, c := range map[string]struct {
		end  string // of the owner, whose id is $1
		list bool   // the stream of a list, else of a chat
		api  bool   // a program's
	}{
		"the login, of a chat":           {end: "delete from sessions where user_id = $1"},
		"the login, of a list":           {end: "delete from sessions where user_id = $1", list: true},
		"the membership, of a list":      {end: "delete from memberships where user_id = $1", list: true},
		"the token, of a program":        {end: "delete from api_tokens where user_id = $1", api: true},
		"the membership, of a program":   {end: "delete from memberships where user_id = $1", api: true},
		"the token's time, of a program": {end: "update api_tokens set expires_at = now() where user_id = $1", api: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSide(t, x.db.Admin, "alpha")
			path, header, value, first := "/chats/"+s.chat.String()+"/stream", "Cookie", "sid="+s.ownerCookie, "Answer "+s.mark
			if c.list {
				path, first = "/events?topic="+url.QueryEscape("/widgets/"+s.of["widgets"].row.String()), ": open"
			}
			if c.api {
				path, header, value = "/api/v1"+path, "Authorization", "Bearer "+s.token("owner")
			}
			open := x.listen(t, path, header, value)
			open.expect(t, first, 5*time.Second)
			if _, err := x.db.Admin.Exec(t.Context(), c.end, s.owner); err != nil {
				t.Fatal(err)
			}
			open.ended(t, unannounced)
		})
	}
}
