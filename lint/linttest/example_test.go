package linttest

import (
	"strings"
	"testing"
)

const text = `Explanation.

-- bad/one.md --
draft
-- bad/one.md.findings --
old
-- good/trap-two.md --
fine
-- sources/talk.txt --
said
-- bad/site/a.md --
a
-- bad/site/b.md --
b
-- bad/site.findings --
old
-- config/one.yml --
profile: news
`

func TestParseReadsDraftsSitesAndConfiguration(t *testing.T) {
	explanation, examples, err := parseExamples(text)
	if err != nil || explanation != "Explanation." || len(examples) != 3 {
		t.Fatalf("%q, %d examples, %v", explanation, len(examples), err)
	}
	one, two, site := examples[0], examples[1], examples[2]
	if len(one.Sources) != 1 || one.Sources[0].Name != "talk.txt" {
		t.Errorf("sources: %v", one.Sources)
	}
	if !one.Bad || one.Config != "profile: news\n" || *one.Wanted != "old\n" || one.Site {
		t.Errorf("one: %+v", one)
	}
	if two.Bad || !two.Trap || two.Wanted != nil {
		t.Errorf("two: %+v", two)
	}
	if !site.Site || len(site.Files) != 2 || site.Files[1].Name != "b.md" || *site.Wanted != "old\n" {
		t.Errorf("site: %+v", site)
	}
}

func TestFormatWritesFindingsAfterTheirExample(t *testing.T) {
	_, examples, err := parseExamples(text)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(format(text, examples)); got != text {
		t.Errorf("unchanged records change the file:\n%s", got)
	}
	fresh, fixed := "new\n", "better\n"
	examples[0].Wanted, examples[0].Fixed = &fresh, &fixed
	want := "-- bad/one.md.findings --\nnew\n-- fixed/one.md --\nbetter\n"
	if got := string(format(text, examples)); !strings.Contains(got, want) {
		t.Errorf("want\n%s\nin\n%s", want, got)
	}
}
