//go:build unix

package timing

import (
	"syscall"
	"time"
)

// CPU returns the CPU time of this process while a function runs, including tests that run
// in parallel.
func CPU(do func()) time.Duration {
	begun := used()
	do()
	return used() - begun
}

func used() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		panic(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
