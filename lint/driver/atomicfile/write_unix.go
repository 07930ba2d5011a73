//go:build unix

package atomicfile

import (
	"io/fs"
	"os"
	"syscall"
)

// links returns the number of hard links of a file.
func links(info fs.FileInfo) int {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(s.Nlink)
	}
	return 1
}

// adopt gives a file the owner, mode and extended attributes of the target. Only failing
// to set the mode is an error, since only root can set the owner and only members the
// group.
func adopt(f *os.File, target string, info fs.FileInfo) error {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		if f.Chown(int(s.Uid), int(s.Gid)) != nil {
			_ = f.Chown(-1, int(s.Gid))
		}
	}
	adoptAttributes(f, target)
	return setMode(f, info.Mode())
}

func setMode(f *os.File, mode fs.FileMode) error { return f.Chmod(mode) }
