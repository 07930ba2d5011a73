// Package bufpool lets the memory of one document serve for the next.
package bufpool

// Sized returns an empty slice for about n values. It reuses the memory of buf where
// that is large enough, and not more than eight times as large as needed once it exceeds
// 65,536 values.
func Sized[T any](buf []T, n int) []T {
	const large = 1 << 16
	if cap(buf) < n || cap(buf) > large && cap(buf)/8 > n {
		return make([]T, 0, n)
	}
	return buf[:0]
}

// Emptied returns an empty slice in the memory of buf, or nil where that holds more than
// 4,096 values.
func Emptied[T any](buf []T) []T {
	const large = 1 << 12
	if cap(buf) > large {
		return nil
	}
	return buf[:0]
}
