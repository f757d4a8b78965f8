package usage

import (
	"fmt"
	"time"

	"github.com/labstack/echo/v4"

	"stoa/handlers/web"
	"stoa/internal/plugin"
	"stoa/services/usage"
	views "stoa/views/usage"
)

// days is the range of a component that names none.
const days = 30

func (h *Handlers) components() map[string]plugin.Component {
	return map[string]plugin.Component{
		"Now": h.nowPart,
		"UsageStats": func(c echo.Context, args plugin.Args) (plugin.Part, error) {
			props, err := h.recent(c, args)
			return plugin.Part{Title: "Usage", Body: views.Stats(props)}, err
		},
		"UsageChart": func(c echo.Context, args plugin.Args) (plugin.Part, error) {
			props, err := h.recent(c, args)
			return plugin.Part{Title: "Usage", Body: views.Chart(props)}, err
		},
	}
}

// recent is the usage of the last days, the company's for owners and admins and else the person's.
func (h *Handlers) recent(c echo.Context, args plugin.Args) (views.Props, error) {
	n := int(min(max(args["days"].Number, 0), 366))
	if n == 0 {
		n = days
	}
	who, label := scope(web.Who(c))
	now := time.Now().UTC()
	span, err := usage.ParseRange(now.AddDate(0, 0, 1-n).Format(time.DateOnly), now.Format(time.DateOnly), now)
	if err != nil {
		return views.Props{}, err
	}
	report, err := h.usage.Report(c.Request().Context(), who, span)
	if err != nil {
		return views.Props{}, err
	}
	props := views.Props{Scope: fmt.Sprintf("%s, the last %d days", label, n)}
	fill(&props, report)
	return props, nil
}
