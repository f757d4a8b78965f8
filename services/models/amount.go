package models

import (
	"fmt"
	"math"
	"math/bits"
	"strings"

	"stoa/internal/llm"
)

// Price is what one million tokens cost, in nano-USD.
type Price struct{ Input, CachedInput, CacheWrite, Output int64 }

const million = 1_000_000

// Amount is what usage costs in nano-USD, rounded half up; false when it exceeds an int64 or a count is negative.
// Cached and CacheWrite are parts of Input and are charged at their own price instead.
func (p Price) Amount(u llm.Usage) (int64, bool) {
	plain := u.Input - u.Cached - u.CacheWrite
	terms := [4][2]int64{{plain, p.Input}, {u.Cached, p.CachedInput}, {u.CacheWrite, p.CacheWrite}, {u.Output, p.Output}}
	var high, low uint64 // 128 bits: a billion tokens at 15 USD do not fit 64
	for _, t := range terms {
		if t[0] < 0 || t[1] < 0 {
			return 0, false
		}
		h, l := bits.Mul64(uint64(t[0]), uint64(t[1]))
		var carry uint64
		low, carry = bits.Add64(low, l, 0)
		high += h + carry // four products below 2^126 cannot overflow
	}
	low, carry := bits.Add64(low, million/2, 0)
	high += carry
	if high >= million {
		return 0, false
	}
	amount, _ := bits.Div64(high, low, million)
	if amount > math.MaxInt64 {
		return 0, false
	}
	return int64(amount), true
}

// parseUSD reads a decimal string of USD as nano-USD, exactly: at most nine digits after the point, no sign.
func parseUSD(s string) (int64, error) {
	whole, frac, _ := strings.Cut(s, ".")
	bad := fmt.Errorf("models: %q is not a price in USD", s)
	if whole == "" || len(frac) > 9 || len(whole) > 9 || (frac == "" && strings.HasSuffix(s, ".")) {
		return 0, bad
	}
	var nano int64
	for _, c := range whole + frac + strings.Repeat("0", 9-len(frac)) {
		if c < '0' || c > '9' {
			return 0, bad
		}
		nano = nano*10 + int64(c-'0')
	}
	return nano, nil
}
