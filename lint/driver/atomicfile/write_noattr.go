//go:build unix && !linux

package atomicfile

import "os"

// adoptAttributes does nothing: the standard library reads extended attributes on
// Linux alone.
func adoptAttributes(*os.File, string) {}
