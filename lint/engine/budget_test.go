//go:build !race && !poison

package engine_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/rules"
)

// The work for the drafts in testdata, counted: unlike the time it takes, it is the same on any
// machine. Each limit is a little above what was counted when it was set. A change that exceeds one
// makes every run slower; if that is worth it, raise the limit.
const (
	mostAllocations = 665    // for each draft, from its bytes to its outcome
	mostAllocated   = 59_000 // bytes for each draft
	mostLookups     = 30     // of files and folders by rules, for each draft
)

// TestADraftTakesNoMoreThanItsBudget counts what all rules take for a draft. Builds that overwrite
// released memory allocate more.
func TestADraftTakesNoMoreThanItsBudget(t *testing.T) {
	conf, err := config.NewResolver(append(rules.All(), engine.Rules()...), config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.New(rules.All(), conf)
	if err != nil {
		t.Fatal(err)
	}
	settings, err := conf.For(config.NoFile(""), "post.md")
	if err != nil {
		t.Fatal(err)
	}
	files := &countingFS{FS: os.DirFS(filepath.Join("..", "..", "testdata", "drafts"))}
	contents := map[string][]byte{}
	entries, err := fs.ReadDir(files.FS, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !entry.IsDir() {
			if contents[entry.Name()], err = fs.ReadFile(files.FS, entry.Name()); err != nil {
				t.Fatal(err)
			}
		}
	}
	check := func() {
		for name, content := range contents {
			doc, _ := engine.Parse(name, content, settings.Parse)
			e.Check(context.Background(), &engine.Draft{Path: name, Doc: doc, Settings: settings, Files: files, Name: name})
			bufpool.Release(doc)
		}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // otherwise pools lose what they have
	check()                                          // makes the pools and reads the lists
	files.lookups = 0
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	check()
	runtime.ReadMemStats(&after)
	n := uint64(len(contents))
	withinBudget(t, "allocations", (after.Mallocs-before.Mallocs)/n, mostAllocations)
	withinBudget(t, "bytes allocated", (after.TotalAlloc-before.TotalAlloc)/n, mostAllocated)
	withinBudget(t, "lookups of files", files.lookups/n, mostLookups)
}

// withinBudget reports what exceeds its limit, and a limit that is so far above it that it no longer
// notices anything.
func withinBudget(t *testing.T, what string, got, most uint64) {
	t.Helper()
	t.Logf("%d %s for each draft", got, what)
	switch {
	case got > most:
		t.Errorf("%d %s for each draft, above the limit of %d", got, what, most)
	case 4*got < 3*most:
		t.Errorf("%d %s for each draft, far below the limit of %d; lower the limit", got, what, most)
	}
}

// countingFS counts what is asked of a file tree.
type countingFS struct {
	fs.FS
	lookups uint64
}

func (c *countingFS) Open(name string) (fs.File, error) {
	c.lookups++
	return c.FS.Open(name) //nolint:wrapcheck // the answer of the tree itself
}

func (c *countingFS) Stat(name string) (fs.FileInfo, error) {
	c.lookups++
	return fs.Stat(c.FS, name) //nolint:wrapcheck // the answer of the tree itself
}

func (c *countingFS) ReadDir(name string) ([]fs.DirEntry, error) {
	c.lookups++
	return fs.ReadDir(c.FS, name) //nolint:wrapcheck // the answer of the tree itself
}
