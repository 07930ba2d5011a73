package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// usualMemory is the memory in bytes below which the garbage collector runs rarely: enough for a
// folder of drafts, and less than a server of a small site has.
const usualMemory = 320 << 20

// spendMemory lets the collector run rarely while little memory is in use, because a run is short
// and drafts are small: time matters more than memory. A run on many drafts keeps what was found
// in each, so the limit is raised to an eighth above what is in use, which counts what is allocated
// while the collector runs; more would let the fast steps at the end of a run take the most memory.
// GOMEMLIMIT replaces all of this.
func spendMemory() {
	debug.SetGCPercent(400)
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetMemoryLimit(usualMemory)
	afterEachCollection(func() {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if live[0].Value.Kind() != metrics.KindUint64 {
			return
		}
		if needed := int64(live[0].Value.Uint64()) / 8 * 9; needed > usualMemory {
			debug.SetMemoryLimit(needed)
		}
	})
}

// afterEachCollection calls do after each run of the collector, for as long as the program runs.
func afterEachCollection(do func()) {
	runtime.AddCleanup(new([64]byte), func(struct{}) { // smaller values share a block

		do()
		afterEachCollection(do)
	}, struct{}{})
}
