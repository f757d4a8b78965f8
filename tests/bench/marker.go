package main

import (
	"bytes"
	"strconv"
	"time"
)

// A marker says which token it belongs to and when that was sent: ~<number>t<nanoseconds>~. Nothing
// in it changes in HTML, JSON or markdown, so it passes through whatever stands between. The first
// token of an answer also says when the question arrived: ~a<nanoseconds>~.

func appendMarker(b []byte, number int, at time.Time) []byte {
	b = append(b, '~')
	b = strconv.AppendInt(b, int64(number), 10)
	b = append(b, 't')
	b = strconv.AppendInt(b, at.UnixNano(), 10)
	return append(b, '~')
}

func appendArrival(b []byte, at time.Time) []byte {
	b = append(b, "~a"...)
	b = strconv.AppendInt(b, at.UnixNano(), 10)
	return append(b, '~')
}

// markerRoom is more than the longest marker takes.
const markerRoom = 40

// readMarkers calls token for each whole marker in text, and arrival for what tells of the question.
func readMarkers(text []byte, token func(number int, sent int64), arrival func(at int64)) {
	for {
		i := bytes.IndexByte(text, '~')
		if i < 0 {
			return
		}
		text = text[i+1:]
		if len(text) > 0 && text[0] == 'a' {
			if at, rest, ok := leadingNumber(text[1:], '~'); ok {
				arrival(at)
				text = rest
			}
			continue
		}
		number, rest, ok := leadingNumber(text, 't')
		if !ok {
			continue
		}
		if sent, rest, ok := leadingNumber(rest, '~'); ok {
			token(int(number), sent)
			text = rest
		}
	}
}

// leadingNumber reads digits up to the byte end, and returns what follows it.
func leadingNumber(text []byte, end byte) (n int64, rest []byte, ok bool) {
	for i, c := range text {
		switch {
		case c >= '0' && c <= '9':
			n = n*10 + int64(c-'0')
		case c == end && i > 0:
			return n, text[i+1:], true
		default:
			return 0, nil, false
		}
	}
	return 0, nil, false
}
