package program_test

import (
	"context"
	"os/exec"
	"strings"
	"testing"

	"stoa/internal/webtest/program"
)

func TestStart(t *testing.T) {
	t.Parallel()
	p, err := program.Start(exec.Command("sh", "-c", "echo hello; sleep 20 & wait")) // what it starts outlives it, and holds its output
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Await(t.Context(), func(context.Context) bool { return p.Log() == "hello\n" }); err != nil {
		t.Error(err)
	}
	p.Kill()
	p.Kill()
	if err := p.Stop(); err == nil {
		t.Error("it was killed, and says that it ended well")
	}
}

// What ends instead of getting ready says why.
func TestEndsAtStart(t *testing.T) {
	t.Parallel()
	p, err := program.Start(exec.Command("sh", "-c", "echo port taken; exit 3"))
	if err != nil {
		t.Fatal(err)
	}
	address, err := program.FreeAddress(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	err = p.Await(t.Context(), program.Listens(address))
	if err == nil || !strings.Contains(err.Error(), "port taken") || !strings.Contains(err.Error(), "exit status 3") {
		t.Errorf("got %v", err)
	}
}
