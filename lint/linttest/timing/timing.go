// Package timing measures tests that hold code to a time. They count the time of the
// processor, which other work on the machine makes no longer, so that a limit says
// something about the code even where several programs share a processor.
package timing
