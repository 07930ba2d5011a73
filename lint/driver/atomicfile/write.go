// Package atomicfile replaces files so that whoever looks at any moment, after a crash
// too, finds all of the old content or all of the new.
//
// The content goes to a file beside the target, to the disk, and then takes the name of
// the target by rename. What the old file had is kept: mode, owner and, where the system
// has them, extended attributes; links are followed. What a rename would break (a file
// with several hard links) or go against (one that is read-only) is refused.
package atomicfile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/copychief/copychief/lint/driver/rootfs"
)

// ErrChanged says that a file is not what it was when it was read.
var ErrChanged = errors.New("changed while it was being fixed; run again")

// Resolve returns the file that a path leads to, links followed.
func Resolve(file string) (string, error) {
	target, err := filepath.EvalSymlinks(file)
	if err != nil {
		return "", rootfs.Cause(err)
	}
	return target, nil
}

// Replace puts new content in the place of old, so that whoever looks at the file at
// any moment, after a crash too, finds one or the other, whole. The content goes to
// a file beside it, to the disk, and then takes the name of the target by rename; a
// process that is killed may leave the file beside it behind (.copychief-*.tmp).
//
// Mode, owner and, where the system has them, extended attributes are kept. A file
// that is read-only, that has several names (hard links, which a rename would part),
// or that no longer holds old is left alone, with an error that says so. target is
// no link.
func Replace(target string, old, new []byte) error {
	info, err := writable(target)
	if err != nil {
		return err
	}
	dir := filepath.Dir(target)
	f, err := os.CreateTemp(dir, ".copychief-*.tmp")
	if err != nil {
		return fmt.Errorf("cannot write beside it: %w", rootfs.Cause(err))
	}
	temporary := f.Name()
	err = fill(f, target, info, new)
	if err == nil {
		err = unchanged(target, info, old)
	}
	if err == nil {
		err = os.Rename(temporary, target)
	}
	if err != nil {
		var link *os.LinkError
		if errors.As(err, &link) {
			err = link.Err
		}
		_ = os.Remove(temporary) // the error that matters is the one above
		return err
	}
	syncFolder(dir)
	return nil
}

// writable returns what is known of a file that may be replaced, or the reason for
// which it may not.
func writable(target string) (fs.FileInfo, error) {
	info, err := os.Lstat(target)
	if err != nil {
		return nil, rootfs.Cause(err)
	}
	switch {
	case !info.Mode().IsRegular():
		return nil, errors.New(rootfs.Refusal(info.Mode()))
	case info.Mode().Perm()&0o222 == 0:
		return nil, errors.New("the file is read-only")
	}
	if n := links(info); n > 1 {
		return nil, fmt.Errorf("the file has %d names (hard links), which replacing it would part", n)
	}
	f, err := os.OpenFile(target, os.O_WRONLY, 0) // opened to see whether it may be written, and not touched
	if err != nil {
		return nil, rootfs.Cause(err)
	}
	return info, rootfs.Cause(f.Close())
}

// fill writes content to a new file, gives it what the target has, and closes it
// when it is on the disk.
func fill(f *os.File, target string, info fs.FileInfo, content []byte) error {
	_, err := f.Write(content)
	if err == nil {
		err = adopt(f, target, info)
	}
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	return rootfs.Cause(err)
}

// unchanged reports whether a file is the one it was and still holds old.
func unchanged(target string, info fs.FileInfo, old []byte) error {
	now, err := os.Lstat(target)
	if err != nil {
		return rootfs.Cause(err)
	}
	if !os.SameFile(info, now) || now.Size() != int64(len(old)) || now.Mode() != info.Mode() {
		return ErrChanged
	}
	content, err := os.ReadFile(target)
	if err != nil {
		return rootfs.Cause(err)
	}
	if !bytes.Equal(content, old) {
		return ErrChanged
	}
	return nil
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
