package git_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint/driver/git"
)

// attack is a way for a checkout to make git run a command.
type attack struct {
	// plant sets it up; program is the path of a program that leaves a mark. It returns
	// the folder to run git in, "" for the root.
	plant func(tr *tree, program string) string
	// plain is a git command that runs the program: without it the test would show
	// nothing.
	plain []string
	errs  bool // copychief must refuse to go on
}

var attacks = map[string]attack{
	"clean filter": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.write(".gitattributes", "*.md filter=y\n")
		tr.git("config", "filter.y.clean", program)
		tr.git("config", "filter.y.required", "true")
		return ""
	}},
	"filter of the attributes of the repository": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.write(".git/info/attributes", "*.md filter=y\n")
		tr.git("config", "filter.y.clean", program)
		return ""
	}},
	"filter process": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.write(".gitattributes", "*.md filter=y.Clean z\n*.md filter=Y.z\n")
		tr.git("config", "filter.Y.z.process", program)
		return ""
	}},
	"filter of an included file": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.write(".gitattributes", "*.md filter=y\n")
		tr.write("theirs.txt", "[filter \"y\"]\n\tclean = \""+program+"\"\n")
		tr.git("config", "include.path", filepath.Join(tr.dir, "theirs.txt"))
		return ""
	}},
	"filter that GIT_CONFIG hides from git config": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.write(".gitattributes", "*.md filter=y\n")
		tr.git("config", "filter.y.clean", program)
		tr.Setenv("GIT_CONFIG", os.DevNull)
		return ""
	}},
	"filter of a file included for a remote": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.write(".gitattributes", "*.md filter=y\n")
		tr.write("theirs.txt", "[filter \"y\"]\n\tclean = \""+program+"\"\n")
		tr.git("config", "remote.origin.url", "https://example.org/drafts")
		tr.git("config", "includeIf.hasconfig:remote.*.url:https://example.org/**.path", filepath.Join(tr.dir, "theirs.txt"))
		return ""
	}},
	"filter of the configuration of a work tree": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.write(".gitattributes", "*.md filter=y\n")
		tr.git("config", "extensions.worktreeConfig", "true")
		tr.git("config", "--worktree", "filter.y.clean", program)
		return ""
	}},
	"filter with an odd name": {plain: []string{"diff", "HEAD"}, errs: true, plant: func(tr *tree, program string) string {
		tr.write(".gitattributes", "*.md filter=a=b\n")
		tr.git("config", "filter.a=b.clean", program)
		return ""
	}},
	"filter without a name": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.write(".gitattributes", "*.md filter=\n")
		tr.append(".git/config", "[filter]\n\tclean = x\n[filter \"\"]\n\tclean = \""+program+"\"\n")
		return ""
	}},
	"attributes of another place": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.write("attributes.txt", "*.md filter=y\n")
		tr.git("config", "core.attributesFile", filepath.Join(tr.dir, "attributes.txt"))
		tr.git("config", "filter.y.clean", program)
		return ""
	}},
	"textconv": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.write(".gitattributes", "*.md diff=y\n")
		tr.git("config", "diff.y.textconv", program)
		return ""
	}},
	"external diff": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.git("config", "diff.external", program)
		return ""
	}},
	"external diff of a driver": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.write(".gitattributes", "*.md diff=y\n")
		tr.git("config", "diff.y.command", program)
		return ""
	}},
	"monitor of the file system": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		tr.git("config", "core.fsmonitor", program)
		return ""
	}},
	"hook": {plain: []string{"add", "a.md"}, plant: func(tr *tree, program string) string {
		hook(tr, filepath.Join(tr.dir, ".git", "hooks"), program)
		return ""
	}},
	"hook of another folder": {plain: []string{"add", "a.md"}, plant: func(tr *tree, program string) string {
		hook(tr, filepath.Join(tr.dir, "hooks"), program)
		tr.git("config", "core.hooksPath", "hooks")
		return ""
	}},
	"alias": {plain: []string{"diffs"}, plant: func(tr *tree, program string) string {
		tr.git("config", "alias.diffs", "!"+program)
		tr.git("config", "alias.diff", "!"+program)
		tr.git("config", "alias.rev-parse", "!"+program)
		return ""
	}},
	"objects of a remote": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		promisor(tr, filepath.Join(tr.dir, ".git"), "remote.origin.uploadpack", program)
		return ""
	}, errs: true},
	"objects through ssh": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		promisor(tr, "ssh://example.org/x", "core.sshCommand", program)
		return ""
	}, errs: true},
	"objects through a helper": {plain: []string{"-c", "protocol.ext.allow=always", "diff", "HEAD"}, plant: func(tr *tree, program string) string {
		promisor(tr, "ext::"+program+" %S", "protocol.ext.allow", "always")
		return ""
	}, errs: true},
	"submodule": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		inner := newRepository(tr.T)
		inner.write("b.md", numbered(3))
		inner.commit("inner")
		tr.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.dir, "theme")
		tr.git("config", "submodule.recurse", "true")
		tr.git("config", "diff.ignoreSubmodules", "none")
		tr.git("config", "diff.submodule", "diff")
		sub := &tree{tr.T, filepath.Join(tr.dir, "theme")}
		sub.git("config", "filter.y.clean", program)
		sub.write(".gitattributes", "*.md filter=y\n")
		sub.write("b.md", numbered(4))
		return ""
	}},
	".git that names a folder of the checkout": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		if err := os.Rename(filepath.Join(tr.dir, ".git"), filepath.Join(tr.dir, "theirs")); err != nil {
			tr.Fatal(err)
		}
		tr.write(".git", "gitdir: theirs\n")
		tr.write(".gitattributes", "*.md filter=y\n")
		tr.git("config", "filter.y.clean", program)
		return ""
	}},
	"objects through a program named by the remote": {plain: []string{"diff", "HEAD"}, plant: func(tr *tree, program string) string {
		bin := tr.TempDir()
		if err := os.Symlink(program, filepath.Join(bin, "git-remote-theirs")); err != nil {
			tr.Fatal(err)
		}
		tr.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
		promisor(tr, "theirs", "remote.origin.vcs", "theirs")
		return ""
	}, errs: true},
	"folder laid out as a repository": {plain: []string{"diff", "HEAD", "--"}, errs: true, plant: func(tr *tree, program string) string {
		content := filepath.Join(tr.dir, "content")
		inner := newRepository(tr.T)
		inner.write("b.md", numbered(3))
		inner.commit("inner")
		if err := os.CopyFS(content, os.DirFS(filepath.Join(inner.dir, ".git"))); err != nil {
			tr.Fatal(err)
		}
		tr.write("content/config", "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n[filter \"y\"]\n\tclean = \""+program+"\"\n")
		tr.write("content/.gitattributes", "*.md filter=y\n")
		tr.write("content/b.md", numbered(4))
		return content
	}},
	"work tree elsewhere": {plain: []string{"diff", "HEAD"}, errs: true, plant: func(tr *tree, program string) string {
		elsewhere := &tree{tr.T, tr.TempDir()}
		elsewhere.write("a.md", "Somebody else's.\n")
		elsewhere.write(".gitattributes", "*.md filter=y\n")
		tr.git("config", "core.worktree", elsewhere.dir)
		tr.git("config", "filter.y.clean", program)
		return ""
	}},
}

