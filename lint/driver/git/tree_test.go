package git_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/driver/git"
)

var drafts = []string{"*.md", "*.txt"}

// tree is a repository in a folder of its own.
type tree struct {
	*testing.T
	dir string
}

func newTree(t *testing.T) *tree {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", home)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	for _, name := range []string{"GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"} {
		t.Setenv(name, "") // so that it is set back
		_ = os.Unsetenv(name)
	}
	return newRepository(t)
}

// newRepository makes one more in the same surroundings.
func newRepository(t *testing.T) *tree {
	t.Helper()
	tr := &tree{t, t.TempDir()}
	tr.git("init", "-q", "-b", "main")
	tr.git("config", "user.email", "editor@example.org")
	tr.git("config", "user.name", "Editor")
	return tr
}

func (t *tree) git(args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = t.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func (t *tree) write(name, text string) {
	t.Helper()
	file := filepath.Join(t.dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (t *tree) commit(message string) {
	t.Helper()
	t.git("add", "-A")
	t.git("commit", "-q", "--allow-empty", "-m", message)
}

// summary writes changes, one line per file.
func summary(c *git.Changes) string {
	var b strings.Builder
	for _, f := range c.Files {
		fmt.Fprintf(&b, "%q", f.Path)
		if f.Old != f.Path {
			fmt.Fprintf(&b, " from %q", f.Old)
		}
		if f.Unmerged {
			b.WriteString(" conflict")
		}
		if f.Whole {
			b.WriteString(" whole")
		} else {
			for _, l := range f.Lines {
				fmt.Fprintf(&b, " %d-%d", l.From, l.To)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (t *tree) expect(c *git.Changes, err error, want ...string) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got := strings.TrimSuffix(summary(c), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("changes are\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Line number %d of the draft.\n", i+1)
	}
	return b.String()
}
