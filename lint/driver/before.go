package driver

import (
	"slices"
	"sync"

	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/parse"
)

// notes collects what a reader should know about the run while it goes on.
type notes struct {
	mu    sync.Mutex
	lines []string
}

func (n *notes) add(line string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.lines = append(n.lines, line)
}

// sorted returns the lines in an order that does not depend on the number of workers.
func (n *notes) sorted() []string { return slices.Sorted(slices.Values(n.lines)) }

// textBefore returns the text of a draft before its change, for a file whose lines git cannot
// compare, such as a Word file. It is nil for a new file, and for one whose earlier content
// cannot be read: then all of it counts as changed, and a note says so.
func textBefore(s *session, d *discover.Draft) []byte {
	content, err := s.request.Changes.Before(d.Change, parse.FileLimit(discover.Limit(d.Settings), d.Format))
	if content == nil && err == nil {
		return nil
	}
	reason := ""
	if err != nil {
		reason = err.Error()
	} else if doc, why := parseDraft(d, content, optionsOf(d)); doc == nil || doc.Unread {
		if reason = why; reason == "" {
			reason = "it is damaged or too large"
		}
	} else {
		return doc.Source.Bytes
	}
	s.notes.add("All of " + d.Path + " counts as changed: its earlier content could not be read from git, " + reason)
	return nil
}
