package e2e

import (
	"strings"
	"testing"

	"stoa/internal/webtest/modelserver"
)

// Ada shares a chat with Max: he watches her answer grow, is let to write, is seen while he does, and loses it again.
func TestTogether(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, ada := s.newcomer("ada")
	register(ada, "Porch", "Ada")
	_, max := s.newcomer("max")
	join(ada, max, "member", "Max")
	chat := newChat(ada)
	ada.ClickText(".chat-acts a", "Share")
	ada.ClickText("main a", "New share")
	ada.Choose("[name=user_id]", "Max")
	ada.ClickText("main button", "Create share")
	ada.Wait("it is shared", `document.querySelector("main").innerText.includes("May read")`)

	max.Open("/chats")
	max.ClickText("main tbody a", "New chat")
	max.At(chat)
	isLive(max)
	if !strings.Contains(max.Text("main"), "You may read this chat") || max.Count("#content") != 0 {
		t.Errorf("a reader's page:\n%s", max.Text("main"))
	}
	ada.Open(chat)
	isLive(ada)
	ada.Wait("Max is here", `document.getElementById("here").innerText === "Max is here"`)
	flow := newPace(10)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 20), Hold: flow.hold})
	send(ada, "Count to twenty.")
	seesWord(max, 9)
	flow.upTo(20)
	answerIs(max, "complete")
	ada.Wait("Max has read it", `document.getElementById("readers").innerText === "Read by Max"`)

	if _, err := s.db.Admin.Exec(t.Context(), "update conversation_shares set access = 'write'"); err != nil {
		t.Fatal(err)
	}
	max.ClickText("#composer-note a", "Load again")
	isLive(max)
	max.Fill("#content", "And I ask too")
	ada.Wait("Max is writing", `document.getElementById("typing").innerText === "Max is writing"`)
	send(max, "And I ask too")
	ada.Wait("what Max wrote is there", `[...document.querySelectorAll("[data-role=user]")].some((m) => m.innerText.includes("Max") && m.innerText.includes("And I ask too"))`)
	answerIs(ada, "complete")
	if _, err := s.db.Admin.Exec(t.Context(), "delete from conversation_shares"); err != nil {
		t.Fatal(err)
	}
	max.Wait("it is over", `document.getElementById("composer-note").innerText.includes("not shared with you any more")`)
	max.Open("/chats")
	if strings.Contains(max.Text("main"), "Count to twenty") {
		t.Error("the list still shows it")
	}
}
