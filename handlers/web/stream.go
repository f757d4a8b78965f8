package web

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"time"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"stoa/internal/errs"
	"stoa/internal/session"
)

const (
	// Heartbeat is how often a quiet stream is written to, so that proxies and half-open peers show.
	Heartbeat = 15 * time.Second
	// writeDeadline cuts a client that does not read for about so long; it resumes by connecting again.
	writeDeadline = 10 * time.Second
)

// Stream is one open event stream. It is used by one goroutine at a time.
type Stream struct {
	// What Offer looks at stands together: by the time a page gets its next frame it has left the processor's cache.
	now      instant
	rest     []byte        // of offered frames
	deadline time.Time     // of the writes; zero is none
	login    session.Watch // of nobody when nobody is logged in

	ctx    context.Context
	end    context.CancelFunc
	stop   func() bool // of what ends it with the process
	w      wire
	id     string        // of the next message
	number uint64        // by which its client's end is noticed
	unsent chan struct{} // there is a rest; nil of one that is woken instead
	waking
}

// wire is where a stream is written: a response, or the connection of one.
type wire interface {
	Write(frame []byte) (int, error)
	Flush() error
	SetWriteDeadline(at time.Time) error
}

// Lifetime is how long a stream goes on until its client has to come back; jittered: they come one by one.
func Lifetime() time.Duration { return 30*time.Minute + rand.N(30*time.Minute) }

