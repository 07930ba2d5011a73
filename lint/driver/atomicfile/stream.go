package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Stream puts what fill writes in the place of a file, or makes the file with perm. Of a
// file that is there, the mode is kept and nothing else; a link is replaced. Nothing waits
// for the disk: after a power cut, the file may be torn.
func Stream(file string, perm fs.FileMode, fill func(io.Writer) error) error {
	w := &writing{in: disk{}, target: file, perm: perm}
	if info, err := os.Stat(file); err == nil {
		w.adopt = func(f *os.File) error { return setMode(f, info.Mode().Perm()) }
	}
	return w.run(fill)
}

// WriteIn puts content in the place of a file below a folder, which no link leads out of,
// and keeps its mode. The name is relative to the folder. old is the file as it was last
// seen; nil makes a new one, and a file that has turned up meanwhile is left alone, with
// [fs.ErrExist].
func WriteIn(root *os.Root, name string, old fs.FileInfo, b []byte) error {
	name = filepath.FromSlash(name)
	w := &writing{in: root, target: name, perm: 0o666}
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
