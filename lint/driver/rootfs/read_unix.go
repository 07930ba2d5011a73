//go:build unix

package rootfs

import (
	"io"
	"syscall"
)

// Read returns the content of a regular file, in buf if it is large enough. Of a file
// longer than limit it returns limit+1 bytes. The error does not name the file.
//
// It makes the system calls itself: setting up an [os.File], which also has to handle files that
// block, takes as long as reading a draft.
func Read(name string, buf []byte, limit int) ([]byte, error) {
	// O_NONBLOCK, so that opening a pipe without a writer does not block.
	fd, err := uninterrupted(func() (int, error) {
		return syscall.Open(name, syscall.O_RDONLY|syscall.O_NONBLOCK|syscall.O_CLOEXEC, 0)
	})
	if err != nil {
		return nil, err
	}
	defer syscall.Close(fd) //nolint:errcheck // it is only read
	var info syscall.Stat_t
	if _, err := uninterrupted(func() (int, error) { return 0, syscall.Fstat(fd, &info) }); err != nil {
		return nil, err
	}
	if info.Mode&syscall.S_IFMT != syscall.S_IFREG {
		return readFile(name, buf, limit) // which says what it is
	}
	return ReadUpTo(descriptor(fd), buf, limit, int(min(info.Size, 1<<30)))
}

// descriptor is an open file.
type descriptor int

func (d descriptor) Read(buf []byte) (int, error) {
	n, err := uninterrupted(func() (int, error) { return syscall.Read(int(d), buf) })
	switch {
	case err != nil:
		return 0, err
	case n == 0 && len(buf) > 0:
		return 0, io.EOF
	}
	return n, nil
}

// uninterrupted repeats a system call that a signal interrupts.
func uninterrupted(call func() (int, error)) (int, error) {
	for {
		n, err := call()
		if err != syscall.EINTR { //nolint:errorlint // the calls return numbers
			return n, err
		}
	}
}
