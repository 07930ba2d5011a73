package atomicfile

import (
	"errors"
	"io/fs"
	"math"
	"os"

	"github.com/copychief/copychief/lint/driver/rootfs"
)

// Write atomically replaces or creates a file. Mode and owner of an existing file are kept,
// and symbolic links are followed; see [Replace] for the files that it refuses.
func Write(file string, b []byte) error {
	target, err := Resolve(file)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(file); err == nil {
			return errors.New("a broken symbolic link")
		}
		return (&writer{in: disk{}, target: file, perm: 0o666, sync: true}).run(content(b))
	}
	if err != nil {
		return err
	}
	old, err := rootfs.Read(target, nil, math.MaxInt-1) // os.ReadFile would block on a pipe
	if err != nil {
		return err
	}
	return Replace(target, old, b)
}
