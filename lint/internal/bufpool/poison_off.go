//go:build !race && !poison

package bufpool

const poisoning = false
