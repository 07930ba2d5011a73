package rootfs

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Dir is a folder that no symbolic link leads out of. Each call opens the folder, so a Dir
// need not be closed. Names are relative to it, with slashes.
type Dir string

// Open opens a file for reading. Opening a pipe does not block.
func (d Dir) Open(name string) (fs.File, error) {
	f, err := d.open(name)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (d Dir) open(name string) (*os.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	root, err := os.OpenRoot(string(d))
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // it is only read
	return root.OpenFile(filepath.FromSlash(name), os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

// Stat returns information on a file, following symbolic links inside the folder.
func (d Dir) Stat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrInvalid}
	}
	root, err := os.OpenRoot(string(d))
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // it is only read
	return root.Stat(filepath.FromSlash(name))
}

// Read returns the content of a regular file. Of a file longer than limit it returns
// limit+1 bytes. The error does not name the file.
func (d Dir) Read(name string, limit int) ([]byte, error) {
	f, err := d.open(name)
	if err != nil {
		return nil, Cause(err)
	}
	return readAndClose(f, nil, limit)
}
