package rootfs

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// Listing is a [Dir] that is kept open and caches the names in its folders. Only one
// goroutine may use it.
type Listing struct {
	root  *os.Root
	names map[string][]string // by folder
}

// OpenListing opens the files of a folder.
func OpenListing(dir string) (*Listing, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Listing{root, map[string][]string{}}, nil
}

// Close closes the folder.
func (l *Listing) Close() { _ = l.root.Close() } // it was only read

// Open opens a file for reading. Opening a pipe does not block.
func (l *Listing) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	f, err := l.root.OpenFile(filepath.FromSlash(name), os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Stat returns information on a file, following symbolic links inside the folder.
func (l *Listing) Stat(name string) (fs.FileInfo, error) {
	return l.root.Stat(filepath.FromSlash(name))
}

// IsFolder reports whether a name is that of a folder, and not of a link to one.
func (l *Listing) IsFolder(name string) bool {
	info, err := l.root.Lstat(filepath.FromSlash(name))
	return err == nil && info.IsDir()
}

// Names returns the names in a folder, sorted. It does not look at the files, which takes
// a system call for each in a [fs.ReadDirFS] of an [os.Root].
func (l *Listing) Names(dir string) ([]string, error) {
	if names, ok := l.names[dir]; ok {
		return names, nil
	}
	f, err := l.root.Open(filepath.FromSlash(dir))
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it is only read
	names, err := f.Readdirnames(-1)
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	l.names[dir] = names
	return names, nil
}
