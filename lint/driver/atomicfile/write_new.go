package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/copychief/copychief/lint/driver/rootfs"
)

// Write puts content in the place of a file, or makes the file, so that whoever
// looks at any moment, after a crash too, finds all of the old or all of the new. Of
// a file that is there, mode and owner are kept and links followed; see [Replace] for what
// is left alone.
func Write(file string, content []byte) error {
	target, err := Resolve(file)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(file); err == nil {
			return errors.New("a link to something that is not there")
		}
		return create(file, content)
	}
	if err != nil {
		return err
	}
	old, err := os.ReadFile(target)
	if err != nil {
		return rootfs.Cause(err)
	}
	return Replace(target, old, content)
}

// create makes a file. Until it is whole it has another name.
func create(file string, content []byte) error {
	dir := filepath.Dir(file)
	name, err := os.CreateTemp(dir, ".copychief-*.tmp")
	if err != nil {
		return rootfs.Cause(err)
	}
	_ = name.Close() // nothing was written to it
	temporary := name.Name()
	_ = os.Remove(temporary) // its name is wanted, not its mode, which others may not read
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return rootfs.Cause(err)
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(temporary, file)
	}
	if err != nil {
		_ = os.Remove(temporary) // the error that matters is the one above
		return rootfs.Cause(err)
	}
	syncFolder(dir)
	return nil
}
