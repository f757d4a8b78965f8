//go:build unix

package pg

import (
	"net"
	"testing"
)

func pair(t *testing.T) (client, server net.Conn) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if client, err = net.Dial("tcp", l.Addr().String()); err != nil {
		t.Fatal(err)
	}
	if server, err = l.Accept(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close(); server.Close() })
	return client, server
}

func TestQuiet(t *testing.T) {
	t.Parallel()
	client, server := pair(t)
	if !quiet(client) {
		t.Error("a connection on which nothing happens is not quiet")
	}
	if _, err := server.Write([]byte("E")); err != nil {
		t.Fatal(err)
	}
	eventually(t, "a connection on which the server spoke is not quiet", func() bool { return !quiet(client) })

	client, server = pair(t)
	server.Close()
	eventually(t, "a connection that the server closed is not quiet", func() bool { return !quiet(client) })

	client, _ = pair(t)
	client.Close()
	if quiet(client) {
		t.Error("a connection that we closed is quiet")
	}
}

// After a slow write pgconn leaves a read running; to look must not wait for it.
func TestQuietBesideARead(t *testing.T) {
	t.Parallel()
	client, _ := pair(t)
	reading := make(chan struct{})
	go func() {
		close(reading)
		_, _ = client.Read(make([]byte, 1)) // until the test ends
	}()
	<-reading
	for range 1000 {
		if !quiet(client) {
			t.Fatal("a connection on which somebody waits is not quiet")
		}
	}
}
