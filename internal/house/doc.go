// Package house holds no code: its tests keep the order of the whole tree, above all who may import whom.
package house
