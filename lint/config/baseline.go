package config

import "path/filepath"

// baseline returns the file of known findings that a configuration names. It lies in
// the repository, links followed: it is not only read but written. Whether it is
// there shows when a run wants it.
func baseline(d *decoder, t text, at *Place) string {
	if t.Node == nil {
		return ""
	}
	name := filepath.FromSlash(t.Value)
	file := filepath.Join(at.Dir, name)
	if t.Value == "" || filepath.IsAbs(name) || !within(at.Repository, file) || at.LeadsOut != nil && at.LeadsOut(file) {
		d.fail(t.Node, "baseline %s leads out of the repository", quoted(t.Value))
		return ""
	}
	return file
}
