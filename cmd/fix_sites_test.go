package cmd_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// TestFixesOfSites applies all fixes to a copy of each folder in COPYCHIEF_FIX_SITES, a list
// of paths as in PATH, and compares what the drafts consist of before and after with means
// that share no code with the program: the tree of goldmark or the tokens of x/net/html, and
// patterns for what Markdown does not know. Without the variable it is skipped.
func TestFixesOfSites(t *testing.T) {
	list := os.Getenv("COPYCHIEF_FIX_SITES")
	if list == "" {
		t.Skip("COPYCHIEF_FIX_SITES names no folders of sites")
	}
	all := 0
	for _, dir := range filepath.SplitList(list) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			to := t.TempDir()
			drafts := copySite(t, dir, to)
			t.Chdir(to)
			session(t, "--fix=all", "--no-cache", "--exit-zero", "--quiet", ".")
			changed, damaged := 0, 0
			for name, now := range changedDrafts(t, to, drafts) {
				changed++
				if problems := differences(name, drafts[name], now); len(problems) > 0 {
					damaged++
					t.Errorf("%s:\n%s", name, strings.Join(problems, "\n"))
				}
			}
			all += changed
			t.Logf("%d drafts, %d changed, %d damaged", len(drafts), changed, damaged)
		})
	}
	if all == 0 {
		t.Error("nothing was fixed, so nothing was tested")
	}
}

// mostCopied is the size up to which a file that is no draft is copied. Of larger ones only
// the name matters, because links may lead to them.
const mostCopied = 64 << 10

// copySite copies a folder without the data of git, and returns its drafts by path.
func copySite(t *testing.T, from, to string) map[string][]byte {
	t.Helper()
	drafts := map[string][]byte{}
	err := filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rest, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == ".git" || d.Name() == "node_modules" {
				return fs.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, rest), 0o755)
		}
		info, err := d.Info()
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		format, draft := parse.FormatOf(name)
		var content []byte
		if draft || info.Size() <= mostCopied {
			if content, err = os.ReadFile(name); err != nil {
				return err
			}
		}
		if draft && (format == lint.Markdown || format == lint.HTML || format == lint.PlainText) {
			drafts[rest] = content
		}
		return os.WriteFile(filepath.Join(to, rest), content, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(drafts) == 0 {
		t.Skipf("no drafts in %s", from)
	}
	return drafts
}
