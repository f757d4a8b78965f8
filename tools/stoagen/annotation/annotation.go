// Package annotation reads the annotations in the comments of a schema: their words, their arguments, their conditions.
package annotation
