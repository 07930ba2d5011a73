//go:build !unix

package driver

import (
	"errors"
	"os"
)

// readFile returns the bytes of a regular file, in buf where there is room, and one more
// than limit of what is longer.
func readFile(name string, buf []byte, limit int) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, plain(err)
	}
	defer f.Close() //nolint:errcheck // it is only read
	info, err := f.Stat()
	if err != nil {
		return nil, plain(err)
	}
	if reason := special(info.Mode()); reason != "" {
		return nil, errors.New(reason)
	}
	content, err := readUpTo(f, buf, limit, int(min(info.Size(), 1<<30)))
	if err != nil {
		return nil, plain(err)
	}
	return content, nil
}
