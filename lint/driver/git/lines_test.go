package git_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/driver/git"
)

func TestLinesOfTheNewSide(t *testing.T) {
	tr := newTree(t)
	tr.write("a.md", numbered(20))
	tr.write("same.md", numbered(3))
	tr.write("gone.md", "Gone.\n")
	tr.write("image.png", "no draft")
	tr.commit("first")
	lines := strings.SplitAfter(numbered(20), "\n")
	lines[2] = "Another third line.\n"                                          // changed
	lines[6] += "An added line.\nAnd one more.\n"                               // added after the 7th
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

func TestBinaryFilesForGitCountAsAWhole(t *testing.T) {
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

func TestLineEndingsAloneAreNotAChange(t *testing.T) {
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
	if got := summary(c); got != "\"b.md\" 4-4\n" {
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
