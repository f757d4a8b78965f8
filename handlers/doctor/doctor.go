// Package doctor is the stream by which a proxy is examined, and the page on which a browser does it.
package doctor

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/session"
	"stoa/services/doctor"
	views "stoa/views/doctor"
)

const path = "/settings/doctor"

// atOnce is how many examinations run at the same time: the stream is open to whoever asks.
const atOnce = 20

type handlers struct {
	site *web.Site
	room chan struct{}
}

// New makes the part of the site that examines what stands before it.
func New(site *web.Site) plugin.Plugin {
	h := &handlers{site: site, room: make(chan struct{}, atOnce)}
	p := plugin.Named("doctor")
	p.Routes = func(r plugin.Routes) {
		r.Public.GET(doctor.Path, h.stream)
		r.Admin.GET(path, h.page)
	}
	p.Nav = func(_ context.Context, who *session.Principal) ([]plugin.NavGroup, error) {
		if who.Role == "member" {
			return nil, nil
		}
		return []plugin.NavGroup{{Label: "Company", Order: 39, Items: []plugin.NavItem{{Href: path, Label: "Live pages"}}}}, nil
	}
	return p
}

// stream sends timed events, is quiet for a while but for its heartbeats, and ends.
func (h *handlers) stream(c echo.Context) error {
	select {
	case h.room <- struct{}{}:
		defer func() { <-h.room }()
	default:
		return errs.New(errs.TooMany, "Others are examining just now. Try again in a minute.")
	}
	quiet := doctor.Quiet
	if text := c.QueryParam("quiet"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 || time.Duration(n)*time.Second > doctor.MostQuiet {
			return errs.New(errs.BadRequest, "The stream can be quiet for 0 to %d seconds.", int(doctor.MostQuiet.Seconds()))
		}
		quiet = time.Duration(n) * time.Second
	}
	r := c.Request()
	hello, err := json.Marshal(doctor.Hello{Proto: r.Proto, Close: r.Close})
	if err != nil {
		return err
	}
	out, err := h.site.OpenStream(c)
	if err != nil {
		return err
	}
	defer out.Close()
	err = out.SendHTML(hello)
	for i := 0; i < doctor.Events && err == nil; i++ {
		if i > 0 && !web.Waits(out.Context(), doctor.Apart) {
			return nil
		}
		err = out.SendHTML([]byte("event"))
	}
	for end := time.Now().Add(quiet); err == nil; err = out.Comment("beat") {
		left := time.Until(end)
		if !web.Waits(out.Context(), min(left, web.Heartbeat)) {
			return nil
		}
		if left <= web.Heartbeat {
			return out.SendHTML([]byte("end"))
		}
	}
	if out.Context().Err() != nil {
		return nil
	}
	return err
}

// page explains what the browser has measured, which its address holds; without it, it offers to measure.
func (h *handlers) page(c echo.Context) error {
	props := views.Props{Stream: doctor.Path + "?quiet=" + strconv.Itoa(int(doctor.Quiet.Seconds())), Command: "stoa doctor --stream " + c.Scheme() + "://" + c.Request().Host}
	if c.QueryParam("status") != "" {
		seen, err := measured(c)
		if err != nil {
			return err
		}
		props.Measured = true
		for _, f := range doctor.Diagnose(seen) {
			props.Findings = append(props.Findings, views.Finding(f))
		}
	}
	var err error
	if props.Page, err = h.site.Page(c, "Live pages"); err != nil {
		return err
	}
	return web.Render(c, http.StatusOK, views.Page(props))
}

// measured reads what the script has put into the form: times in milliseconds.
func measured(c echo.Context) (s doctor.Seen, err error) {
	bad := errs.New(errs.BadRequest, "This is no measurement.")
	if s.Status, err = strconv.Atoi(c.QueryParam("status")); err != nil {
		return s, bad
	}
	s.Type, _, _ = strings.Cut(c.QueryParam("type"), ";")
	s.Encoding, s.Ended = c.QueryParam("encoding"), c.QueryParam("ended") == "true"
	after, err := strconv.Atoi(c.QueryParam("after"))
	if err != nil || len(s.Type) > 100 || len(s.Encoding) > 20 {
		return s, bad
	}
	s.After = time.Duration(after) * time.Millisecond
	for text := range strings.SplitSeq(c.QueryParam("arrived"), ",") {
		if text == "" {
			continue
		}
		ms, err := strconv.Atoi(text)
		if err != nil || len(s.Arrived) >= doctor.Events {
			return s, bad
		}
		s.Arrived = append(s.Arrived, time.Duration(ms)*time.Millisecond)
	}
	if text := c.QueryParam("hello"); text != "" && len(text) < 200 {
		s.Hello = &doctor.Hello{}
		if json.Unmarshal([]byte(text), s.Hello) != nil {
			return s, bad
		}
	}
	return s, nil
}
