package atomicfile

import (
	"errors"
	"io/fs"
	"math"
	"os"

	"github.com/copychief/copychief/lint/driver/rootfs"
)

// Write puts content in the place of a file, or makes the file, so that whoever
// looks at any moment, after a crash too, finds all of the old or all of the new. Of
// a file that is there, mode and owner are kept and links followed; see [Replace] for what
// is left alone.
func Write(file string, b []byte) error {
	target, err := Resolve(file)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(file); err == nil {
			return errors.New("a link to something that is not there")
		}
		return (&writing{in: disk{}, target: file, perm: 0o666, sync: true}).run(content(b))
	}
	if err != nil {
		return err
	}
	old, err := rootfs.Read(target, nil, math.MaxInt-1) // a pipe would be waited for
	if err != nil {
		return err
	}
	return Replace(target, old, b)
}
