package e2e

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
)

const (
	creditSentence = "Resellers receive store credit within sixty days of the purchase."
)

// drop lets files fall on the field.
func drop(p *browser.Page, files map[string]string) {
	list, _ := json.Marshal(files) //nolint:errchkjson // a map of texts
	browser.Eval[bool](p, `(() => { const list = new DataTransfer();
	  for (const [name, text] of Object.entries(`+string(list)+`)) list.items.add(new File([text], name));
	  document.querySelector("#file").files = list.files; return true; })()`)
}

// A person drops three files, watches them become searchable, asks, and lands on the sentence that was quoted.
func TestKnowledge(t *testing.T) {
	t.Parallel()
	s := startStoa(t)
	_, p := s.newcomer("ada")
	register(p, "Northwind", "Ada")
	p.Open("/knowledge")
	drop(p, map[string]string{
		"refunds.md": "# Refund policy\n\nCustomers may return goods within 30 days. " + creditSentence + "\n\n## Damage\n\nDamaged parcels are reported at once.\n",
		"people.csv": "name,city\nZeno,Kition\nCleanthes,Assos\nChrysippus,Soli\n", "empty.txt": "   \n",
	})
	p.ClickText("button", "Add documents")
	p.Wait("two documents become ready without a reload, one says why not", `document.querySelectorAll("#documents tbody tr").length === 3 &&
	  document.querySelectorAll("#documents [data-working]").length === 0 && !document.querySelector("#documents").dataset.working &&
	  /no text in this file/i.test(document.querySelector("#documents").innerText)`)
	inspect(t, p, "knowledge-list")
	withAssistant(t, p)
	s.model.Next(modelserver.Behavior{Tokens: []string{"They get it within sixty days ", "[1]. ", "![x](https://evil.example/leak.png) [9]"}})
	send(p, "When do resellers receive store credit?")
	answerIs(p, "complete")
	if text := answerText(p); strings.Contains(text, "[9]") || p.Count(answers+" img") > 0 {
		t.Errorf("the answer shows %q, %d images", text, p.Count(answers+" img"))
	}
	besideTheChat(t, p)
	chat := p.Location()
	landsOn(t, p, answers+" a.cite")
	inspect(t, p, "knowledge-citation")
	goesAway(t, p, chat)
}

// besideTheChat opens the passages of the answer beside the chat and folds them away again; where there is no room they are a page.
func besideTheChat(t *testing.T, p *browser.Page) {
	t.Helper()
	const panel = `document.querySelector("#passages")`
	p.ClickText(".sources a", "1 source")
	p.Wait("the passage stands beside the chat", panel+`.querySelector("mark")?.innerText === "`+creditSentence+`" && document.activeElement?.id === "passages-title"`)
	inspect(t, p, "chat-sources")
	p.Size(1280, 800, false)
	p.Press(browser.Escape)
	p.Wait("it is folded away", panel+`.childElementCount === 0 && document.activeElement?.matches(".sources a")`)
	p.ClickText(".sources a", "1 source")
	p.ClickText("#passages button", "Close")
	p.Wait("it is folded away again", panel+`.childElementCount === 0 && location.pathname.split("/").length === 3`)
	p.Size(390, 800, true)
	p.ClickText(".sources a", "1 source")
	p.Wait("the passages are a page", `location.pathname.endsWith("/sources") && document.querySelector("main mark")`)
	inspect(t, p, "sources")
	p.ClickText("main a", "Back to the chat")
	p.Wait("the chat is back", `location.hash.startsWith("#m-") && document.querySelector("#messages")`)
}

// goesAway deletes the document while its passage is shown beside the chat, which says so with the next beat of the page's stream.
func goesAway(t *testing.T, p *browser.Page, chat string) {
	t.Helper()
	document := p.Location()
	p.Size(1280, 800, false)
	p.Open(chat)
	isLive(p)
	p.ClickText(".sources a", "1 source")
	p.Wait("the passage stands beside the chat", `document.querySelector("#passages mark")`)
	browser.Eval[int](p, `(async () => {
	  const form = new DOMParser().parseFromString(await (await fetch("`+document+`")).text(), "text/html").querySelector("form[action$='/delete']");
	  return (await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) })).status;
	})()`)
	p.Wait("the panel says that the document is gone", `!document.querySelector("#passages mark") && document.querySelector("#passages").innerText.includes("This document was deleted.")`)
}

