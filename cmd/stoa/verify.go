package main

import "context"

func verify(context.Context) error { return nil }

func demo(context.Context) error { return nil }
