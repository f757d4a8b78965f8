package e2e

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

// request asks from within a page, with its cookies, and returns status and body in one line.
func request(p *browser.Page, method, path, form string) string {
	return browser.Eval[string](p, fmt.Sprintf(`(async () => {
	  const r = await fetch(%q, { method: %q, redirect: "manual", headers: { "HX-Request": %q === "POST" ? "true" : "false", "Content-Type": "application/x-www-form-urlencoded" }, body: %q || undefined });
	  return r.status + " " + r.type + " " + (await r.text());
	})()`, path, method, method, form))
}

var (
	requestID = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}`)
	anyID     = "/chats/0192f0c4-0000-7000-8000-000000000000"
)

// Ada's company has chats, members, an invitation and costs. Eve of another company, and Max who works for
// Ada's, try every address of Ada's chat.
func TestNobodyElseSees(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	adas, ada := s.newcomer("ada")
	register(ada, "Secret Garden", "Ada")
	chat := newChat(ada)
	isLive(ada)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 20)})
	send(ada, "The key is under the stone.")
	answerIs(ada, "complete")
	s.model.Next(modelserver.Behavior{Tokens: words(0, 20), Hang: 5})
	send(ada, "And the second key?")
	seesWord(ada, 4)
	before := ada.Text("#messages")
	message := browser.Eval[string](ada, lastAnswer+".id")
	_, max := s.newcomer("max")
	join(adas.Tab(), max, "member", "Max")
	_, eve := s.newcomer("eve")
	register(eve, "Snakes", "Eve")

	for name, p := range map[string]*browser.Page{"Eve": eve, "Max": max} {
		p.Expect("status of 404", "status of 403")
		tryChat(t, name, p, chat, strings.TrimPrefix(message, "m-"))
	}
	for _, path := range []string{"/chats", "/usage", "/settings/members", "/settings/profile"} {
		if status := eve.Open(path); status != 200 {
			t.Errorf("Eve at %s: %d", path, status)
		}
		text := eve.Text("body")
		for _, secret := range []string{"Secret Garden", "Ada", "key", "test-model", "Max"} {
			if strings.Contains(text, secret) && !(secret == "test-model" && path == "/chats") { // a choice of the form
				t.Errorf("Eve reads %q at %s", secret, path)
			}
		}
	}
	tryMembers(t, s, eve)
	if got := ada.Text("#messages"); got != before {
		t.Errorf("Ada's chat changed:\n%s\nwas\n%s", got, before)
	}
	if s.model.InFlight() != 1 || len(s.model.Requests()) != 2 {
		t.Error("somebody else's request reached the model")
	}
	ada.Click("#composer .stop")
	answerIs(ada, "stopped")
}

// tryChat asks for everything of a chat; each answer is the same 404 that a chat that never was gives.
func tryChat(t *testing.T, name string, p *browser.Page, chat, message string) {
	t.Helper()
	for _, path := range []string{"", "?live=1", "?before=" + message} {
		if status := p.Open(chat + path); status != 404 {
			t.Errorf("%s at %s: %d", name, path, status)
		}
		foreign := requestID.ReplaceAllString(p.Text("body"), "")
		p.Open(anyID + path)
		if unknown := requestID.ReplaceAllString(p.Text("body"), ""); unknown != foreign {
			t.Errorf("%s tells a foreign chat from an unknown one:\n%s\n%s", name, foreign, unknown)
		}
	}
	p.Open("/chats")
	for _, r := range [][2]string{
		{"GET", chat + "/stream"}, {"POST", chat + "/messages"}, {"POST", chat + "/stop"}, {"POST", chat + "/messages/" + message + "/continue"},
	} {
		if got := request(p, r[0], r[1], form(r[0])); !strings.HasPrefix(got, "404 ") {
			t.Errorf("%s: %s %s: %.200s", name, r[0], r[1], got)
		}
	}
}

func form(method string) string {
	if method == "GET" {
		return ""
	}
	return "content=Let+me+in"
}

// tryMembers tries to change the people of another company.
func tryMembers(t *testing.T, s *stoa, eve *browser.Page) {
	t.Helper()
	var ids [2]string
	for i, query := range []string{"select m.id::text from memberships m join users u on u.id = m.user_id where u.name = 'Ada'", "select id::text from invitations limit 1"} {
		if err := s.db.Admin.QueryRow(within(t), query).Scan(&ids[i]); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{
		"/settings/members/" + ids[0], "/settings/members/" + ids[0] + "/delete", "/settings/invitations/" + ids[1] + "/revoke",
	} {
		if got := request(eve, "POST", path, "role=member"); !strings.HasPrefix(got, "404 ") {
			t.Errorf("Eve at %s: %.200s", path, got)
		}
	}
}
