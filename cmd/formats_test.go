package cmd_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
)

// TestListsOfExtensionsAreThoseOfTheTable compares every file that lists the extensions of
// drafts, and cannot get them from the program, with the table of formats.
func TestListsOfExtensionsAreThoseOfTheTable(t *testing.T) {
	want := lint.Extensions()
	alternatives := regexp.MustCompile(`\((md(?:\|[a-z0-9.\\]+)+)\)|\bin (md(?: [a-z0-9.]+)+);`)
	for name, lists := range map[string]int{
		"../.pre-commit-hooks.yaml":               2,
		"completion/scripts/copychief.bash":       1,
		"completion/scripts/copychief.zsh":        1,
		"completion/scripts/copychief.fish":       1,
		"completion/scripts/copychief.powershell": 1,
	} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found := alternatives.FindAllStringSubmatch(string(text), -1)
		if len(found) != lists {
			t.Errorf("%s: %d lists of extensions, want %d", name, len(found), lists)
		}
		for _, list := range found {
			got := strings.FieldsFunc(list[1]+list[2], func(r rune) bool { return r == '|' || r == ' ' })
			for i := range got {
				got[i] = "." + strings.ReplaceAll(got[i], `\.`, ".")
			}
			want := want
			if strings.HasSuffix(name, "hooks.yaml") {
				want = ofText() // a Word file or a notebook in a repository is a download as a rule
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: lists %v, the table has %v", name, got, want)
			}
		}
	}
}

// ofText returns the extensions of formats that are text.
func ofText() (all []string) {
	for _, f := range lint.Formats() {
		if !f.Can(lint.Packed) {
			all = append(all, f.Extensions()...)
		}
	}
	return all
}

func TestTheManualListsTheExtensionsOfTheTable(t *testing.T) {
	text, err := os.ReadFile("manual/man.roff")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(text), "files that end in\n")
	list, _, _ = strings.Cut(list, "Names that begin with a dot")
	got := regexp.MustCompile(`\.[a-z][a-z0-9]+(?:\.[a-z]+)?`).FindAllString(list, -1)
	if want := lint.Extensions(); !slices.Equal(got, want) {
		t.Errorf("the manual lists %v, the table has %v", got, want)
	}
}

// TestSentencesAboutExtensionsAreThoseOfTheTable reads the pages of the documentation: one
// that names two extensions of drafts side by side must name all of them.
func TestSentencesAboutExtensionsAreThoseOfTheTable(t *testing.T) {
	pages, err := filepath.Glob("../docs/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	list := regexp.MustCompile("`?\\.(?:md|markdown|mdx|html|htm|txt)`?(?:,? (?:and |or )?`?\\.[a-z0-9.]+\\b`?)+")
	word := regexp.MustCompile(`\.[a-z0-9]+(?:\.[a-z]+)?`)
	for _, page := range append(pages, "../README.md", "../action.yml", "../CONTRIBUTING.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range list.FindAllString(string(text), -1) {
			if got := word.FindAllString(found, -1); !slices.Equal(got, lint.Extensions()) {
				t.Errorf("%s says %s, the table has %s", page, found, lint.ExtensionList())
			}
		}
	}
}
