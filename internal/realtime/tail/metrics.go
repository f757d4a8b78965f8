package tail

import (
	"errors"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// metrics are what an operator sees of a tail.
type metrics struct {
	delay prometheus.Histogram
}

// newMetrics registers them; age is the time since the last read.
func newMetrics(r prometheus.Registerer, age func() time.Duration) (*metrics, error) {
	m := &metrics{delay: prometheus.NewHistogram(prometheus.HistogramOpts{
		Name:    "stoa_events_delay_seconds",
		Help:    "Time from a change of a record to its event on the bus, the rest of the change's transaction included.",
		Buckets: []float64{.005, .01, .025, .05, .1, .2, .5, 1, 2.5, 10, 60},
	})}
	lag := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "stoa_events_tail_lag_seconds",
		Help: "Time since the events were last read; above 1 s the database cannot be read.",
	}, func() float64 { return age().Seconds() })
	return m, errors.Join(r.Register(m.delay), r.Register(lag))
}

func (m *metrics) delivered(after time.Duration) { m.delay.Observe(after.Seconds()) }
