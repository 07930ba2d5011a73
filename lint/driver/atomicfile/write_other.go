//go:build !unix

package atomicfile

import (
	"io/fs"
	"os"
)

// links returns 1, because the number of hard links is unknown on this system.
func links(fs.FileInfo) int { return 1 }

// adopt gives a file the mode of the target.
func adopt(f *os.File, _ string, info fs.FileInfo) error { return setMode(f, info.Mode()) }

func setMode(f *os.File, mode fs.FileMode) error { return os.Chmod(f.Name(), mode) }
