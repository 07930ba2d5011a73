package driver

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/discover"
)

// drafts returns the paths that a request leads to.
func drafts(t *testing.T, r Request) string {
	t.Helper()
	f, known, err := find(context.Background(), &r)
	if err != nil {
		t.Fatal(err)
	}
	defer known.close()
	var out []string
	for i := range f.Drafts {
		out = append(out, f.Drafts[i].Path)
	}
	for _, m := range f.Missed {
		out = append(out, m.Path+"("+m.Reason+")")
	}
	return strings.Join(out, " ")
}

func TestWalkFindsDraftsOnly(t *testing.T) {
	dir := folder(t, map[string]string{
		".git/info/exclude": "local.md", ".gitignore": "/build/\n*.tmp.md\n", "posts/.gitignore": "!keep.tmp.md\nprivate/\n",
		"b.md": "", "a.html": "", "c.txt": "", "d.mdx": "", "e.odt": "", "image.png": "", "local.md": "",
		"build/x.md": "", "posts/x.tmp.md": "", "posts/keep.tmp.md": "", "posts/private/x.md": "", "posts/drafts/old.md": "",
		"node_modules/x.md": "", ".hidden/x.md": "", ".hidden.md": "", ".copychief.yml": "ignore: [drafts]",
	})
	if err := os.Symlink(filepath.Join(dir, "posts"), filepath.Join(dir, "loop")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("b.md", filepath.Join(dir, "link.md")); err != nil {
		t.Fatal(err)
	}
	for paths, want := range map[string]string{
		".":                        "a.html b.md c.txt d.mdx posts/keep.tmp.md",
		"posts b.md ./b.md":        "b.md posts/keep.tmp.md",
		"posts/drafts/old.md .":    "a.html b.md c.txt d.mdx posts/drafts/old.md posts/keep.tmp.md",
		"build posts/x.tmp.md":     "build/x.md posts/x.tmp.md",
		"link.md":                  "link.md",
		"posts/private":            "posts/private/x.md",
		filepath.Join(dir, "b.md"): "b.md",
	} {
		if got := drafts(t, request(t, dir, config.Flags{}, strings.Fields(paths)...)); got != want {
			t.Errorf("%s: %s\nwant %s", paths, got, want)
		}
	}
	r := request(t, filepath.Join(dir, "posts"), config.Flags{}, "../b.md", filepath.Join(dir, "c.txt"))
	if got, want := drafts(t, r), "../b.md "+filepath.ToSlash(filepath.Join(dir, "c.txt")); got != want {
		t.Errorf("outside the folder: %s, want %s", got, want)
	}
}

func TestMissingPathsAreErrors(t *testing.T) {
	dir := folder(t, map[string]string{"post.md": "x\n", "post.odt": "x\n", "empty/none.png": ""})
	if err := os.Symlink("gone.md", filepath.Join(dir, "link.md")); err != nil {
		t.Fatal(err)
	}
	for paths, want := range map[string]string{
		"pots.md":           "pots.md: no such file or folder; did you mean post.md?",
		"deep/none.md":      "deep/none.md: no such file or folder",
		"post.odt":          "post.odt: copychief does not read .odt; save it as .docx, or run soffice --convert-to docx FILE",
		"link.md":           "link.md: a broken symbolic link",
		"a-quite-other b-c": "a-quite-other: no such file or folder\nb-c: no such file or folder",
	} {
		_, err := Run(context.Background(), request(t, dir, config.Flags{}, strings.Fields(paths)...))
		if err == nil || err.Error() != want {
			t.Errorf("%s: %v\nwant %s", paths, err, want)
		}
	}
	if _, err := Run(context.Background(), request(t, dir, config.Flags{}, "", "post.md")); err == nil || !strings.Contains(err.Error(), "path is empty") {
		t.Errorf("an empty path: %v", err)
	}
	if _, err := Run(context.Background(), request(t, dir, config.Flags{}, "empty")); !errors.Is(err, discover.ErrNone) {
		t.Errorf("an empty folder: %v", err)
	}
}

func TestBrokenConfigurationsStopTheRunAndAreReportedOnce(t *testing.T) {
	dir := folder(t, map[string]string{
		"a/.copychief.yml": "rules: {bad-wurd: off}", "a/1.md": "", "a/2.md": "", "b/.copychief.yml": "x: 1", "b/1.md": "",
	})
	_, err := Run(context.Background(), request(t, dir, config.Flags{}, "."))
	if err == nil || strings.Count(err.Error(), "\n") != 1 || !strings.Contains(err.Error(), "a/.copychief.yml:1:9: unknown rule “bad-wurd”") {
		t.Errorf("got %v", err)
	}
}

func TestStandardInputIsADraftWithItsName(t *testing.T) {
	dir := folder(t, map[string]string{"posts/.copychief.yml": "rules: {bad-word: error}"})
	for name, want := range map[string]string{
		"":           "<stdin>:1:3 warning bad-word: Found bad",
		"posts/x.md": "posts/x.md:1:3 error bad-word: Found bad",
	} {
		r := request(t, dir, config.Flags{}, "-", "-")
		r.Stdin, r.StdinName = strings.NewReader("# bad\n"), name
		wants(t, run(t, r), want)
	}
	r := request(t, dir, config.Flags{}, "-")
	r.Stdin, r.StdinName = strings.NewReader("x"), "x.doc"
	if _, err := Run(context.Background(), r); err == nil || !strings.HasPrefix(err.Error(), "x.doc: copychief does not read .doc") {
		t.Errorf("got %v", err)
	}
}
