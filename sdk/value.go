package sdk

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"time"
)

// Ptr points to a value, for what may be left out.
func Ptr[T any](v T) *T { return &v }

// Opt is a field of a change: the zero value leaves it as it is, Set gives it a value, Null empties it.
type Opt[T any] struct {
	value T
	is    int8
}

const (
	isSet  = 1
	isNull = 2
)

// Set gives a field a value.
func Set[T any](v T) Opt[T] { return Opt[T]{value: v, is: isSet} }

// Null empties a field.
func Null[T any]() Opt[T] { return Opt[T]{is: isNull} }

// IsZero reports whether the field is left as it is.
func (o Opt[T]) IsZero() bool { return o.is == 0 }

// MarshalJSON implements json.Marshaler.
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if o.is == isNull {
		return []byte("null"), nil
	}
	return json.Marshal(o.value)
}

// set adds a parameter that is not empty.
func set(q url.Values, name, text string) {
	if text != "" {
		q.Set(name, text)
	}
}

// give adds a parameter that is there.
func give[T any](q url.Values, name string, value *T) {
	if value != nil {
		q.Set(name, text(*value))
	}
}

func text(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case time.Time:
		return v.UTC().Format(time.RFC3339Nano)
	}
	return fmt.Sprint(value)
}

// newID makes a UUID of version 7: the time first, so that rows of one time stand together.
func newID() string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	ms := time.Now().UnixMilli()
	for i := range 6 {
		b[i] = byte(ms >> (8 * (5 - i)))
	}
	b[6], b[8] = b[6]&0x0f|0x70, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
