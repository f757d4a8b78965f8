package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"time"
)

// runPart serves one of the helpers until ctx ends or standard input is closed, which is how a
// helper notices that the program that started it is gone. It prints its address first.
func runPart(ctx context.Context, name, listen, from string) error {
	handler, err := partHandler(name, from)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", listen)
	if err != nil {
		return err
	}
	if ip := listener.Addr().(*net.TCPAddr).IP; !ip.IsLoopback() {
		return errors.Join(fmt.Errorf("%s is no loopback address", ip), listener.Close())
	}
	fmt.Println("http://" + listener.Addr().String())
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	gone := make(chan struct{})
	go func() { failed <- server.Serve(listener) }()
	go func() { _, _ = io.Copy(io.Discard, os.Stdin); close(gone) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	case <-gone:
	}
	return server.Close()
}

func partHandler(name, from string) (http.Handler, error) {
	switch name {
	case "upstream":
		return upstream(), nil
	case "list":
		return listFloor(from)
	case "hub":
		return newBareHub(), nil
	case "hijackhub":
		return newHijackHub(), nil
	}
	provider, err := url.Parse(from)
	if err != nil || provider.Host == "" {
		return nil, fmt.Errorf("-upstream: want http://host:port, got %q", from)
	}
	switch name {
	case "reframe":
		return reframe(provider), nil
	case "proxy":
		return proxy(provider), nil
	}
	return nil, fmt.Errorf("there is no part %q", name)
}
