package parse

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"time"
)

const (
	childPatience = 60 * time.Second
	childMemory   = 1 << 30      // bytes
	childAnswer   = 10 * MaxText // bytes: the text, and what its blocks cost in JSON
)

// reply is what a child tells its parent.
type reply struct {
	Document Document `json:"document"`
	Reason   string   `json:"reason,omitempty"`
}

// InChild reads files in a process of its own: what loops is killed, what eats memory dies alone, and it sees no
// setting and no secret of ours. The program must call Serve when it is started with the arguments.
func InChild(program string, args ...string) func(context.Context, []byte) (Document, error) {
	return child{program, args, childPatience, childAnswer}.read
}

type child struct {
	program  string
	args     []string
	patience time.Duration
	most     int64 // bytes of its answer
}

func (c child) read(ctx context.Context, data []byte) (Document, error) {
	limited, cancel := context.WithTimeout(ctx, c.patience)
	defer cancel()
	cmd := exec.CommandContext(limited, c.program, c.args...)
	cmd.Stdin, cmd.Env, cmd.Dir = bytes.NewReader(data), []string{"PATH=" + os.Getenv("PATH"), "GOMAXPROCS=1"}, os.TempDir()
	cmd.WaitDelay = time.Second
	out, much, err := output(cmd, c.most)
	if ctx.Err() != nil {
		return Document{}, context.Cause(ctx)
	}
	if much {
		return Document{}, ErrTooMuch
	}
	var ended *exec.ExitError
	if errors.As(err, &ended) || limited.Err() != nil {
		return Document{}, ErrSlow
	}
	if err != nil { // ours: the file is not to blame
		return Document{}, fmt.Errorf("parse: the child: %w", err)
	}
	var r reply
	if err := json.Unmarshal(out, &r); err != nil {
		return Document{}, fmt.Errorf("parse: the child's answer: %w", err)
	}
	if r.Reason != "" {
		return Document{}, &Error{r.Reason}
	}
	return r.Document, nil
}

// Serve is the child's side: a file comes in, its text goes out.
func Serve(in io.Reader, out io.Writer) error {
	debug.SetMemoryLimit(childMemory * 3 / 4)
	if err := limit(childPatience); err != nil {
		return err
	}
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	d, err := Read(data)
	if err != nil && Reason(err) == "" {
		return err
	}
	answer := json.NewEncoder(out)
	answer.SetEscapeHTML(false) // nobody reads it as a page, and < would be six bytes
	return answer.Encode(reply{d, Reason(err)})
}
