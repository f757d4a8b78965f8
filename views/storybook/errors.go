package storybook

import (
	"strconv"

	"stoa/views/errors"
)

// errors is the error page in every status it knows, and one it does not.
func (b book) errors() []Story {
	var all []Story
	for _, status := range []int{400, 401, 403, 404, 405, 409, 413, 418, 422, 429, 500, 502, 503} {
		p := errors.Props{Page: b.plain("Error " + strconv.Itoa(status)), Status: status, RequestID: "4f1c2a9be0"}
		if status == 429 {
			p.RetryAfter = "30 seconds"
		}
		all = append(all, Story{"error-" + strconv.Itoa(status), errors.Page(p)})
	}
	return all
}