// Waits is false when ctx ended first.
func Waits(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// OpenStream answers with an event stream and keeps the response for it. Its context ends when the
// client goes, or when the process shuts down.
func (s *Site) OpenStream(c echo.Context) (*Stream, error) { return s.openStream(c, false) }

func (s *Site) openStream(c echo.Context, woken bool) (*Stream, error) {
	streamHeaders(c)
	c.Response().WriteHeader(http.StatusOK)
	ctx, cancel := context.WithCancel(c.Request().Context())
	if asked(c) == http.MethodHead {
		cancel() // the head is all that is wanted
	}
	stop := context.AfterFunc(s.shutdown, cancel)
	w := c.Response().Writer
	st := &Stream{ctx: ctx, end: cancel, stop: stop, w: struct {
		http.ResponseWriter
		*http.ResponseController
	}{w, http.NewResponseController(w)}}
	s.prepare(c, st, woken)
	return st, st.write([]byte(opening))
}

// opening is the first line of a stream: the client sees at once that it is open.
const opening = ": open\n\n"

func streamHeaders(c echo.Context) {
	h := c.Response().Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("Cache-Control", "no-store, no-transform")
	h.Set("X-Accel-Buffering", "no")
}

// prepare says how the one who writes to a stream learns what there is to do: by its channels, or by being woken.
func (s *Site) prepare(c echo.Context, out *Stream, woken bool) {
	var waker session.Waker
	if woken {
		waker = out
	} else {
		out.unsent = make(chan struct{}, 1)
	}
	if who := Who(c); who != nil {
		s.Sessions.Watch(&out.login, who, waker)
	}
}

// Stale gets a value when the login that opened the stream is not what it was: whoever writes has to look at it anew.
func (s *Stream) Stale() <-chan struct{} { return s.login.Stale() }

// Doubted is whether that look is due; until Alive was asked nothing that is offered is taken.
func (s *Stream) Doubted() bool { return s.login.Doubted() }

// Alive is who the login that opened the stream, once of who, stands for now; nil when it has ended.
func (s *Stream) Alive(who *session.Principal) (*session.Principal, error) {
	return s.login.Alive(s.ctx, who)
}

// Done is closed when there is nobody to write to any more.
func (s *Stream) Done() <-chan struct{} { return s.ctx.Done() }

// Context ends with the stream.
func (s *Stream) Context() context.Context { return s.ctx }

// Close releases what the stream holds.
func (s *Stream) Close() {
	s.end()
	s.stop()
	s.login.Close()
}

// Send writes components as one message that htmx swaps.
func (s *Stream) Send(components ...templ.Component) error {
	html := buffers.Get().(*bytes.Buffer)
	defer keep(html)
	for _, component := range components {
		if err := component.Render(s.ctx, html); err != nil {
			return err
		}
	}
	return s.SendHTML(html.Bytes())
}

// SendID is Send with an id, which the client names when it connects again.
func (s *Stream) SendID(id string, components ...templ.Component) error {
	s.id = id
	return s.Send(components...)
}

// SendHTML writes HTML as one message that htmx swaps.
func (s *Stream) SendHTML(html []byte) error {
	frame := buffers.Get().(*bytes.Buffer)
	defer keep(frame)
	writeFrame(frame, s.id, html)
	s.id = ""
	return s.write(frame.Bytes())
}

// Frame is HTML as one message with an id, ready to be sent to any number of streams.
func Frame(id string, html []byte) []byte {
	var b bytes.Buffer
	b.Grow(len(html) + len(id) + 64) // a message of few lines fits; it is kept as long as somebody needs it
	writeFrame(&b, id, html)
	return b.Bytes()
}

// SendFrame writes what Frame made.
func (s *Stream) SendFrame(frame []byte) error { return s.write(frame) }

// Event writes a named message, which htmx dispatches as an event and does not swap.
func (s *Stream) Event(name string) error { return s.write([]byte("event: " + name + "\ndata: \n\n")) }

// Comment writes what every client ignores.
func (s *Stream) Comment(text string) error { return s.write([]byte(": " + text + "\n\n")) }

// writeFrame writes one data line for each line, of whichever of the three endings.
func writeFrame(b *bytes.Buffer, id string, html []byte) {
	if id != "" {
		b.WriteString("id: " + id + "\n")
	}
	if bytes.IndexByte(html, '\r') >= 0 {
		html = bytes.ReplaceAll(bytes.ReplaceAll(html, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	for line := range bytes.SplitSeq(bytes.TrimRight(html, "\n"), []byte("\n")) {
		b.WriteString("data: ")
		b.Write(line)
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
}

// write ends the stream when it fails.
func (s *Stream) write(frame []byte) (err error) {
	defer func() {
		if err != nil {
			s.end()
		}
	}()
	// Moving the deadline costs about as much as preparing the frame, so it is moved once in a while.
	if now := time.Now(); s.deadline.Sub(now) < writeDeadline*4/5 {
		s.deadline = now.Add(writeDeadline)
		if err := s.w.SetWriteDeadline(s.deadline); err != nil {
			return err
		}
	}
	if len(s.rest) > 0 {
		if _, err := s.w.Write(s.rest); err != nil {
			return err
		}
		s.rest = nil
	}
	if _, err := s.w.Write(frame); err != nil {
		return err
	}
	return s.w.Flush()
}

// ErrDone ends a stream that has said its last word: the closing event is out, the page has nothing more to get.
var ErrDone = errors.New("web: the stream has said its last word")

// Finish writes last words and the closing event, after which the page does not connect again. It returns ErrDone.
func (s *Stream) Finish(last ...templ.Component) error {
	if err := s.Send(last...); err != nil {
		return err
	}
	if err := s.Event("done"); err != nil {
		return err
	}
	return ErrDone
}

// LoggedOutHere tells an open page that the login behind it has ended.
const LoggedOutHere = "You are logged out here, or work in another company now."

// ErrLoggedOut is why somebody who is not logged in gets no stream.
var ErrLoggedOut = errs.New(errs.Unauthenticated, "Log in to go on.")

// RefuseStream answers somebody who gets no stream, for this reason. A page that reconnects can show neither a redirect nor
// an error, so it is told in a stream of a few words.
func (s *Site) RefuseStream(c echo.Context, reason error, say func(*Stream) error) error {
	if !Partial(c) {
		return reason
	}
	return s.ServeStream(c, say)
}
