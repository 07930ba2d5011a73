// Package atomicfile writes files atomically: readers see either the old content or the
// new, never a part of it.
//
// The content is written to a temporary file in the same folder (.copychief-*.tmp, which
// may remain if the process is killed) and renamed to the target. There is a function for
// each kind of file:
//
//   - [Replace] and [Write] are for drafts and baselines. The content is synced to disk
//     before the rename, so that a power failure loses nothing. Mode, owner and, if the
//     system supports them, extended attributes are kept, and symbolic links are followed.
//     Read-only files are refused, and so are files with several hard links, which a
//     rename would break.
//   - [Stream] is for files that can be regenerated, such as reports and caches: only the
//     mode is kept, and nothing is synced.
//   - [WriteIn] writes inside an [os.Root], so that no symbolic link leads out of it.
//
// The trade-off: this needs permission to create files in the folder of the target, which
// overwriting it would not.
package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"

	"github.com/copychief/copychief/lint/driver/rootfs"
)

// folder is a file system to write to: the disk or an [os.Root].
type folder interface {
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
	Rename(from, to string) error
	Remove(name string) error
}

// disk is the file system of the operating system.
type disk struct{}

func (disk) OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	return os.OpenFile(name, flag, perm)
}
func (disk) Rename(from, to string) error { return os.Rename(from, to) }
func (disk) Remove(name string) error     { return os.Remove(name) }

// writer writes one file.
type writer struct {
	in     folder
	target string                 // not a symbolic link
	perm   fs.FileMode            // of the file, before the umask
	adopt  func(f *os.File) error // copies owner and attributes of the target; may be nil
	check  func() error           // checks the target again before the rename; may be nil
	sync   bool                   // sync to disk before and after the rename
}

// run writes the file; fill writes the content. File system errors do not name the file.
func (w *writer) run(fill func(io.Writer) error) error {
	f, temporary, err := w.open()
	if err != nil {
		return err
	}
	return w.finish(f, temporary, fill)
}

// finish writes, closes and renames the temporary file.
func (w *writer) finish(f *os.File, temporary string, fill func(io.Writer) error) error {
	err := fill(f)
	if err == nil && w.adopt != nil {
		err = w.adopt(f)
	}
	if err == nil && w.sync {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil && w.check != nil {
		err = w.check()
	}
	if err == nil {
		err = w.in.Rename(temporary, w.target)
	}
	if err != nil {
		_ = w.in.Remove(temporary) // report the first error
		return cause(err)
	}
	if w.sync {
		syncFolder(filepath.Dir(w.target))
	}
	return nil
}

// open creates a temporary file in the folder of the target.
func (w *writer) open() (f *os.File, name string, err error) {
	for range 100 {
		name = filepath.Join(filepath.Dir(w.target), ".copychief-"+strconv.FormatUint(rand.Uint64(), 36)+".tmp")
		f, err = w.in.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, w.perm)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return f, name, cause(err)
}

// content returns a function that writes b.
func content(b []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}
}

// cause strips paths from an error.
func cause(err error) error {
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return rootfs.Cause(err)
}

// syncFolder makes a rename durable, if the system supports that.
func syncFolder(dir string) {
	d, err := os.Open(dir)
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}