// withAssistant makes an assistant and begins a chat with it, the page of which follows without a reload.
func withAssistant(t *testing.T, p *browser.Page) {
	t.Helper()
	p.Open("/assistants/new")
	p.Fill("#name", "Clerk")
	p.Fill("#description", "Answers from the policies.")
	p.Fill("#starters", "What do resellers get?")
	p.ClickText("main button", "Create assistant")
	p.Wait("the assistant is there", `document.querySelector("h1")?.innerText === "Clerk"`)
	newChat(p)
	isLive(p)
	inspect(t, p, "chat-offer")
	p.Click(".offer button")
	p.Wait("the chat asks the assistant", `document.querySelector("#with").innerText.includes("Clerk") && document.querySelector(".starters")`)
	inspect(t, p, "chat-assistant")
	p.Open("/chats")
	inspect(t, p, "chats-offer")
	p.Click(".offer button")
	p.Wait("another chat asks it", `/^\/chats\/.{36}$/.test(location.pathname) && document.querySelector("#with")?.innerText.includes("Clerk")`)
	isLive(p)
}

// landsOn follows a way to the sentence that the answer cites.
func landsOn(t *testing.T, p *browser.Page, way string) {
	t.Helper()
	p.Click(way)
	p.Wait("the document is open at the sentence", `location.pathname.startsWith("/knowledge/") && location.hash === "#mark" && document.querySelector("#mark")`)
	if text := p.Text("#mark"); text != creditSentence {
		t.Errorf("marked is %q", text)
	}
}

// The same by plain forms: text is pasted, and the page loaded again to see how far it is. What has none of the words is found by
// what it means, and what has them when that is not to be had.
func TestKnowledgeWithoutScripts(t *testing.T) {
	t.Parallel()
	s := startStoa(t, "EMBEDDINGS_MODEL=stand-in-vectors", "RERANK_MODEL=stand-in-order")
	s.model.SetMeaning(modelserver.Meaning{Synonyms: map[string]string{"car": "vehicle"}})
	_, p := s.newcomer("bob")
	p.NoScripts()
	register(p, "Plain Pages", "Bob")
	p.Open("/knowledge")
	p.ClickText("summary", "Paste text")
	p.Fill("#title", "Refund policy")
	p.Fill("#text", "Customers may return goods within 30 days. "+creditSentence)
	p.Follow("button", "Add documents")
	p.Wait("the document is listed", `document.querySelector("#documents tbody tr")`)
	reloadUntil(p, `!document.querySelector("#documents").dataset.working`)
	newChat(p)
	s.model.Next(modelserver.Behavior{Tokens: []string{"Within sixty days of the purchase [1]."}})
	send(p, "When do resellers receive store credit?")
	answerIs(p, "complete")
	p.ClickText(".sources a", "1 source")
	p.Wait("the passages are a page", `document.querySelector("main mark")`)
	landsOn(t, p, ".cited a")
	byMeaning(t, s, p)
}

// byMeaning searches for a word that no document has, then for one that it has while no vectors are to be had.
func byMeaning(t *testing.T, s *stoa, p *browser.Page) {
	t.Helper()
	p.Open("/knowledge")
	p.ClickText("summary", "Paste text")
	p.Fill("#title", "Garage")
	p.Fill("#text", "The car is washed every Friday.")
	p.ClickText("button", "Add documents")
	p.Wait("it is listed", `document.querySelectorAll("#documents tbody tr").length === 2`)
	for range 200 {
		p.Open("/knowledge/search?q=vehicle")
		if p.Has(`document.querySelector(".hits .passage")`) {
			break
		}
	}
	p.ClickText(".hits .passage summary", "Why this result")
	if text := p.Text(".hits .passage"); !strings.HasPrefix(text, "Garage") || !strings.Contains(text, "By words\nnot found") || !strings.Contains(text, "By meaning\nrank 1") {
		t.Errorf("found by meaning: %q", text)
	}
	verifies(t, s, "✓ embeddings  stand-in-vectors found the document by meaning", "✓ rerank      stand-in-order put two documents in order")
	s.model.SetMeaning(modelserver.Meaning{Status: 500})
	p.Open("/knowledge/search?q=car")
	p.ClickText(".hits .passage summary", "Why this result")
	if text := p.Text("main"); !strings.Contains(text, "Only words were searched") || !strings.Contains(text, "By words\nrank 1") || strings.Contains(text, "By meaning") {
		t.Errorf("found by words alone: %q", text)
	}
	p.Open("/search?q=car")
	if text := p.Text("main"); !strings.Contains(text, "Only words were searched") || !strings.Contains(text, "The car is washed") {
		t.Errorf("found among everything: %q", text)
	}
	verifies(t, s, "✗ embeddings  ", "✗ rerank      ")
}

// verifies asks the running Stoa for its integrations.
func verifies(t *testing.T, s *stoa, lines ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), s.program, "verify")
	cmd.Dir, cmd.Env = s.data, s.env
	out, err := cmd.CombinedOutput()
	for _, line := range lines {
		if !strings.Contains(string(out), line) || strings.Contains(lines[0], "✗") != (err != nil) {
			t.Errorf("%q is not verified, %v: %s", line, err, out)
		}
	}
}
