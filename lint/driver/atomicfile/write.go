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

// Replace puts new content in the place of old, which the file must still hold. One that
// is no regular file, is read-only, has several names (hard links, which a rename would
// part) or was changed meanwhile is left alone, with an error that says so. target is no
// link; see [Resolve].
func Replace(target string, old, new []byte) error {
	info, err := writable(target)
	if err != nil {
		return err
	}
	w := &writing{
		in: disk{}, target: target, perm: 0o600, sync: true,
		adopt: func(f *os.File) error { return adopt(f, target, info) },
		check: func() error { return unchanged(target, info, old) },
	}
	f, temporary, err := w.open()
	if err != nil {
		return fmt.Errorf("cannot write beside it: %w", err)
	}
	return w.finish(f, temporary, content(new))
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
