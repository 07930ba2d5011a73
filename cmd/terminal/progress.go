package terminal

import (
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progressDelay is how long a run takes before it shows its progress.
const progressDelay = 500 * time.Millisecond

// Progress shows the progress of a run.
type Progress struct {
	what  string
	began time.Time

	mu  sync.Mutex // workers may still report when an interrupted run is cleared
	to  io.Writer  // nil shows nothing
	bar *progressbar.ProgressBar
}

// NewProgress returns the progress of a run that starts now. It is shown only if the stream
// is a terminal and the run is not a quiet one.
func NewProgress(stream io.Writer, what string, terminal, quiet bool) *Progress {
	p := &Progress{what: what, began: time.Now()}
	if terminal && !quiet {
		p.to = stream
	}
	return p
}

// At shows that done of total drafts are checked.
func (p *Progress) At(done, total int) {
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

// Clear removes the bar from the terminal; later calls of At do nothing.
func (p *Progress) Clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.to = nil
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
