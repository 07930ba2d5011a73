package git_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/driver/git"
)

func TestStagedContentDiffersFromTheWorkTree(t *testing.T) {
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
	if got := summary(c); got != "\"a.md\" 2-2\n\"huge.md\" 1-1\n" {
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
		{"no repository", since(t.TempDir(), "HEAD"), "is not in a git repository; run copychief in one"},
		{"bare", since(filepath.Join(tr.dir, ".git"), "HEAD"), "without a work tree"},
		{"unknown", since(tr.dir, "next"), "not know a revision “next” here; see git branch --all"},
		{"misspelt", since(tr.dir, "mian"), "not know a revision “mian” here; did you mean main?"},
		{"misspelt, of the remote", since(other.dir, "origin/topc"), "did you mean origin/topic?"},
		{"of the remote", since(other.dir, "topic"), "did you mean origin/topic?"},
		{"in a shallow clone", since(shallow.dir, "v1"), "git fetch --unshallow"},
		{"range", since(tr.dir, "main..topic"), "is a range"},
		{"option", since(tr.dir, "--output=x"), "is not a revision"},
		{"blob", since(tr.dir, "HEAD:a.md"), "“HEAD:a.md”"},
		{"nothing in common", base(tr.dir, "apart"), "no commit in common"},
		{"shallow", base(shallow.dir, "origin/main"), "fetch-depth: 0"},
		{"no folder", since(filepath.Join(tr.dir, "nowhere"), "HEAD"), "nowhere"},
	} {
		if x.err == nil || !strings.Contains(x.err.Error(), x.want) {
			t.Errorf("%s: error is %v, want one with %q", x.name, x.err, x.want)
		}
	}
	t.Setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
	if err := since(tr.dir, "HEAD"); err == nil || !strings.Contains(err.Error(), "safe.directory") {
		t.Errorf("of another owner: %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if err := since(tr.dir, "HEAD"); err == nil || !strings.Contains(err.Error(), "git was not found on PATH") {
		t.Errorf("without git: %v", err)
	}
	if _, err := git.Staged(t.Context(), tr.dir, drafts); err == nil || !strings.Contains(err.Error(), "git was not found on PATH") {
		t.Errorf("without git: %v", err)
	}
}
