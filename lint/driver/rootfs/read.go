// Package rootfs reads files safely: regular files only, up to a size limit, and, if
// required, only inside a folder.
//
// [Read] reads any file. [Dir] and [Tree] are limited to a folder by an [os.Root], so that
// no symbolic link and no path in a draft leads out of it; all files of a site are read
// through one of them. A Dir opens the folder for each call. A Tree keeps it open and
// caches the state of each file, since the same few images and articles are looked up
// again and again.
//
// The trade-off: a file that changes during a run is seen as it was at the first lookup.
package rootfs

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"syscall"
)

// readFile is [Read] on any system.
func readFile(name string, buf []byte, limit int) ([]byte, error) {
	// O_NONBLOCK, so that opening a pipe without a writer does not block.
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, Cause(err)
	}
	return readAndClose(f, buf, limit)
}

// readAndClose reads a file opened with O_NONBLOCK. It checks the type of the open file,
// because the name may refer to another one by now.
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

// ReadUpTo reads at most limit+1 bytes, into buf if it is large enough. size is the expected
// size. It tries to read one more byte than that, to detect the end of the file without
// growing the buffer.
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

// Refusal says why a file with a mode is not read; "" for a regular file.
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
	return "not a regular file"
}

// Cause strips the path from a file system error, since reports show the path anyway.
func Cause(err error) error {
	if e, ok := err.(*fs.PathError); ok { //nolint:errorlint // only the outermost error is unwrapped
		return e.Err
	}
	return err
}
