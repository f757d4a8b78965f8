// Package sdk is the client of a Stoa: what a member can do by forms, a program can do with it, by the same rules.
//
// It needs the standard library only. The files that end in _gen.go are made from the same tables as the pages: a resource
// has List, All, Get, Create, Update and Delete as far as its table allows, with types of its own.
package sdk
