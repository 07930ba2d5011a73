package atomicfile

import (
	"bytes"
	"os"
	"syscall"
)

// attributesLimit is the maximum size of the list of names, and of each value, of extended
// attributes in bytes (the kernel's own limit, XATTR_SIZE_MAX).
const attributesLimit = 64 << 10

// adoptAttributes copies extended attributes, including access control lists, as far as the
// process is permitted to.
func adoptAttributes(f *os.File, target string) {
	names := make([]byte, attributesLimit)
	n, err := syscall.Listxattr(target, names)
	if err != nil || n == 0 {
		return
	}
	value := make([]byte, attributesLimit)
	for name := range bytes.SplitSeq(bytes.TrimRight(names[:n], "\x00"), []byte{0}) {
		if size, err := syscall.Getxattr(target, string(name), value); err == nil {
			_ = syscall.Setxattr(f.Name(), string(name), value[:size], 0)
		}
	}
}
