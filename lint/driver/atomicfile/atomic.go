// Package atomicfile writes files so that whoever looks at any moment finds all of the
// old content or all of the new.
//
// The content goes to a file beside the target (.copychief-*.tmp, which a process that is
// killed may leave behind) and then takes the name of the target by rename. Callers differ
// in what else they need, and each has a function of its own:
//
//   - [Replace] and [Write] are for files that people keep, drafts and baselines. The
//     content is on the disk before the rename, so that a power cut loses nothing. Mode,
//     owner and, where the system has them, extended attributes are kept, and links are
//     followed. What a rename would break (a file with several hard links) or go against
//     (one that is read-only) is refused.
//   - [Stream] is for what can be made again, reports and caches: the mode alone is kept,
//     and nothing waits for the disk.
//   - [WriteIn] writes below an [os.Root], which no link leads out of.
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

// folder is where files are written: anywhere, or below an [os.Root].
type folder interface {
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
	Rename(from, to string) error
	Remove(name string) error
}

// disk is the folder of all paths.
type disk struct{}

func (disk) OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	return os.OpenFile(name, flag, perm)
}
func (disk) Rename(from, to string) error { return os.Rename(from, to) }
func (disk) Remove(name string) error     { return os.Remove(name) }

// writing is one file being written.
type writing struct {
	in     folder
	target string                 // no link
	perm   fs.FileMode            // of the file, before the umask
	adopt  func(f *os.File) error // gives it what the target has; nil gives it nothing
	check  func() error           // looks at the target once more before the rename; nil looks at nothing
	sync   bool                   // the content must outlast a power cut
}

// run lets fill write the content. Errors of the file system do not name the file.
func (w *writing) run(fill func(io.Writer) error) error {
	f, temporary, err := w.open()
	if err != nil {
		return err
	}
	return w.finish(f, temporary, fill)
}

// finish does the rest once the temporary file is open, and closes it.
func (w *writing) finish(f *os.File, temporary string, fill func(io.Writer) error) error {
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
		_ = w.in.Remove(temporary) // the error that matters is the one above
		return cause(err)
	}
	if w.sync {
		syncFolder(filepath.Dir(w.target))
	}
	return nil
}

// open makes a file beside the target.
func (w *writing) open() (f *os.File, name string, err error) {
	for range 100 {
		name = filepath.Join(filepath.Dir(w.target), ".copychief-"+strconv.FormatUint(rand.Uint64(), 36)+".tmp")
		f, err = w.in.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, w.perm)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return f, name, cause(err)
}

// content writes bytes.
func content(b []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}
}

// cause strips the paths off an error.
func cause(err error) error {
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return rootfs.Cause(err)
}

// syncFolder makes the rename last. Where a system cannot do that, the rename is
// done all the same.
func syncFolder(dir string) {
	d, err := os.Open(dir)
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}
