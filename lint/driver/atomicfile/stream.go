package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Stream atomically replaces a file with what fill writes, or creates it with perm. The
// mode of an existing file is kept; a symbolic link is replaced. Nothing is synced, so the
// file may be incomplete after a power failure.
func Stream(file string, perm fs.FileMode, fill func(io.Writer) error) error {
	w := &writer{in: disk{}, target: file, perm: perm}
	if info, err := os.Stat(file); err == nil {
		w.adopt = func(f *os.File) error { return setMode(f, info.Mode().Perm()) }
	}
	return w.run(fill)
}

// WriteIn atomically replaces a file inside a folder and keeps its mode; no symbolic link
// leads out of the folder. The name is relative to the folder. old is the file as it was
// last seen, or nil to create a file; then an existing file is left alone and the error is
// [fs.ErrExist].
func WriteIn(root *os.Root, name string, old fs.FileInfo, b []byte) error {
	name = filepath.FromSlash(name)
	w := &writer{in: root, target: name, perm: 0o666}
	if old == nil {
		w.check = func() error {
			if _, err := root.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
				return fs.ErrExist
			}
			return nil
		}
	} else {
		w.perm = old.Mode().Perm()
		w.adopt = func(f *os.File) error { return setMode(f, old.Mode().Perm()) }
	}
	return w.run(content(b))
}
