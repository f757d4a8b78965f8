package llm

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestErrorsAreFoundInTheirChain(t *testing.T) {
	t.Parallel()
	cause := errors.New("dial tcp: refused")
	err := fmt.Errorf("chat: %w", &Error{Kind: Unavailable, Message: "The model provider cannot be reached.", Err: cause})
	if KindOf(err) != Unavailable || MessageOf(err) != "The model provider cannot be reached." || !errors.Is(err, cause) {
		t.Errorf("%v is %q: %s", err, KindOf(err), MessageOf(err))
	}
	if !strings.Contains(err.Error(), "refused") {
		t.Errorf("the log lacks the cause: %v", err)
	}
}

func TestOtherErrorsStayHidden(t *testing.T) {
	t.Parallel()
	for _, err := range []error{nil, errors.New("secret"), &Error{Kind: Timeout}} {
		if m := MessageOf(err); m == "" || strings.Contains(m, "secret") {
			t.Errorf("%v is told as %q", err, m)
		}
	}
	if KindOf(errors.New("x")) != "" {
		t.Error("an error of nobody has a kind")
	}
}
