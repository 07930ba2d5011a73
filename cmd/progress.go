package cmd

import (
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long a run may take before it shows how far it is.
const patience = 500 * time.Millisecond

// progress shows how far a run is. Without a terminal it does nothing.
type progress struct {
	what  string
	began time.Time

	mu  sync.Mutex // a worker may still be at it when an interrupted run is cleared
	to  io.Writer  // nil shows nothing
	bar *progressbar.ProgressBar
}

func (s *session) progress(what string, quiet bool) *progress {
	p := &progress{what: what, began: time.Now()}
	if !quiet && s.terminal(s.Stderr) {
		p.to = s.Stderr
	}
	return p
}

// at says that done of total drafts are checked.
func (p *progress) at(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.to == nil || time.Since(p.began) < patience {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(p.to),
			progressbar.OptionSetDescription(p.what),
			progressbar.OptionSetWidth(24),
			progressbar.OptionShowCount(),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(),
		)
	}
	_ = p.bar.Set(done) // a terminal that went away is no reason to stop
}

// clear takes the bar off the terminal for good.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.to = nil
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
