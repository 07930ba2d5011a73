package language_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

// TestUnitsAgreeWithTranslations measures how long the translations of a manual are that has
// the same permanent addresses in each language. Where a language needs no more words than English,
// limits are not converted.
func TestUnitsAgreeWithTranslations(t *testing.T) {
	root := corpus.Shared(t, "corpus", "obsidian")
	english := pageLengths(t, filepath.Join(root, "en"), "en")
	folders, err := filepath.Glob(filepath.Join(root, "[a-z]*"))
	if err != nil {
		t.Fatal(err)
	}
	measured := 0
	for _, folder := range folders {
		tag := filepath.Base(folder)
		unit, ok := language.UnitOf(tag)
		if !ok || tag == "en" {
			continue
		}
		var ratios []int // in percent
		for address, n := range pageLengths(t, folder, tag) {
			if of := english[address]; of > 80 && n > 40 {
				ratios = append(ratios, 100*n/of)
			}
		}
		if len(ratios) < 20 {
			continue
		}
		measured++
		slices.Sort(ratios)
		got, want := unit.Of(100), max(100, ratios[len(ratios)/2])
		if off := got - want; 20*off > want || 20*-off > want {
			t.Errorf("%s: 100 words are %d %s here, and %d in %d translated pages", tag, got, unit.Name, want, len(ratios))
		}
	}
	if measured < 25 {
		t.Errorf("only %d languages were measured", measured)
	}
}

// pageLengths returns the lengths of the paragraphs of the pages in a folder, by permanent address.
func pageLengths(t *testing.T, folder, tag string) map[string]int {
	t.Helper()
	lengths := map[string]int{}
	err := filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		d := parse.As(path, data, lint.Markdown, parse.Options{})
		d.Language = tag
		_, after, _ := strings.Cut(string(data), "\npermalink: ")
		address, _, _ := strings.Cut(after, "\n")
		for i := range d.Paragraphs() {
			lengths[strings.TrimSpace(address)] += language.ProseOf(d).Count(i, i+1)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(lengths, "")
	return lengths
}
