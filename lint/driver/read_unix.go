//go:build unix

package driver

import (
	"errors"
	"io"
	"os"
	"syscall"
)

// readFile returns the bytes of a regular file, in buf where there is room, and one more
// than limit of what is longer.
//
// It calls the system itself. What package os adds, for files that keep a reader waiting,
// takes as long again as opening, reading and closing a draft.
func readFile(name string, buf []byte, limit int) ([]byte, error) {
	file, err := open(name)
	if err != nil {
		return nil, err
	}
	defer syscall.Close(int(file)) //nolint:errcheck // it is only read
	var stat syscall.Stat_t
	if err := syscall.Fstat(int(file), &stat); err != nil {
		return nil, err
	}
	if stat.Mode&syscall.S_IFMT != syscall.S_IFREG {
		info, err := os.Stat(name)
		if err != nil {
			return nil, plain(err)
		}
		return nil, errors.New(special(info.Mode()))
	}
	return readUpTo(file, buf, limit, int(min(stat.Size, 1<<30)))
}

// descriptor is an open file.
type descriptor int

// open opens a file for reading. A pipe that nobody writes to must not hold the run up.
func open(name string) (descriptor, error) {
	for {
		fd, err := syscall.Open(name, syscall.O_RDONLY|syscall.O_NONBLOCK|syscall.O_CLOEXEC, 0)
		if !errors.Is(err, syscall.EINTR) {
			return descriptor(fd), err
		}
	}
}

// Read reads as [io.Reader] says.
func (file descriptor) Read(p []byte) (int, error) {
	for {
		n, err := syscall.Read(int(file), p[:min(len(p), 1<<30)])
		switch {
		case errors.Is(err, syscall.EINTR):
		case err != nil:
			return 0, err
		case n == 0 && len(p) > 0:
			return 0, io.EOF
		default:
			return n, nil
		}
	}
}
