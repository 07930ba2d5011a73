//go:build !unix

package timing

import "time"

// CPU returns how long a function runs, as the clock has it.
func CPU(do func()) time.Duration {
	begun := time.Now()
	do()
	return time.Since(begun)
}
