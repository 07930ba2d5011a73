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

// ErrChanged means that a file has changed since it was read.
var ErrChanged = errors.New("changed while it was being fixed; run again")

// Resolve returns the path of a file with symbolic links resolved.
func Resolve(file string) (string, error) {
	target, err := filepath.EvalSymlinks(file)
	if err != nil {
		return "", rootfs.Cause(err)
	}
	return target, nil
}

// Replace atomically replaces the content of a file. It is an error if the file is not
// regular, is read-only, has several hard links, or no longer contains old; it is then
// left alone. target must not be a symbolic link; see [Resolve].
func Replace(target string, old, new []byte) error {
	info, err := writable(target)
	if err != nil {
		return err
	}
	w := &writer{
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

// writable returns information on a file, or the reason why it cannot be replaced.
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
		return nil, fmt.Errorf("the file has %d hard links, which replacing it would break", n)
	}
	f, err := os.OpenFile(target, os.O_WRONLY, 0) // only to find out whether it is writable
	if err != nil {
		return nil, rootfs.Cause(err)
	}
	return info, rootfs.Cause(f.Close())
}

// unchanged returns an error unless a file is still the same and still contains old.
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
