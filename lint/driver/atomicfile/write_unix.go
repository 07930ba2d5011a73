//go:build unix

package atomicfile

import (
	"io/fs"
	"os"
	"syscall"
)

// links returns how many names a file has.
func links(info fs.FileInfo) int {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(s.Nlink)
	}
	return 1
}

// adopt gives a file the owner, mode and extended attributes of the target. Only
// the mode must succeed: an owner can be given by root alone, and the group by its
// members.
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
