package cmd_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

// TestFixesKeepTheSkeleton applies all fixes to copies of drafts and compares what the drafts
// consist of, independently of the check that the program itself makes before a fix.
func TestFixesKeepTheSkeleton(t *testing.T) {
	t.Run("testdata", func(t *testing.T) {
		holdSkeletons(t, filepath.Join(corpus.Root(t), "testdata", "drafts"), 20, 1)
	})
	for folder, size := range map[string]struct{ least, every int }{"faults": {20, 1}, "corpus": {300, 8}} {
		t.Run(folder, func(t *testing.T) {
			if testing.Short() {
				t.Skip("takes long")
			}
			holdSkeletons(t, corpus.Shared(t, folder), size.least, size.every)
		})
	}
}

// holdSkeletons fixes a copy of a folder: of every nth draft, which must be at least so many.
func holdSkeletons(t *testing.T, from string, least, every int) {
	t.Helper()
	to, seen := t.TempDir(), 0
	before := map[string][]byte{}
	err := filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || d.Name() == ".copychief.yml" {
			return err
		}
		rest, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		if _, draft := parse.FormatOf(name); !draft || strings.HasPrefix(rest, ".") {
			return nil
		}
		if seen++; seen%every != 0 {
			return nil
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		before[rest] = content
		if err := os.MkdirAll(filepath.Join(to, filepath.Dir(rest)), 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rest), content, 0o644)
	})
	if err != nil || len(before) < least {
		t.Fatalf("%d drafts, want %d and more: %v", len(before), least, err)
	}
	t.Chdir(to)
	session(t, "--fix=all", "--no-cache", "--no-config", "--exit-zero", "--quiet", ".")
	changed := 0
	for name, now := range changedDrafts(t, to, before) {
		changed++
		was, is := skeleton(name, before[name]), skeleton(name, now)
		if !slices.Equal(was, is) {
			t.Errorf("%s: the skeleton was\n%s\nand is\n%s", name, strings.Join(was, "\n"), strings.Join(is, "\n"))
		}
	}
	if changed == 0 {
		t.Error("nothing was fixed, so nothing was tested")
	}
}

// skeleton lists what no fix may change: the names of fields, code, comments, block
// quotations, and how many images, template tags, lists and tables there are.
func skeleton(name string, content []byte) (list []string) {
	d := parse.Parse(name, content, parse.Options{})
	for i := range d.Meta.Fields {
		list = append(list, "field "+d.Meta.Fields[i].Name)
	}
	items, cells := 0, 0
	for i := range d.Blocks {
		switch b := &d.Blocks[i]; b.Kind {
		case lint.Code:
			list = append(list, "code "+b.Text.String())
		case lint.Item:
			items++
		case lint.Cell:
			cells++
		default:
		}
	}
	for i := range d.Comments {
		list = append(list, "comment "+d.Comments[i].Text.String())
	}
	return append(list, fmt.Sprintf("%d items, %d cells, %d images, %d templates, %d quotations, %d problems",
		items, cells, len(d.Images), len(d.Templates), len(d.Quotations), len(d.Problems)))
}

// changedDrafts returns the drafts in a folder that are no longer as they were before.
func changedDrafts(t *testing.T, folder string, before map[string][]byte) map[string][]byte {
	t.Helper()
	changed := map[string][]byte{}
	for name, old := range before {
		now, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if string(now) != string(old) {
			changed[name] = now
		}
	}
	return changed
}
