package ui

import (
	"fmt"
	"math"
	"strconv"
)

// colour is red, green and blue of sRGB.
type colour [3]uint8

// String is the colour as CSS writes it.
func (c colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

func parseColour(s string) (c colour, ok bool) {
	if len(s) != 7 || s[0] != '#' {
		return c, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 24)
	return colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, err == nil //nolint:gosec // the upper bits are cut off on purpose
}

// luminance and contrast are those of WCAG 2.2.
func (c colour) luminance() float64 {
	linear := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}

func contrast(a, b colour) float64 {
	l, d := a.luminance(), b.luminance()
	if l < d {
		l, d = d, l
	}
	return (l + 0.05) / (d + 0.05)
}

// mix puts a share of another colour in.
func (c colour) mix(other colour, share float64) colour {
	for i := range c {
		c[i] = uint8(math.Round(float64(c[i])*(1-share) + float64(other[i])*share))
	}
	return c
}

// until mixes more and more of another colour in until it is enough.
func (c colour) until(other colour, enough func(colour) bool) colour {
	mixed := c
	for share := 0.0; share <= 1 && !enough(mixed); share += 0.02 {
		mixed = c.mix(other, share)
	}
	return mixed
}

// onTop is white or black, whichever is easier to read on c.
func onTop(c colour) colour {
	if contrast(white, c) >= contrast(black, c) {
		return white
	}
	return black
}
