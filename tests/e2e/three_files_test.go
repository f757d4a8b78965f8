package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stoa/internal/webtest/browser"
	"stoa/internal/webtest/modelserver"
	"stoa/tests/tree"
)

const chatApp = "../../testdata/chat"

// Three files become a whole application: a schema, which plugins are on, and the pages. They are laid into a copy of the
// tree in place of Stoa's own; it is generated, built and used by somebody in two browsers.
func TestThreeFilesBecomeAnApplication(t *testing.T) {
	t.Parallel()
	s, began := newStoa(t), time.Now()
	s.program = buildApp(t, chatApp)
	s.run(nil)
	t.Logf("from three files to a running application: %.1f s", time.Since(began).Seconds())

	_, page := s.newcomer("ada")
	register(page, "Three Files", "Ada")
	seesTheme(t, page)
	chat := newChat(page)
	isLive(page)
	_, second := s.newcomer("ada-elsewhere")
	logIn(second, email("Ada", "Three Files"), password)
	second.At("/chats")
	second.Open(chat)
	isLive(second)

	flow := newPace(15)
	s.model.Next(modelserver.Behavior{Tokens: words(0, 40), Hold: flow.hold})
	send(page, "Count to forty.")
	second.Wait("the question is in the second browser", `document.getElementById("messages").innerText.includes("Count to forty.")`)
	seesWord(second, 14)
	answerIs(second, "streaming")
	flow.upTo(40)
	for name, p := range map[string]*browser.Page{"first": page, "second": second} {
		answerIs(p, "complete")
		if got := countWords(t, name, answerText(p)); got != 40 {
			t.Fatalf("%s browser: %d words of 40", name, got)
		}
	}
	for path, text := range map[string]string{"/chats": "Count to forty.", "/messages": "Count to forty."} {
		page.Open(path)
		if got := page.Text("main"); !strings.Contains(got, text) {
			t.Errorf("%s does not show %q:\n%s", path, text, got)
		}
	}
	page.Open("/usage")
	if got := page.Text("main"); !strings.Contains(got, "test-model") {
		t.Errorf("the usage page does not show the call:\n%s", got)
	}
}

// seesTheme: the colour of ui.yaml is that of the button.
func seesTheme(t *testing.T, p *browser.Page) {
	t.Helper()
	got := browser.Eval[string](p, `getComputedStyle(document.querySelector(".rail .new-chat button")).backgroundColor`)
	if got != "rgb(124, 58, 237)" && got != "rgb(166, 121, 243)" { // light, or the browser's dark
		t.Errorf("the button is %s, not the primary colour", got)
	}
}

// buildApp makes the application that lies in a folder.
func buildApp(t *testing.T, folder string) (program string) {
	t.Helper()
	dir, err := filepath.Abs("../../bin/three-files") // one place, so that the compiler knows what it compiled there before
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	copied, err := tree.Copy("../..", dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := copied.Become(folder); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "bin", "stoa")
}
