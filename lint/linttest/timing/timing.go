// Package timing measures CPU time for tests with a time limit. Unlike elapsed time, it
// does not depend on other processes on the machine.
//
// The trade-off: it includes the CPU time of tests that run in parallel in the same process.
package timing
