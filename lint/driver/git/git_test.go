package git_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
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

// told is what changes say, a line a file.
func told(c *git.Changes) string {
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
	if got := strings.TrimSuffix(told(c), "\n"); got != strings.Join(want, "\n") {
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

func TestLinesOfTheNewSide(t *testing.T) {
	tr := newTree(t)
	tr.write("a.md", numbered(20))
	tr.write("same.md", numbered(3))
	tr.write("gone.md", "Gone.\n")
	tr.write("image.png", "no draft")
	tr.commit("first")
	lines := strings.SplitAfter(numbered(20), "\n")
	lines[2] = "Another third line.\n"                                          // changed
	lines[6] += "An added line.\nAnd one more.\n"                               // added behind the 7th
	lines = slices.Delete(lines, 11, 13)                                        // the 12th and 13th
	lines[len(lines)-1] = "The last line has no line feed, and is another one." // added at the end
	tr.write("a.md", strings.Join(lines, ""))
	tr.write("image.png", "still no draft")
	tr.write("new.md", "New.\n")
	_ = os.Remove(filepath.Join(tr.dir, "gone.md"))

	c, err := git.Since(t.Context(), tr.dir, "HEAD", drafts)
	tr.expect(c, err, `"a.md" 3-3 8-9 14-13 21-21`, `"new.md" whole`)
	c, err = git.Staged(t.Context(), tr.dir, drafts)
	tr.expect(c, err, "")
	tr.git("add", "-A")
	c, err = git.Staged(t.Context(), tr.dir, drafts)
	tr.expect(c, err, `"a.md" 3-3 8-9 14-13 21-21`, `"new.md" whole`)
}

func TestNamesAreBytes(t *testing.T) {
	tr := newTree(t)
	names := []string{
		"with space.md", "tab\there.md", "line\nfeed.md", `"quoted".md`, `back\slash.md`, "Küste é 海.md", "-dash.md",
		"b/a/ b/b/x.md", "\xff\xfe.md", "\x01\x7f.MD", ":(top)x.md", "star*.md", "dir with space/ö.txt", "trailing .md",
	}
	for _, n := range names {
		tr.write(n, "One.\nTwo.\n")
	}
	tr.commit("first")
	for _, n := range names {
		tr.write(n, "One.\nChanged.\n@@ -1 +1 @@\n+++ b/other.md\ndiff --git a/x b/x\n")
	}
	slices.Sort(names)
	var want []string
	for _, n := range names {
		want = append(want, fmt.Sprintf("%q 2-5", n))
	}
	c, err := git.Since(t.Context(), tr.dir, "HEAD", drafts)
	tr.expect(c, err, want...)
	tr.git("add", "-A")
	c, err = git.Staged(t.Context(), tr.dir, drafts)
	tr.expect(c, err, want...)
	for _, n := range names {
		c, err := git.Staged(t.Context(), tr.dir, drafts)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := c.Read(c.Find(n), 1<<20); err != nil || !strings.HasPrefix(string(got), "One.\nChanged.\n") {
			t.Errorf("%q holds %q, %v", n, got, err)
		}
		c.Close()
	}
}

func TestRenamesAreFollowed(t *testing.T) {
	tr := newTree(t)
	tr.write("old name.md", numbered(20))
	tr.write("moved.md", numbered(30)+"Its own.\n")
	tr.commit("first")
	tr.git("mv", "old name.md", "néw name.md")
	tr.git("mv", "moved.md", "elsewhere.md")
	tr.write("néw name.md", strings.Replace(numbered(20), "number 5 ", "number five ", 1))
	tr.git("add", "-A")
	want := []string{`"elsewhere.md" from "moved.md"`, `"néw name.md" from "old name.md" 5-5`}
	tr.git("config", "diff.renames", "false")
	c, err := git.Staged(t.Context(), tr.dir, drafts)
	tr.expect(c, err, want...)
	c, err = git.Since(t.Context(), tr.dir, "HEAD", drafts)
	tr.expect(c, err, want...)
}

func TestWhatGitSeesNoLinesInCountsAsAWhole(t *testing.T) {
	tr := newTree(t)
	tr.write("a utf16.md", "\xff\xfea\x00\n\x00b\x00")
	tr.write("attribute.md", "One.\nTwo.\n")
	tr.write(".gitattributes", "attribute.md -diff\n")
	tr.write("kind.md", "A file.\n")
	tr.write("link.md", "A file.\n")
	tr.write("zz.md", "One.\nTwo.\n")
	_ = os.Symlink("zz.md", filepath.Join(tr.dir, "was-link.md"))
	tr.commit("first")
	tr.write("a utf16.md", "\xff\xfea\x00\n\x00c\x00")
	tr.write("attribute.md", "One.\n2.\n")
	tr.write("zz.md", "One.\n2.\n")
	for _, n := range []string{"link.md", "was-link.md"} {
		if err := os.Remove(filepath.Join(tr.dir, n)); err != nil {
			t.Fatal(err)
		}
	}
	_ = os.Symlink("zz.md", filepath.Join(tr.dir, "link.md"))
	tr.write("was-link.md", "Now a file.\n")
	c, err := git.Since(t.Context(), tr.dir, "HEAD", drafts)
	tr.expect(c, err, `"a utf16.md" whole`, `"attribute.md" whole`, `"was-link.md" whole`, `"zz.md" 2-2`)
	tr.git("add", "-A")
	c, err = git.Staged(t.Context(), tr.dir, drafts)
	tr.expect(c, err, `"a utf16.md" whole`, `"attribute.md" whole`, `"was-link.md" whole`, `"zz.md" 2-2`)
}

func TestLineEndingsAloneAreNoChange(t *testing.T) {
	tr := newTree(t)
	tr.git("config", "core.autocrlf", "false")
	tr.write("a.md", numbered(5))
	tr.write("b.md", numbered(5))
	tr.commit("first")
	crlf := strings.ReplaceAll(numbered(5), "\n", "\r\n")
	tr.write("a.md", crlf)
	tr.write("b.md", strings.Replace(crlf, "number 4 ", "number four ", 1))
	c, err := git.Since(t.Context(), tr.dir, "HEAD", drafts)
	tr.expect(c, err, `"a.md"`, `"b.md" 4-4`)

	tr.git("config", "core.autocrlf", "true")
	tr.git("add", "-A")
	c, err = git.Staged(t.Context(), tr.dir, drafts)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got := told(c); got != "\"b.md\" 4-4\n" {
		t.Errorf("staged: %s", got)
	}
	if got, err := c.Read(c.Find("b.md"), 1<<20); err != nil || strings.Contains(string(got), "\r") {
		t.Errorf("staged content is %q, %v; want what the repository holds", got, err)
	}
}

func TestConfigurationChangesNothing(t *testing.T) {
	tr := newTree(t)
	tr.write("a.md", numbered(30))
	tr.write("ü.md", numbered(5))
	tr.write(".gitattributes", "*.md diff=shout\n")
	tr.commit("first")
	text := strings.NewReplacer("number 5 ", "number five ", "number 8 ", "number eight ").Replace(numbered(30))
	tr.write("a.md", text)
	tr.write("ü.md", numbered(6))
	for _, set := range []string{
		"color.ui=always", "color.diff=always", "diff.noprefix=true", "diff.mnemonicPrefix=true", "core.quotePath=false",
		"diff.context=9", "diff.interHunkContext=9", "diff.external=false", "diff.shout.textconv=false",
		"diff.shout.command=false", "diff.renames=copies", "diff.submodule=log", "diff.algorithm=patience",
		"diff.relative=true", "diff.wordRegex=.", "diff.colorMoved=zebra", "diff.wsErrorHighlight=all", "core.pager=false",
		"diff.srcPrefix=x/", "core.fsmonitor=false-program", "diff.statGraphWidth=1", "diff.ignoreSubmodules=none",
	} {
		key, value, _ := strings.Cut(set, "=")
		tr.git("config", key, value)
	}
	t.Setenv("GIT_DIFF_OPTS", "--unified=7")
	t.Setenv("GIT_EXTERNAL_DIFF", "false")
	t.Setenv("GIT_LITERAL_PATHSPECS", "1")
	c, err := git.Since(t.Context(), tr.dir, "HEAD", drafts)
	tr.expect(c, err, `"a.md" 5-5 8-8`, `"ü.md" 6-6`)
	t.Setenv("GIT_LITERAL_PATHSPECS", "0")
	tr.git("-c", "core.fsmonitor=false", "add", "-A")
	c, err = git.Staged(t.Context(), tr.dir, drafts)
	tr.expect(c, err, `"a.md" 5-5 8-8`, `"ü.md" 6-6`)
}

func TestWhatIsStagedIsNotWhatIsInTheWorkTree(t *testing.T) {
	tr := newTree(t)
	tr.write("a.md", numbered(5))
	tr.write("huge.md", "One.\n")
	tr.commit("first")
	staged := strings.Replace(numbered(5), "number 2 ", "number two ", 1)
	tr.write("a.md", staged)
	tr.write("huge.md", strings.Repeat("x", 100_000))
	tr.git("add", "-A")
	tr.write("a.md", strings.Replace(staged, "number 4 ", "number four ", 1))
	c, err := git.Staged(t.Context(), tr.dir, drafts)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got := told(c); got != "\"a.md\" 2-2\n\"huge.md\" 1-1\n" {
		t.Errorf("staged: %s", got)
	}
	if got, err := c.Read(c.Find("huge.md"), 10); err != nil || string(got) != "xxxxxxxxxxx" {
		t.Errorf("with a limit of 10: %q, %v", got, err)
	}
	if got, err := c.Read(c.Find("a.md"), 1<<20); err != nil || string(got) != staged {
		t.Errorf("staged content is %q, %v", got, err)
	}
}

func TestBeforeTheFirstCommit(t *testing.T) {
	tr := newTree(t)
	tr.write("a.md", "One.\n")
	tr.write("sub/b.md", "One.\n")
	tr.write("ignored.md", "One.\n")
	tr.write(".gitignore", "ignored.md\n")
	tr.git("add", "a.md")
	for _, dir := range []string{tr.dir, filepath.Join(tr.dir, "sub")} {
		c, err := git.Since(t.Context(), dir, "HEAD", drafts)
		tr.expect(c, err, `"a.md" whole`, `"sub/b.md" whole`)
		c, err = git.Staged(t.Context(), dir, drafts)
		tr.expect(c, err, `"a.md" whole`)
	}
	if _, err := git.SinceMergeBase(t.Context(), tr.dir, "HEAD", drafts); err == nil || !strings.Contains(err.Error(), "no commit yet") {
		t.Errorf("merge base: %v", err)
	}
}

func TestSinceTheMergeBase(t *testing.T) {
	tr := newTree(t)
	tr.write("a.md", numbered(10))
	tr.commit("first")
	tr.git("checkout", "-q", "-b", "topic")
	tr.write("a.md", strings.Replace(numbered(10), "number 3 ", "number three ", 1))
	tr.commit("ours")
	tr.git("checkout", "-q", "main")
	tr.write("a.md", strings.Replace(numbered(10), "number 8 ", "number eight ", 1))
	tr.commit("theirs")
	tr.git("checkout", "-q", "--detach", "topic")
	tr.write("a.md", strings.NewReplacer("number 3 ", "number three ", "number 5 ", "number five ").Replace(numbered(10)))
	c, err := git.SinceMergeBase(t.Context(), tr.dir, "main", drafts)
	tr.expect(c, err, `"a.md" 3-3 5-5`)
	c, err = git.Since(t.Context(), tr.dir, "main", drafts)
	tr.expect(c, err, `"a.md" 3-3 5-5 8-8`)
}

func TestConflicts(t *testing.T) {
	tr := newTree(t)
	tr.write("a.md", "One.\nTwo.\n")
	tr.commit("first")
	tr.git("checkout", "-q", "-b", "topic")
	tr.write("a.md", "One.\n2.\n")
	tr.commit("ours")
	tr.git("checkout", "-q", "main")
	tr.write("a.md", "One.\nII.\n")
	tr.commit("theirs")
	if err := exec.Command("git", "-C", tr.dir, "merge", "-q", "topic").Run(); err == nil {
		t.Fatal("the merge went through")
	}
	c, err := git.Staged(t.Context(), tr.dir, drafts)
	tr.expect(c, err, `"a.md" conflict whole`)
	c, err = git.Since(t.Context(), tr.dir, "HEAD", drafts)
	tr.expect(c, err, `"a.md" 2-2 4-6`)
}

func TestWorktreesHooksAndSubmodules(t *testing.T) {
	tr := newTree(t)
	tr.write("a.md", numbered(5))
	tr.commit("first")
	linked := filepath.Join(t.TempDir(), "linked")
	tr.git("worktree", "add", "-q", "-b", "side", linked)
	side := &tree{t, linked}
	side.write("a.md", numbered(6))
	side.git("add", "-A")
	c, err := git.Staged(t.Context(), linked, drafts)
	side.expect(c, err, `"a.md" 6-6`)
	if real, _ := filepath.EvalSymlinks(linked); c.Root != real {
		t.Errorf("root is %s, want %s", c.Root, real)
	}

	tr.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", tr.dir, "theme.md")
	tr.write("theme.md/a.md", "Changed in there.\n")
	tr.write("nested/.git/HEAD", "ref: refs/heads/main\n")
	c, err = git.Since(t.Context(), tr.dir, "HEAD", drafts)
	tr.expect(c, err, "")

	tr.write("a.md", numbered(7))
	index := filepath.Join(t.TempDir(), "index")
	t.Setenv("GIT_INDEX_FILE", index) // as git commit -a and git commit PATH set it for hooks
	t.Setenv("GIT_DIR", filepath.Join(tr.dir, ".git"))
	tr.git("add", "a.md")
	c, err = git.Staged(t.Context(), tr.dir, drafts)
	tr.expect(c, err, `"a.md" 6-7`)
}

func TestErrorsNameTheRemedy(t *testing.T) {
	tr := newTree(t)
	tr.write("a.md", "One.\n")
	tr.commit("first")
	tr.git("branch", "topic")
	other := &tree{t, filepath.Join(t.TempDir(), "clone")}
	tr.git("clone", "-q", tr.dir, other.dir)
	tr.git("checkout", "-q", "--orphan", "apart")
	tr.commit("apart")
	tr.git("checkout", "-q", "main")
	for range 3 {
		tr.commit("more")
	}
	tr.git("checkout", "-q", "topic")
	tr.commit("on topic")
	shallow := &tree{t, filepath.Join(t.TempDir(), "shallow")}
	tr.git("clone", "-q", "--depth", "1", "--no-single-branch", "file://"+tr.dir, shallow.dir)

	since := func(dir, revision string) error { _, err := git.Since(t.Context(), dir, revision, drafts); return err }
	base := func(dir, branch string) error {
		_, err := git.SinceMergeBase(t.Context(), dir, branch, drafts)
		return err
	}
	for _, x := range []struct {
		name string
		err  error
		want string
	}{
		{"no repository", since(t.TempDir(), "HEAD"), "is in no git repository; run copychief in one"},
		{"bare", since(filepath.Join(tr.dir, ".git"), "HEAD"), "without a work tree"},
		{"unknown", since(tr.dir, "mian"), "no revision “mian” here; see git branch --all"},
		{"of the remote", since(other.dir, "topic"), "did you mean origin/topic?"},
		{"in a shallow clone", since(shallow.dir, "v1"), "git fetch --unshallow"},
		{"range", since(tr.dir, "main..topic"), "is a range"},
		{"option", since(tr.dir, "--output=x"), "is no name of a revision"},
		{"blob", since(tr.dir, "HEAD:a.md"), "“HEAD:a.md”"},
		{"nothing in common", base(tr.dir, "apart"), "no commit in common"},
		{"shallow", base(shallow.dir, "origin/main"), "fetch-depth: 0"},
		{"no folder", since(filepath.Join(tr.dir, "nowhere"), "HEAD"), "nowhere"},
	} {
		if x.err == nil || !strings.Contains(x.err.Error(), x.want) {
			t.Errorf("%s: error is %v, want one with %q", x.name, x.err, x.want)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if err := since(tr.dir, "HEAD"); err == nil || !strings.Contains(err.Error(), "git was not found on PATH") {
		t.Errorf("without git: %v", err)
	}
	if _, err := git.Staged(t.Context(), tr.dir, drafts); err == nil || !strings.Contains(err.Error(), "git was not found on PATH") {
		t.Errorf("without git: %v", err)
	}
}
