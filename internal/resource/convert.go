package resource

import "encoding/json"

// Filled turns a column that travels as text into a value: "" is nil.
func Filled(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// Whole turns a nullable column of small integers into a value.
func Whole[T ~int16 | ~int32 | ~int64](p *T) any {
	if p == nil {
		return nil
	}
	return int64(*p)
}

// Raw turns a nullable JSON column into a value.
func Raw(raw json.RawMessage) any {
	if raw == nil {
		return nil
	}
	return raw
}
