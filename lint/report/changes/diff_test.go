package changes

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/fix"
	"github.com/copychief/copychief/lint/report"
)

// TestDiffsApplyWithoutAnOffset applies diffs of many changes with git and patch. It also
// checks the hunk headers, since both programs tolerate wrong ones.
func TestDiffsApplyWithoutAnOffset(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for n := range 40 {
		before, after := changed(rng, 20+n*4)
		if before == after {
			continue
		}
		var out bytes.Buffer
		d := fix.DraftReport{Path: "a.md", Old: []byte(before), New: []byte(after)}
		d.Applied = make([]fix.AppliedFix, 1)
		if err := Diff(&out, &fix.Report{Drafts: []fix.DraftReport{d}}, report.Options{}, true); err != nil {
			t.Fatal(err)
		}
		checkHunks(t, out.String(), before, after)
		applied(t, out.Bytes(), before, after, "git", "apply", "-p1", "a.diff")
		applied(t, out.Bytes(), before, after, "patch", "-p1", "--no-backup-if-mismatch", "-i", "a.diff")
	}
}

// changed returns a text of lines and a randomly edited version of it.
func changed(rng *rand.Rand, lines int) (before, after string) {
	var b, a strings.Builder
	for i := range lines {
		line := fmt.Sprintf("line %d\n", i)
		b.WriteString(line)
		switch rng.IntN(12) {
		case 0:
			a.WriteString("other " + line)
		case 1: // deleted
		case 2:
			a.WriteString(line + "new\n")
		default:
			a.WriteString(line)
		}
	}
	return b.String(), a.String()
}

// checkHunks compares the lines of each hunk with its header.
func checkHunks(t *testing.T, diff, before, after string) {
	t.Helper()
	old, now := strings.SplitAfter(before, "\n"), strings.SplitAfter(after, "\n")
	i, k := 0, 0
	for line := range strings.Lines(diff) {
		if m := header.FindStringSubmatch(line); m != nil {
			var start int
			_, after, _ := strings.Cut(line, " +")
			if _, err := fmt.Sscanf(after, "%d", &start); err != nil {
				t.Fatal(err)
			}
			i, k = number(m[1])-1, start-1
			continue
		}
		switch {
		case strings.HasPrefix(line, "---"), strings.HasPrefix(line, "+++"):
		case line[0] == ' ':
			if old[i] != line[1:] || now[k] != line[1:] {
				t.Fatalf("%q is not line %d and %d in\n%s", line, i+1, k+1, diff)
			}
			i, k = i+1, k+1
		case line[0] == '-':
			i++
		case line[0] == '+':
			if now[k] != line[1:] {
				t.Fatalf("%q is not line %d in\n%s", line, k+1, diff)
			}
			k++
		}
	}
}

func applied(t *testing.T, diff []byte, before, after, program string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Logf("%s is not installed", program)
		return
	}
	dir := t.TempDir()
	for name, content := range map[string][]byte{"a.md": []byte(before), "a.diff": diff} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	got, _ := os.ReadFile(filepath.Join(dir, "a.md")) // compared below
	if err != nil || string(got) != after || bytes.Contains(out, []byte("offset")) {
		t.Errorf("%s: %v\n%s%s", program, err, out, diff)
	}
}
