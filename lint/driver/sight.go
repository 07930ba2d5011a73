package driver

import (
	"path/filepath"

	"github.com/copychief/copychief/lint/driver/configfile"
)

// Sight is what a run has looked at, whether it was there or not. A change anywhere
// else does not change the result. All paths are absolute.
type Sight struct {
	Folders map[string]bool // that were searched for drafts, or for what they quote from
	Files   map[string]bool // named drafts, configurations, files that rules asked for
}

// NewSight returns a sight for a request to fill.
func NewSight() *Sight {
	return &Sight{Folders: map[string]bool{}, Files: map[string]bool{}}
}

func (s *Sight) folder(dir string) {
	if s != nil {
		s.Folders[dir] = true
	}
}

func (s *Sight) file(name string) {
	if s != nil {
		s.Files[name] = true
	}
}

// configured adds the files that settings are made from.
func (s *Sight) configured(l *configfile.Loader) {
	if s == nil || l == nil {
		return
	}
	for _, name := range l.Files() {
		s.file(name)
	}
}

// sighted adds what rules have asked for, and the texts that drafts quote from.
func (c *checking) sighted() {
	if c.request.Sight == nil {
		return
	}
	c.shelf.mu.Lock()
	defer c.shelf.mu.Unlock()
	for name := range c.shelf.listed {
		c.request.Sight.folder(name)
	}
	for name := range c.shelf.docs {
		c.request.Sight.folder(filepath.Dir(name))
	}
	for root, files := range c.sites {
		if files == nil {
			continue
		}
		for name := range files.known.Range {
			c.request.Sight.file(filepath.Join(root, filepath.FromSlash(name.(string))))
		}
	}
}
