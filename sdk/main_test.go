package sdk_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"stoa/internal/dbtest"
	"stoa/internal/webtest/modelserver"
)

// The Stoa of the examples, and a token of its owner.
var address, token string

// TestMain starts the real program for the examples: what stands in the documentation is what works.
func TestMain(m *testing.M) {
	t := &frame{}
	code := 1
	if err := start(t); err != nil {
		fmt.Fprintln(os.Stderr, err)
	} else {
		code = m.Run()
	}
	t.end()
	os.Exit(code)
}

// frame is what helpers of tests need of a test: examples have none.
type frame struct {
	testing.TB
	cleanups []func()
}

func (*frame) Helper() {}

func (f *frame) Cleanup(g func()) { f.cleanups = append(f.cleanups, g) }

func (*frame) Errorf(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }

func (f *frame) Fatalf(format string, args ...any) {
	f.Errorf(format, args...)
	f.end()
	os.Exit(1)
}

func (f *frame) end() {
	for len(f.cleanups) > 0 {
		last := f.cleanups[len(f.cleanups)-1]
		f.cleanups = f.cleanups[:len(f.cleanups)-1]
		last()
	}
}

func start(t *frame) error {
	dir, err := os.MkdirTemp("", "stoa-sdk-")
	if err != nil {
		return err
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	program := filepath.Join(dir, "stoa")
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", program, "stoa/cmd/stoa").CombinedOutput(); err != nil {
		return fmt.Errorf("build Stoa: %w\n%s", err, out)
	}
	db := dbtest.New(t)
	_, model := modelserver.New(t)
	listen, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	address = "http://" + listen.Addr().String()
	_ = listen.Close() // for the program to take
	cmd := exec.Command(program, "serve")
	cmd.Dir = dir
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "TMPDIR=" + os.TempDir(), "STOA_ADDR=" + listen.Addr().String(), "STOA_OPS_ADDR=off", "STOA_DATA=" + dir,
		"DATABASE_URL=" + db.URL, "DATABASE_ADMIN_URL=" + db.AdminURL, "OPENAI_API_KEY=sk-test", "OPENAI_BASE_URL=" + model, "OPENAI_MODEL=test-model",
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	})
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := ready(ctx); err != nil {
		return err
	}
	return own(ctx, db)
}

func ready(ctx context.Context) error {
	for {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"/readyz", nil)
		if err != nil {
			return err
		}
		if res, err := http.DefaultClient.Do(req); err == nil {
			_ = res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("Stoa does not serve: %w", ctx.Err())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// own makes a company, and a token of its owner.
func own(ctx context.Context, db *dbtest.DB) error {
	token = "stoa_of_the_examples_of_the_client"
	hash := sha256.Sum256([]byte(token))
	_, err := db.Admin.Exec(ctx, `with t as (insert into tenants (id, name) values (gen_random_uuid(), 'Porch') returning id),
		u as (insert into users (id, email, name, password_hash) values (gen_random_uuid(), 'zeno@example.com', 'Zeno', '-') returning id),
		m as (insert into memberships (tenant_id, user_id, role) select t.id, u.id, 'owner' from t, u)
		insert into api_tokens (tenant_id, id, user_id, name, token_hash, hint, scopes, expires_at) select t.id, gen_random_uuid(), u.id, 'Examples', $1, 'ient', '{*:*}', now() + interval '1 day' from t, u`, hash[:])
	return err
}
