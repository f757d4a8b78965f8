package chat

import "strings"

const (
	overlapReach   = 400 // bytes of kept text that a model may repeat
	overlapMinimum = 8   // a shorter repetition may be chance
)

// overlap drops the beginning of a continuation that repeats the end of the kept text.
type overlap struct {
	kept string // the end of what stands; "" lets everything through
	held string // text that may still turn out to be a repetition
}

// pass takes the next delta and returns what is surely new.
func (o *overlap) pass(delta string) string {
	if o.kept == "" {
		return delta
	}
	o.held += delta
	if strings.Contains(o.kept, o.held) && !strings.HasSuffix(o.kept, o.held) {
		return "" // in the middle of a possible repetition
	}
	if strings.HasSuffix(o.kept, o.held) && len(o.held) < overlapReach {
		return "" // repeated to the very end so far; the next delta decides
	}
	return o.rest()
}

// rest ends the comparison and returns what was held back, without the repetition.
func (o *overlap) rest() string {
	kept, held := o.kept, o.held
	o.kept, o.held = "", ""
	for n := min(len(kept), len(held)); n >= overlapMinimum; n-- {
		if strings.HasSuffix(kept, held[:n]) {
			return held[n:]
		}
	}
	return held
}

// tail is the part of the kept text that a repetition could reach.
func tail(kept string) string {
	if len(kept) <= overlapReach {
		return kept
	}
	return kept[len(kept)-overlapReach:]
}
