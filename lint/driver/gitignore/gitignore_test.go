package gitignore

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// ignoreFiles are the ignore files of the test's repository, by folder.
var ignoreFiles = map[string]string{
	".git/info/exclude": "local.md\n/a/private/\n",
	".gitignore": strings.Join([]string{
		"\ufeff# comment", `\#hash.md`, `\!bang.md`, "*.tmp.md", "!keep.tmp.md", "/top.md", "dir/", "a/b/*.txt",
		"**/deep.md", "x/**", "!x/y", "mid/**/end.md", "trail.md   ", `space\ `, "[ab]c.md", "[!a-c]z.md", "q?.md",
		"[[:digit:]]n.md", "br[", `esc\*.md`, "/", "**/cache/", "foo**bar.md", "{c,d}.md", "]x.md", "[]]y.md", "[a-]w.md",
		"***/stars.md", "crlf.md\r", "folder/inner", "!folder/inner/x.md", `back\`, "*.[oO]ut.md", "ü.md", "w/**/**/v.md",
	}, "\n") + "\n",
	"a/.gitignore":   "*.md\n!good.md\n!/sub/\n/rooted.md\n",
	"a/b/.gitignore": "!*.md\nq.md\n",
	"x/y/.gitignore": "!z.md\n",
}

// surroundings gives the test a home of its own, for us and for git alike, and returns
// the folder.
func surroundings(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not here to compare with")
	}
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("GIT_CONFIG_SYSTEM", filepath.Join(home, "system"))
	for _, name := range []string{
		"XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "GIT_DIR", "GIT_WORK_TREE",
	} {
		t.Setenv(name, "") // so that it is set back
		_ = os.Unsetenv(name)
	}
	return home
}

// runGit runs git in a folder.
func runGit(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=x", "-c", "user.email=x@example.org"}, args...)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v: %s", strings.Join(args, " "), err, out)
	}
}

func put(t *testing.T, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func repository(t *testing.T) string {
	t.Helper()
	surroundings(t)
	dir := t.TempDir()
	runGit(t, dir, "init", "-q")
	for name, content := range ignoreFiles {
		put(t, dir, name, content)
	}
	return dir
}

// askGit returns which of the paths git ignores. Paths ending in a slash exist as
// folders.
func askGit(t *testing.T, dir string, paths []string) map[string]bool {
	t.Helper()
	cmd := exec.Command("git", "-C", dir, "check-ignore", "--no-index", "-z", "--stdin")
	cmd.Stdin = strings.NewReader(strings.Join(paths, "\x00") + "\x00")
	out, err := cmd.Output()
	if err != nil && len(out) > 0 {
		t.Fatal(err)
	}
	ignored := map[string]bool{}
	for p := range bytes.SplitSeq(out, []byte{0}) {
		ignored[string(p)] = true
	}
	return ignored
}

// walked answers as the driver's walk does: an ignored folder ends it.
func walked(m *Matcher, dir, rel string) bool {
	parts := strings.Split(strings.TrimSuffix(rel, "/"), "/")
	for i := range parts {
		folder := i < len(parts)-1 || strings.HasSuffix(rel, "/")
		if m.Ignored(filepath.Join(dir, path.Join(parts[:i+1]...)), folder) {
			return true
		}
	}
	return false
}

func TestIgnoresWhatGitIgnores(t *testing.T) {
	dir := repository(t)
	names := []string{
		"#hash.md", "!bang.md", "one.tmp.md", "keep.tmp.md", "top.md", "dir", "a", "b", "c.txt", "deep.md", "x", "y", "z.md",
		"mid", "end.md", "trail.md", "space ", "space", "ac.md", "dc.md", "az.md", "dz.md", "q.md", "qq.md", "qé.md", "5n.md",
		"br[", "esc*.md", "escx.md", "cache", "fooxbar.md", "foobar.md", "{c,d}.md", "c.md", "]x.md", "]y.md", "-w.md",
		"stars.md", "crlf.md", "folder", "inner", "x.md", `back\`, "back", "r.Out.md", "ü.md", "w", "v.md", "local.md",
		"private", "good.md", "sub", "rooted.md",
	}
	rng := rand.New(rand.NewPCG(7, 11))
	seen := map[string]bool{}
	var paths []string
	add := func(p string) {
		if !seen[p] && !strings.HasPrefix(p, ".git") {
			seen[p] = true
			paths = append(paths, p)
		}
	}
	for _, n := range names {
		for _, in := range []string{"", "a/", "a/b/", "x/", "x/y/", "mid/", "mid/k/", "dir/", "folder/inner/", "w/"} {
			add(in + n)
		}
	}
	for range 4000 {
		parts := make([]string, 1+rng.IntN(4))
		for i := range parts {
			parts[i] = names[rng.IntN(len(names))]
		}
		add(path.Join(parts...))
	}
	compareWithGit(t, dir, paths)
}

// compareWithGit asks about the paths as files, and about those that exist as
// folders, as folders.
func compareWithGit(t *testing.T, dir string, paths []string) {
	t.Helper()
	m := New(t.Context(), dir)
	want := askGit(t, dir, paths)
	n := 0
	for _, p := range paths {
		asked := p
		if info, err := os.Stat(filepath.Join(dir, p)); err == nil && info.IsDir() {
			asked += "/"
		}
		if got := walked(m, dir, asked); got != want[p] {
			t.Errorf("%q: ignored %t, git says %t", p, got, want[p])
		}
		if want[p] {
			n++
		}
	}
	if n < len(paths)/10 || n > len(paths)*95/100 {
		t.Errorf("%d of %d paths are ignored; the comparison says little", n, len(paths))
	}
}

func TestGlobsTakeNoMoreThanTheProductOfLengths(t *testing.T) {
	glob := strings.Repeat("*a", 500) + "b"
	if wildmatch(glob, strings.Repeat("a", 5000)) {
		t.Error("it matches")
	}
	deep := strings.Split(strings.Repeat("**/a/", 300)+"b", "/")
	if matchSegments(deep, strings.Split(strings.Repeat("a/", 3000)+"c", "/")) {
		t.Error("it matches")
	}
}
