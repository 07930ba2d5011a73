//go:build unix && !linux

package atomicfile

import "os"

// adoptAttributes does nothing: the standard library supports extended attributes only on
// Linux.
func adoptAttributes(*os.File, string) {}
