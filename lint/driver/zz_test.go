//go:build unix

package driver_test

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/rules"
)

func BenchmarkZZ(b *testing.B) {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(400)
	paths := markdownFiles(os.Getenv("COPYCHIEF_CORPUS"))
	all := append(rules.All(), driver.Rules()...)
	var some []*lint.Rule
	for _, r := range all {
		if slices.Contains(core, r.Name) {
			some = append(some, r)
		}
	}
	run(b, paths, all)
	var g, c, a []time.Duration
	timed := func(f func()) time.Duration { t := cpu(b); f(); return cpu(b) - t }
	for b.Loop() {
		g = append(g, timed(func() { parseAlone(b, paths) }))
		c = append(c, timed(func() { run(b, paths, some) }))
		a = append(a, timed(func() { run(b, paths, all) }))
	}
	slices.Sort(g); slices.Sort(c); slices.Sort(a)
	q := len(g) / 10
	fmt.Printf("goldmark %v core %v all %v   core %.3f all %.3f (tenth: %.3f %.3f)\n", g[0], c[0], a[0], float64(c[0])/float64(g[0]), float64(a[0])/float64(g[0]), float64(c[q])/float64(g[q]), float64(a[q])/float64(g[q]))
}
