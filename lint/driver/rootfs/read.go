// Package rootfs reads files that a run comes across: whole and bounded, regular files
// only, and, where a folder is the limit, never beyond it.
//
// [Read] reads any file. [Dir] is a folder as the limit, opened anew for each question,
// and [Tree] one that stays open and remembers its answers. Whatever is read of a site goes through one
// of the two, and so through an [os.Root]: no link and no path in a draft leads out of the
// folder. What a tree knows of a name is kept, since the same few images and articles are
// asked about again and again, and what a rule was told stays true for the run.
package rootfs

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"syscall"
)

// Read returns the bytes of a regular file, in buf where there is room, and one byte more
// than limit of what is longer. The error does not name the file.
func Read(name string, buf []byte, limit int) ([]byte, error) {
	// A pipe that nobody writes to must not hold the run up.
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, Cause(err)
	}
	return readAndClose(f, buf, limit)
}

// readAndClose reads a file that was opened without waiting. What it is, is asked of the
// open file: a name may lead to another one by now.
func readAndClose(f *os.File, buf []byte, limit int) ([]byte, error) {
	defer f.Close() //nolint:errcheck // it is only read
	info, err := f.Stat()
	if err != nil {
		return nil, Cause(err)
	}
	if reason := Refusal(info.Mode()); reason != "" {
		return nil, errors.New(reason)
	}
	content, err := ReadUpTo(f, buf, limit, int(min(info.Size(), 1<<30)))
	if err != nil {
		return nil, Cause(err)
	}
	return content, nil
}

// ReadUpTo reads at most one byte more than limit, into buf where there is room; size is
// a guess. It asks for one byte more than that, so that what turns out to be as long as
// guessed has ended.
func ReadUpTo(r io.Reader, buf []byte, limit, size int) ([]byte, error) {
	buf = slices.Grow(buf[:0], min(size, limit)+1)
	for len(buf) <= limit {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := r.Read(buf[len(buf):min(cap(buf), limit+1)])
		buf = buf[:len(buf)+n]
		if err == io.EOF || err == nil && n > 0 && len(buf) == size && size < limit {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	return buf, nil
}

// Refusal says why a file of some kind is not read; "" for a regular file.
func Refusal(mode fs.FileMode) string {
	switch {
	case mode.IsRegular():
		return ""
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe; copychief reads regular files, or standard input as “-”"
	case mode&fs.ModeSocket != 0:
		return "a socket; copychief reads regular files"
	case mode&fs.ModeDevice != 0:
		return "a device; copychief reads regular files"
	}
	return "no regular file"
}

// Cause strips the path off a file system error: the report shows it already.
func Cause(err error) error {
	if e, ok := err.(*fs.PathError); ok { //nolint:errorlint // only the outermost wrapper is in the way
		return e.Err
	}
	return err
}
