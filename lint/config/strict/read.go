package strict

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// ReadFile returns the content of a regular file that a configuration names, of at most limit
// bytes. The implementation of files must prevent links out of the repository. The error does
// not name the file; it is [fs.ErrNotExist] if there is none.
func ReadFile(files fs.FS, name string, limit int64) ([]byte, error) {
	if files == nil {
		return nil, fs.ErrNotExist
	}
	info, err := fs.Stat(files, name)
	switch {
	case err != nil:
		return nil, withoutPath(err)
	case !info.Mode().IsRegular():
		return nil, errors.New("it is not a regular file")
	case info.Size() > limit:
		return nil, fmt.Errorf("it has %d bytes; at most %d are read, so split it or delete lines", info.Size(), limit)
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, withoutPath(err)
	}
	defer f.Close() //nolint:errcheck // it is only read
	content, err := io.ReadAll(io.LimitReader(f, limit))
	if err != nil {
		return nil, withoutPath(err)
	}
	return content, nil
}

// withoutPath returns the cause of an error about a file, since messages name the file already.
func withoutPath(err error) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		return e.Err
	}
	return err
}
