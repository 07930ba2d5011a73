package counterpart

import (
	"bufio"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestCommentsOfOtherLintersAreRead(t *testing.T) {
	for text, want := range map[string]string{
		" markdownlint-disable MD034 ":                          "disable bare-url",
		"markdownlint-disable no-bare-urls, first-line-h1":      "disable bare-url missing-headline",
		"markdownlint-disable md034 the address itself matters": "disable bare-url",
		"markdownlint-disable-next-line images":                 "next 1 missing-alt unresolved-reference filename-alt",
		"markdownlint-disable-line MD051":                       "line broken-link#",
		"markdownlint-disable-file MD013 MD033":                 "file",
		"markdownlint-enable-file MD045":                        "enable-file missing-alt",
		"markdownlint-capture":                                  "capture",
		"markdownlint-restore":                                  "restore",
		"markdownlint-configure-file {\"MD045\": false, \"MD013\": {\"line_length\": 9}, \"MD034\": true}": "file missing-alt",
		"markdownlint-configure-file {broken":                                  "file",
		"rumdl-disable-next-line MD034":                                        "next 1 bare-url",
		"lint disable no-heading-punctuation remark-lint-no-literal-urls":      "disable heading-punctuation bare-url",
		"lint ignore no-emphasis-as-heading":                                   "block emphasis-as-heading",
		"lint is what gathers in pockets":                                      "",
		"textlint-disable no-todo,preset-ja-technical-writing/sentence-length": "disable placeholder editor-note long-sentence long-sentences",
		"textlint-enable no-todo":                                              "enable placeholder editor-note",
		"vale Google.Acronyms = NO":                                            "disable undefined-acronym",
		"vale Google.Acronyms = YES":                                           "enable undefined-acronym",
		"vale write-good.Weasel=NO":                                            "disable weasel-word",
		"vale Google.Acronyms[\"ABC\"] = NO":                                   "disable",
		"vale styles = Google, House":                                          "",
		"vale is a word for a valley":                                          "",
		"pyml disable-next-line no-bare-urls,md045":                            "next 1 bare-url missing-alt",
		"pyml disable-num-lines 3 md034":                                       "next 3 bare-url",
		"pyml disable-num-lines 100000000 md034":                               "",
		"markdown-link-check-disable-next-line":                                "next 1 broken-link broken-image insecure-link placeholder-link",
		"markdown-link-check-disable staging only":                             "disable broken-link broken-image insecure-link placeholder-link",
		"[html-validate-disable-next wcag/h37: a spacer]":                      "block missing-alt",
		"[html-validate-disable heading-level]":                                "disable skipped-heading multiple-h1",
		"[html-validate-disable heading-level":                                 "",
		"htmlhint alt-require:false, title-require:true":                       "file missing-alt",
		"htmlhint is another":                                                  "",
		"copychief-ignore bare-url: a":                                         "",
		"more":                                                                 "",
		"":                                                                     "",
	} {
		if got := describe(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if d, ok := Parse("markdownlint-disable"); !ok || len(d.Rules) != len(All(Markdownlint)) {
		t.Errorf("without names, all rules are off: %v", d)
	}
}

// describe returns what a comment says in words, or "" if it is none.
func describe(text string) string {
	d, ok := Parse(text)
	if !ok {
		return ""
	}
	words := []string{[...]string{"disable", "enable", "line", "next " + string(rune('0'+d.Lines%10)), "file", "enable-file", "block", "capture", "restore"}[d.Verb]}
	for _, r := range d.Rules {
		if r.Fragments {
			r.Name += "#"
		}
		words = append(words, r.Name)
	}
	return strings.Join(words, " ")
}

func FuzzComment(f *testing.F) {
	for _, s := range []string{
		"markdownlint-disable MD034", "lint ignore x", "vale a.b[\"c\"] = NO", "pyml disable-num-lines 3 md034",
		"markdownlint-configure-file {\"MD045\": false}", "[html-validate-disable-next a: b]", "htmlhint a:false", "textlint-disable\xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := Parse(text)
		if !ok {
			return
		}
		if strings.IndexByte(Letters, strings.TrimSpace(text)[0]) < 0 {
			t.Fatalf("%q begins with another letter", text)
		}
		if d.Verb == DisableNext && (d.Lines < 1 || d.Lines > mostLines) || d.Verb > Restore || All(d.Linter) == nil {
			t.Fatalf("%q: %+v", text, d)
		}
		for _, r := range d.Rules {
			if !slices.Contains(Names(), r.Name) {
				t.Fatalf("%q: %q", text, r.Name)
			}
		}
	})
}

// The page about suppressions lists the counterparts of each rule.
func TestThePageListsAllCounterparts(t *testing.T) {
	rows := map[string][]string{}
	in := bufio.NewScanner(strings.NewReader(list))
	linter := ""
	for in.Scan() {
		names, ours, is := strings.Cut(in.Text(), ":")
		switch {
		case strings.HasPrefix(in.Text(), "["):
			linter = strings.Trim(in.Text(), "[]")
		case is && linter != "":
			for our := range strings.FieldsSeq(ours) {
				row, at := strings.TrimSuffix(our, "#"), strings.Fields(names)[0]
				if strings.HasSuffix(our, "#") {
					at += " (links within the page)"
				}
				if linter == MarkdownLinkCheck {
					at = ""
				}
				rows[row] = append(rows[row], strings.TrimSpace(linter+" "+at))
			}
		}
	}
	var table strings.Builder
	table.WriteString("| rule | counterparts |\n|---|---|\n")
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		table.WriteString("| " + row + " | " + strings.Join(rows[row], ", ") + " |\n")
	}
	page, err := os.ReadFile("../../docs/suppressing.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), table.String()) {
		t.Errorf("docs/suppressing.md does not have this table:\n%s", table.String())
	}
}
