package web

import (
	"math"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
	"golang.org/x/time/rate"

	"stoa/internal/errs"
)

// limiter counts what each name does in a minute, in this process: an installation of n processes allows n times as much.
type limiter struct {
	minute int
	mu     sync.Mutex
	of     map[string]*rate.Limiter
	swept  time.Time
}

func newLimiter(minute int) *limiter {
	return &limiter{minute: minute, of: map[string]*rate.Limiter{}, swept: time.Now()}
}

// get finds the counter of a name. One that is full again knows no more than a new one, and is dropped.
func (l *limiter) get(name string) *rate.Limiter {
	l.mu.Lock()
	defer l.mu.Unlock()
	if time.Since(l.swept) > time.Minute {
		l.swept = time.Now()
		for n, r := range l.of {
			if r.Tokens() >= float64(l.minute) {
				delete(l.of, n)
			}
		}
	}
	r, ok := l.of[name]
	if !ok {
		r = rate.NewLimiter(rate.Limit(float64(l.minute)/60), l.minute)
		l.of[name] = r
	}
	return r
}

// take counts one; wait is how long to do nothing when there is none left.
func (l *limiter) take(name string) (left int, wait time.Duration) {
	r := l.get(name)
	if r.Allow() {
		return int(r.Tokens()), 0
	}
	return 0, l.until(r)
}

func (l *limiter) until(r *rate.Limiter) time.Duration {
	return time.Duration((1 - r.Tokens()) / float64(r.Limit()) * float64(time.Second))
}

// headers say the limit, what is left of it, and in how many seconds all of it is back.
func (l *limiter) headers(h http.Header, left int) {
	h.Set("RateLimit-Limit", strconv.Itoa(l.minute))
	h.Set("RateLimit-Remaining", strconv.Itoa(left))
	h.Set("RateLimit-Reset", strconv.Itoa(int(math.Ceil(float64(l.minute-left)*60/float64(l.minute)))))
}

func tooMany(c echo.Context, wait time.Duration) error {
	seconds := max(1, int(math.Ceil(wait.Seconds())))
	c.Response().Header().Set(echo.HeaderRetryAfter, strconv.Itoa(seconds))
	return errs.New(errs.TooMany, "Too many requests. Try again in %d s.", seconds)
}
