//go:build !linux

package web

import "net"

// hangups can be seen on Linux only.
var hangups hangupTable

type hangupTable struct{}

func (hangupTable) watch(*Stream, net.Conn) bool { return false }
func (hangupTable) forget(*Stream)               {}
