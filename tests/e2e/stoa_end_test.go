package e2e

import (
	"os"
	"path/filepath"
	"strings"

	"stoa/internal/webtest/browser"
)

// kill ends the program as a crash does.
func (s *stoa) kill() { s.running.Kill() }

// stop asks the program to end and waits until it has.
func (s *stoa) stop() error { return s.running.Stop() }

// log is what the program wrote, also before it was started again.
func (s *stoa) log() string { return s.before + s.running.Log() }

// provokes says which words the log's errors may contain; any other error in the log fails the story.
func (s *stoa) provokes(words ...string) { s.provoked = append(s.provoked, words...) }

// end stops the program and looks for what should not have happened behind the pages.
func (s *stoa) end() {
	if err := s.stop(); err != nil {
		s.t.Errorf("Stoa ended badly: %v", err)
	}
	for line := range strings.Lines(s.log()) {
		bad := strings.Contains(line, "level=ERROR") || strings.Contains(line, "DATA RACE") || strings.HasPrefix(line, "panic:")
		for _, words := range s.provoked {
			bad = bad && !strings.Contains(line, words)
		}
		if bad {
			s.t.Errorf("the log says: %s", strings.TrimSpace(line))
		}
	}
	if !s.t.Failed() {
		return
	}
	path, err := browser.Artifact(s.t.Name(), "stoa.log")
	if err == nil {
		err = os.WriteFile(path, []byte(s.log()), 0o644)
	}
	if err != nil {
		s.t.Logf("no log kept: %v", err)
	}
}

// postmaster is the process of the private cluster, as PostgreSQL wrote it down.
func (s *stoa) postmaster() int {
	s.t.Helper()
	files, err := filepath.Glob(filepath.Join(s.data, "postgres", "*", "postmaster.pid"))
	if err != nil || len(files) != 1 {
		s.t.Fatalf("postmaster.pid: %v, %v", files, err)
	}
	return firstNumber(s.t, files[0])
}
