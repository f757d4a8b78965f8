//go:build !linux

package web

// hangups can be seen on Linux only.
var hangups hangupTable

type hangupTable struct{}

func (hangupTable) watch(*Stream) bool { return false }
func (hangupTable) forget(*Stream)     {}
