package words

import (
	"maps"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/snowballstem"
)

const (
	// remembered is how many words of a language are kept at most: most words of a text are among the commonest few thousand, and
	// finding the ending of one costs twenty times as much as finding it here.
	remembered = 32_768
	// gathered is how many new words wait at least until all can be found without a lock, and a quarter of what is settled.
	gathered = 1024
)

// known is what is known of a word.
type known struct {
	stem  string
	empty bool // it says nothing
	asks  bool // it only asks
}

// memo remembers words. The words that it has known for a while are in a map that never changes and takes no lock.
type memo struct {
	settled atomic.Pointer[map[string]known]
	mu      sync.Mutex
	fresh   map[string]known
}

// of gives what is known of a folded word.
func (g *grammar) of(word string) known {
	if settled := g.seen.settled.Load(); settled != nil {
		if k, ok := (*settled)[word]; ok {
			return k
		}
	}
	if k, ok := g.seen.among(word); ok {
		return k
	}
	word = strings.Clone(word) // it is a part of a whole text
	k := g.look(word)          // twice at worst: nobody waits for it
	g.seen.keep(word, k)
	return k
}

// among finds a word among the fresh ones.
func (m *memo) among(word string) (known, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	k, ok := m.fresh[word]
	return k, ok
}

func (m *memo) keep(word string, k known) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fresh == nil {
		m.fresh = map[string]known{}
	}
	m.fresh[word] = k
	m.settle()
}

// settle moves the fresh words to the others when they are many. When all are too many the older ones are forgotten.
func (m *memo) settle() {
	var old map[string]known
	if settled := m.settled.Load(); settled != nil {
		old = *settled
	}
	if len(m.fresh) < gathered || len(m.fresh) < len(old)/4 {
		return
	}
	if len(old)+len(m.fresh) <= remembered {
		maps.Copy(m.fresh, old)
	}
	settled := m.fresh
	m.settled.Store(&settled)
	m.fresh = nil
}

// look finds out what is known of a word.
func (g *grammar) look(word string) known {
	k := known{stem: word, empty: g.empty[word], asks: g.asks[word]}
	if len(word) > 2 {
		env := snowballstem.NewEnv(word)
		g.stem(env)
		k.stem = env.Current()
	}
	return k
}
