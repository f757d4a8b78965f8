package pg

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Names inside the private cluster.
const (
	adminUser = "stoa_admin" // superuser: migrations only
	loginUser = "stoa"       // what Stoa logs in as; it may only become stoa_app or stoa_system
	database  = "stoa"
	port      = "5432" // part of the socket's name; nothing listens on a network
)

const startTimeout = 60 * time.Second

// Cluster is a private PostgreSQL, run as a child process. It listens on a Unix socket only, is
// started again when it dies, and shuts down by itself when this process dies.
type Cluster struct {
	home   string // <dataDir>/postgres
	socket string // folder of the socket
	bin    Binaries
	user   *account // whom the server runs as; nil is ourselves
	extra  []string // further settings, name=value
	log    *slog.Logger
	lock   *os.File

	stopOnce sync.Once
	stopping chan struct{} // closed by Stop: an exit of the server is now wanted
	signals  chan os.Signal
	done     chan struct{} // closed when the server is gone for good
}

// Start runs the private cluster of dataDir, making it on the first call. ctx bounds the start
// only: the cluster runs until Stop. settings are further server settings, as name=value.
// Errors are one line each: already running, folder not writable, PostgreSQL or pgvector missing.
func Start(ctx context.Context, dataDir string, log *slog.Logger, settings ...string) (*Cluster, error) {
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	c := &Cluster{
		extra: settings, log: log,
		stopping: make(chan struct{}), signals: make(chan os.Signal, 1), done: make(chan struct{}),
	}
	if err := c.prepare(dataDir); err != nil {
		return nil, err
	}
	if err := c.launch(ctx); err != nil {
		_ = c.lock.Close()
		return nil, err
	}
	return c, nil
}

// prepare finds the folders, the user and the lock that say that the cluster is ours.
func (c *Cluster) prepare(dataDir string) error {
	dataDir, err := filepath.Abs(dataDir)
	if err != nil {
		return err
	}
	if c.user, err = serverAccount(); err != nil {
		return err
	}
	c.home = filepath.Join(dataDir, "postgres")
	if err := makeHome(dataDir, c.home, c.user); err != nil {
		return err
	}
	if c.socket, err = makeSocketDir(c.home, c.user); err != nil {
		return err
	}
	c.lock, err = takeLock(filepath.Join(c.home, "app.lock"))
	return err
}

// launch makes the data when there is none and brings the server up; the lock is held.
func (c *Cluster) launch(ctx context.Context) error {
	if err := c.ensureData(ctx); err != nil {
		return err
	}
	if err := c.endOrphan(ctx); err != nil {
		return err
	}
	up := make(chan error, 1)
	go c.supervise(ctx, up)
	if err := <-up; err != nil {
		return err
	}
	if err := c.bootstrap(ctx); err != nil {
		return fmt.Errorf("private PostgreSQL: %w", errors.Join(err, c.Stop(ctx)))
	}
	return nil
}

// AdminURL connects as the superuser: for migrations only.
func (c *Cluster) AdminURL() string { return c.url(adminUser, database) }

// URL connects as the login role, which can do nothing but become stoa_app or stoa_system.
func (c *Cluster) URL() string { return c.url(loginUser, database) }

func (c *Cluster) url(user, db string) string {
	q := url.Values{"host": {c.socket}, "port": {port}, "user": {user}}
	return "postgresql:///" + db + "?" + q.Encode()
}

// Stop ends the server cleanly: sessions are cut, everything committed is on disk. When ctx ends
// first the server is stopped hard, which costs a recovery at the next start and no data.
func (c *Cluster) Stop(ctx context.Context) error {
	c.stopOnce.Do(func() { close(c.stopping) })
	var err error
	select {
	case <-c.done:
	case <-ctx.Done():
		select {
		case c.signals <- hardStop:
		default: // another Stop has asked already
		}
		<-c.done
		err = fmt.Errorf("private PostgreSQL was stopped hard: %w", ctx.Err())
	}
	_ = c.lock.Close()
	return err
}
