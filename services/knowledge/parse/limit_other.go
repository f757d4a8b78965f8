//go:build !linux

package parse

import "time"

// limit has nothing to set here; the garbage collector's limit and the parent's patience remain.
func limit(time.Duration) error { return nil }
