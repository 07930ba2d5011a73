//go:build unix

package cmd_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const (
	drafts  = 12
	unfixed = "Bring the the book.\n\nThey saw a a house.\n"
	mended  = "Bring the book.\n\nThey saw a house.\n"
)

// draftsIn writes the drafts of the test, each with a number and a long tail, so
// that half a draft is not the whole of either text.
func draftsIn(t *testing.T, dir string) {
	t.Helper()
	for i := range drafts {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.md", i)), []byte(draftOf(i, unfixed)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func draftOf(i int, text string) string {
	return fmt.Sprintf("# Draft %d\n\n", i) + text + strings.Repeat("Nothing wrong in this line.\n\n", 300)
}

// state returns how many drafts are old and how many new; anything else fails the
// test.
func state(t *testing.T, dir string) (old, now int) {
	t.Helper()
	for i := range drafts {
		content, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("%d.md", i)))
		switch {
		case err != nil:
			t.Fatal(err)
		case string(content) == draftOf(i, unfixed):
			old++
		case string(content) == draftOf(i, mended):
			now++
		default:
			t.Fatalf("draft %d is neither old nor new: %d bytes", i, len(content))
		}
	}
	return old, now
}

func fixAll(dir string) *exec.Cmd {
	c := exec.Command("copychief", "--no-config", "--only", "repeated-word", "--fix", "--quiet", ".")
	c.Dir = dir
	return c
}

func TestAKilledRunLeavesEveryDraftOldOrNew(t *testing.T) {
	dir := t.TempDir()
	draftsIn(t, dir)
	began := time.Now()
	if out, err := fixAll(dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	whole := time.Since(began)
	if old, _ := state(t, dir); old > 0 {
		t.Fatalf("%d drafts not fixed", old)
	}
	times := 150
	if testing.Short() {
		times = 10
	}
	between := 0 // runs that were killed while they wrote
	for range times {
		draftsIn(t, dir)
		c := fixAll(dir)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		kill := time.AfterFunc(time.Duration(rand.Int64N(int64(whole))), func() { _ = c.Process.Kill() })
		_ = c.Wait() // killed or done
		kill.Stop()
		if old, now := state(t, dir); old > 0 && now > 0 {
			between++
		}
	}
	t.Logf("%d of %d runs of %v were killed while they wrote", between, times, whole)
	if out, err := fixAll(dir).CombinedOutput(); err != nil {
		t.Fatalf("after the kills: %v\n%s", err, out)
	}
	if old, _ := state(t, dir); old > 0 {
		t.Errorf("after the kills: %d drafts not fixed", old)
	}
}
