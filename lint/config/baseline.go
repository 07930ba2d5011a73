package config

import (
	"path/filepath"

	"github.com/copychief/copychief/lint/config/strict"
)

// baseline returns the baseline that a configuration names. It must be in the repository,
// with links resolved, since it is also written. It need not exist yet.
func baseline(d *decoder, t text, at *Place) string {
	if t.Node == nil {
		return ""
	}
	name := filepath.FromSlash(t.Value)
	file := filepath.Join(at.Dir, name)
	if t.Value == "" || filepath.IsAbs(name) || !within(at.Repository, file) || at.LeadsOut != nil && at.LeadsOut(file) {
		d.Fail(t.Node, "baseline %s leads out of the repository", strict.Quoted(t.Value))
		return ""
	}
	return file
}
