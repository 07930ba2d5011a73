package cmd

import (
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progressDelay is how long a run takes before it shows its progress.
const progressDelay = 500 * time.Millisecond

// progress shows the progress of a run. It does nothing without a terminal.
type progress struct {
	what  string
	began time.Time

	mu  sync.Mutex // workers may still report when an interrupted run is cleared
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

// at shows that done of total drafts are checked.
func (p *progress) at(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.to == nil || time.Since(p.began) < progressDelay {
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
	_ = p.bar.Set(done) // a closed terminal is no reason to stop
}

// clear removes the bar from the terminal; later calls of at do nothing.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.to = nil
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
