package resource

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
)

// TimeForm is how a control for date and time writes its value, in UTC; seconds follow when there are some.
const TimeForm = "2006-01-02T15:04"

// Encode writes a value as a form or a file holds it, so that Decode reads the same value again. A
// secret is never written.
func Encode(f Field, value any) string {
	if value == nil || f.Kind == Secret || f.Hidden {
		return ""
	}
	switch v := value.(type) {
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case bool:
		return strconv.FormatBool(v)
	case time.Time:
		return encodeTime(f, v)
	case json.RawMessage:
		return encodeJSON(v)
	case []string:
		return strings.Join(v, "\n")
	case uuid.UUID:
		return v.String()
	default:
		return fmt.Sprint(v)
	}
}

// encodeTime writes no more than a browser's control can hold: milliseconds.
func encodeTime(f Field, t time.Time) string {
	if f.Kind == Date {
		return t.Format(time.DateOnly)
	}
	t = t.UTC()
	switch {
	case t.Nanosecond() >= int(time.Millisecond):
		return t.Format(TimeForm + ":05.000")
	case t.Second() > 0:
		return t.Format(TimeForm + ":05")
	}
	return t.Format(TimeForm)
}

func encodeJSON(raw json.RawMessage) string {
	var b bytes.Buffer
	if err := json.Indent(&b, raw, "", "  "); err != nil {
		return string(raw)
	}
	return b.String()
}

// OptionLabel is what people call a value of an enum.
func OptionLabel(f Field, value string) string {
	for _, o := range f.Options {
		if o.Value == value {
			return o.Label
		}
	}
	return value
}