// hook installs the program as a hook that git runs when the index changes.
func hook(tr *tree, dir, program string) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		tr.Fatal(err)
	}
	if err := os.Symlink(program, filepath.Join(dir, "post-index-change")); err != nil {
		tr.Fatal(err)
	}
}

// promisor makes a partial clone of the repository: an object is missing, and has to be
// fetched from a place.
func promisor(tr *tree, url, key, value string) {
	object := tr.git("rev-parse", "HEAD:a.md")
	if err := os.Remove(filepath.Join(tr.dir, ".git", "objects", object[:2], object[2:])); err != nil {
		tr.Fatal(err)
	}
	tr.git("config", "core.repositoryFormatVersion", "1")
	tr.git("config", "extensions.partialClone", "origin")
	tr.git("config", "remote.origin.url", url)
	tr.git("config", "remote.origin.promisor", "true")
	tr.git("config", key, value)
}

func (t *tree) append(name, text string) {
	t.Helper()
	old, err := os.ReadFile(filepath.Join(t.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	t.write(name, string(old)+text)
}

// marking writes a program that leaves a mark, and returns both paths.
func marking(t *testing.T) (program, mark string) {
	t.Helper()
	dir := t.TempDir()
	program, mark = filepath.Join(dir, "program"), filepath.Join(dir, "mark")
	if err := os.WriteFile(program, []byte("#!/bin/sh\n: >"+mark+"\nexit 1\n"), 0o755); err != nil { //nolint:gosec // a program has to be one
		t.Fatal(err)
	}
	return program, mark
}

func exists(file string) bool {
	_, err := os.Lstat(file)
	return err == nil
}

func TestNoProgramOfACheckoutIsRun(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the program is a shell script")
	}
	for name, a := range attacks {
		t.Run(name, func(t *testing.T) {
			tr := newTree(t)
			tr.write("a.md", numbered(5))
			tr.commit("first")
			tr.git("branch", "topic")
			program, mark := marking(t)
			dir := a.plant(tr, program)
			if dir == "" {
				dir = tr.dir
			}
			tr.write("a.md", numbered(6))

			plain := exec.CommandContext(t.Context(), "git", a.plain...)
			plain.Dir = dir
			out, _ := plain.CombinedOutput() // it may well fail, having run the program
			if !exists(mark) {
				t.Fatalf("git %s does not run the program, so this shows nothing: %s", strings.Join(a.plain, " "), out)
			}
			for what, ask := range map[string]func() (*git.Changes, error){
				"since HEAD":           func() (*git.Changes, error) { return git.Since(t.Context(), dir, "HEAD", drafts) },
				"since a branch":       func() (*git.Changes, error) { return git.Since(t.Context(), dir, "topic", drafts) },
				"since the merge base": func() (*git.Changes, error) { return git.SinceMergeBase(t.Context(), dir, "topic", drafts) },
			} {
				_ = os.Remove(mark)
				c, err := ask()
				if exists(mark) {
					t.Errorf("%s runs the program", what)
				}
				if a.errs != (err != nil) {
					t.Errorf("%s: %v", what, err)
				}
				if err == nil && c.Find("a.md") == nil {
					t.Errorf("%s does not find the draft that has changed", what)
				}
			}
			_ = os.Remove(mark)
			askForStaged(t, dir)
			if exists(mark) {
				t.Error("asking for what is staged runs the program")
			}
			_, _, _ = git.Absent(t.Context(), dir) // it may refuse
			if exists(mark) {
				t.Error("asking for what is not on disk runs the program")
			}
		})
	}
}

// askForStaged asks for what is staged before and after a draft is, and reads it.
func askForStaged(t *testing.T, dir string) {
	t.Helper()
	for range 2 {
		c, err := git.Staged(t.Context(), dir, drafts)
		if err != nil {
			return // as it must be for some attacks
		}
		for i := range c.Files {
			_, _ = c.Read(&c.Files[i], 1<<20)
		}
		c.Close()
		// Past git's own conversions, which would run the program rightly.
		object := exec.Command("git", "-c", "core.fsmonitor=", "hash-object", "--no-filters", "-w", "a.md")
		object.Dir = dir
		out, err := object.Output()
		if err != nil {
			return
		}
		stage := exec.Command("git", "-c", "core.fsmonitor=", "-c", "core.hooksPath="+os.DevNull,
			"update-index", "--cacheinfo", "100644,"+strings.TrimSpace(string(out))+",a.md")
		stage.Dir = dir
		_ = stage.Run()
	}
}

// A filter is switched off, and what git does to line endings, to idents and to
// encodings stays.
func TestLinesOfDraftsWithAttributes(t *testing.T) {
	tr := newTree(t)
	tr.write(".gitattributes", "crlf.md eol=crlf\nident.md ident\nutf16.md working-tree-encoding=UTF-16LE-BOM\ntidy.md filter=tidy\nlarge.md filter=lfs\nsame.md filter=lfs\n")
	tr.git("config", "filter.tidy.clean", "sed s/5/five/")
	tr.git("config", "filter.lfs.clean", "sed s/.*/pointer/")
	tr.git("config", "filter.lfs.required", "true")
	crlf := func(n int) string { return strings.ReplaceAll(numbered(n), "\n", "\r\n") }
	utf16 := func(n int) string {
		return "\xff\xfe" + strings.Join(strings.SplitAfter(numbered(n), ""), "\x00") + "\x00"
	}
	tr.write("crlf.md", crlf(5))
	tr.write("ident.md", "$Id$\n"+numbered(5))
	tr.write("utf16.md", utf16(5))
	past := time.Now().Add(-time.Hour) // what is as young as the index is compared, whatever its size and times
	for _, name := range []string{"tidy.md", "large.md", "same.md"} {
		tr.write(name, numbered(5))
		if err := os.Chtimes(filepath.Join(tr.dir, name), past, past); err != nil {
			t.Fatal(err)
		}
	}
	tr.commit("first")
	c, err := git.Since(t.Context(), tr.dir, "HEAD", drafts)
	tr.expect(c, err)

	tr.write("crlf.md", crlf(6))
	tr.write("ident.md", "$Id: 0123456789012345678901234567890123456789 $\n"+numbered(6))
	tr.write("utf16.md", utf16(6))
	tr.write("tidy.md", numbered(6))
	tr.write("large.md", numbered(6))
	c, err = git.Since(t.Context(), tr.dir, "HEAD", drafts)
	tr.expect(c, err, `"crlf.md" 6-6`, `"ident.md" 7-7`, `"large.md" 1-6`, `"tidy.md" 5-6`, `"utf16.md" 6-6`)
	tr.git("add", "-A")
	c, err = git.Staged(t.Context(), tr.dir, drafts)
	tr.expect(c, err, `"crlf.md" 6-6`, `"ident.md" 7-7`, `"large.md" 6-6`, `"tidy.md" 6-6`, `"utf16.md" 6-6`)
}

// Git sets GIT_DIR for hooks; a user who sets it has chosen the repository.
func TestAWorkTreeThatTheUserNamesMayBeAnywhere(t *testing.T) {
	tr := newTree(t)
	tr.write("a.md", numbered(5))
	tr.commit("first")
	elsewhere := &tree{t, t.TempDir()}
	elsewhere.write("a.md", numbered(6))
	t.Setenv("GIT_DIR", filepath.Join(tr.dir, ".git"))
	t.Setenv("GIT_WORK_TREE", elsewhere.dir)
	c, err := git.Since(t.Context(), elsewhere.dir, "HEAD", drafts)
	elsewhere.expect(c, err, `"a.md" 6-6`)
}

func TestMoreFiltersThanOneAreSwitchedOff(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the program is a shell script")
	}
	tr := newTree(t)
	var attributes strings.Builder
	for _, name := range []string{"y", "a.b", "Ünï", "x y", "a\"b", "-c"} {
		program, mark := marking(t)
		file := strconv.Itoa(attributes.Len()) + ".md"
		tr.write(file, "One.\n")
		tr.git("add", "-A")
		tr.git("config", "filter."+name+".clean", program)
		attributes.WriteString(file + " filter=" + name + "\n")
		t.Cleanup(func() {
			if exists(mark) {
				t.Errorf("the filter %q was run", name)
			}
		})
	}
	tr.git("-c", "user.name=x", "commit", "-q", "-m", "first")
	for file := range strings.SplitSeq(attributes.String(), "\n") {
		if name, _, _ := strings.Cut(file, " "); name != "" {
			tr.write(name, "Two.\n")
		}
	}
	tr.write(".git/info/attributes", attributes.String())
	c, err := git.Since(t.Context(), tr.dir, "HEAD", drafts)
	if err != nil || len(c.Files) != 6 {
		t.Errorf("%v, %v", c, err)
	}
}
