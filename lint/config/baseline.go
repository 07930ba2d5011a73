package config

import "path/filepath"

// baseline returns the file of known findings that a configuration names. It lies in
// the repository, links followed: it is not only read but written. Whether it is
// there shows when a run wants it.
func baseline(d *decoder, t text, dir, repository string) string {
	if t.Node == nil {
		return ""
	}
	if repository == "" {
		repository = dir
	}
	name := filepath.FromSlash(t.Value)
	file := filepath.Join(dir, name)
	if t.Value == "" || filepath.IsAbs(name) || !within(repository, file) ||
		leadsOut(file, repository) || !within(real(repository), real(filepath.Dir(file))) {
		d.fail(t.Node, "baseline %s leads out of the repository", quoted(t.Value))
		return ""
	}
	return file
}

// real returns a folder with links followed; one that is not there as it is.
func real(dir string) string {
	if to, err := filepath.EvalSymlinks(dir); err == nil {
		return to
	}
	return dir
}
