package usage

import (
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/errs"
	"stoa/internal/plugin"
	"stoa/internal/realtime"
	"stoa/internal/session"
	"stoa/services/usage"
	views "stoa/views/usage"
)

// nowPart is the figures as they are; its stream keeps them so.
func (h *Handlers) nowPart(c echo.Context, _ plugin.Args) (plugin.Part, error) {
	who := web.Who(c)
	now, err := h.usage.Now(c.Request().Context(), who.Tenant)
	return plugin.Part{Title: "Now", Body: views.Now(h.nowProps(who.Tenant, now, seesCost(who)))}, err
}

func (h *Handlers) nowProps(tenant uuid.UUID, now usage.Now, cost bool) views.NowProps {
	props := views.NowProps{Online: web.Count(int64(len(h.site.Presence.At(web.OnlinePlace(tenant))))), Running: web.Count(now.Running)}
	if cost {
		props.Cost = web.USD(now.Amount)
		if now.Unpriced > 0 {
			props.Cost += " and calls of unknown price"
		}
	}
	return props
}

// follow is the stream of the figures.
func (h *Handlers) follow(c echo.Context) error {
	who := web.Who(c)
	if who == nil {
		return h.site.RefuseStream(c, web.ErrLoggedOut, sayLoggedOut)
	}
	release, err := h.site.AdmitStream(who)
	if err != nil {
		return h.site.RefuseStream(c, err, func(out *web.Stream) error { return out.Finish(views.NowEnded(errs.MessageOf(err), "", "Load again")) })
	}
	sub := h.bus.Subscribe(web.PersonTopic(who.User))
	return h.site.ServeStream(c, func(out *web.Stream) error { return h.tell(out, who, sub) }, sub.Close, release)
}

// tell writes the figures until the client goes, the login ends or the stream has lived long enough.
func (h *Handlers) tell(out *web.Stream, who *session.Principal, sub *realtime.Subscription) (err error) {
	g, leave := h.join(who)
	defer func() { leave() }()
	beat := time.NewTicker(web.Heartbeat)
	defer beat.Stop()
	end := time.Now().Add(web.Lifetime())
	for err == nil && time.Now().Before(end) {
		select {
		case <-out.Done():
			return nil
		case <-beat.C:
			err = out.Event("beat")
			continue
		case frame := <-g.next:
			err = out.SendFrame(frame)
			continue
		case <-sub.Wake():
			sub.Take()
			who, err = h.stillThere(out, who)
		case <-out.Stale():
			who, err = h.stillThere(out, who)
		}
		if err == nil { // perhaps with another role
			left := leave
			g, leave = h.join(who)
			left() // behind it, so that the company's figures go on for a page that is alone
		}
	}
	return err
}

// stillThere is who the login stands for now.
func (h *Handlers) stillThere(out *web.Stream, who *session.Principal) (*session.Principal, error) {
	now, err := out.Alive(who)
	if err == nil && now == nil {
		err = sayLoggedOut(out)
	}
	return now, err
}

func sayLoggedOut(out *web.Stream) error {
	return out.Finish(views.NowEnded(web.LoggedOutHere, "/login?next=%2F", "Log in"))
}
