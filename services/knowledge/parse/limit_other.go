//go:build !linux

package parse

// limitMemory has nothing to set here; the garbage collector's limit remains.
func limitMemory() error { return nil }
