//go:build !unix

package timing

import "time"

// CPU returns the elapsed time of a function, since CPU time is not available here.
func CPU(do func()) time.Duration {
	begun := time.Now()
	do()
	return time.Since(begun)
}
