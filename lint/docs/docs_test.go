package docs

import (
	"reflect"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
)

type checkerOf struct {
	Max    float64  `yaml:"max_width" doc:"px | points"`
	Words  []string `yaml:"words" doc:"more words"`
	Strict bool     `yaml:"strict" doc:"be strict"`
	Mode   string   `yaml:"mode,omitempty" doc:"how"`
	Hidden int      `yaml:"-"`
	state  int
}

func (*checkerOf) Check(*lint.Pass) {}

func rule() *lint.Rule {
	return &lint.Rule{
		Name: "wide-thing", Family: lint.HeadlineFamily, Summary: "a thing is wide", Severity: lint.Warning,
		Basis: lint.Basis{Kind: lint.Documented, Source: "A page", URL: "https://example.org/x"},
		Needs: []lint.Need{lint.NeedsKeyphrase},
		New:   func() lint.Checker { return &checkerOf{Max: 600.5, Words: []string{"a", "b"}, state: 1} },
		Docs: `Why it matters.

-- bad/one-thing.md --
` + "```" + `
code
` + "```" + `
-- bad/one-thing.md.findings --
1:1-1:4 warning Thing *is* wide; make it narrow
	fix (safe): Delete it
-- fixed/one-thing.md --
fixed
-- config/one-thing.yml --
profile: news
-- bad/site/a.md --
a
-- bad/site/b.md --
b
-- good/trap-two.md --
fine
`,
	}
}

func TestOptionsAreReadFromTheChecker(t *testing.T) {
	want := []Option{
		{"max_width", "number", "600.5", "px | points"},
		{"words", "list of texts", "[a, b]", "more words"},
		{"strict", "true or false", "false", "be strict"},
		{"mode", "text", "", "how"},
	}
	if got := Options(rule()); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestReadGathersExamplesWithWhatBelongsToThem(t *testing.T) {
	p, err := Read(rule())
	if err != nil {
		t.Fatal(err)
	}
	if p.Explanation != "Why it matters." || len(p.Examples) != 3 {
		t.Fatalf("%q, %d examples", p.Explanation, len(p.Examples))
	}
	one := p.Examples[0]
	if !one.Bad || one.Config == "" || one.Fixed != "fixed\n" || len(one.Findings()) != 1 || len(one.Findings()[0].Notes) != 1 {
		t.Errorf("%+v", one)
	}
	if site := p.Examples[1]; len(site.Files) != 2 || site.Files[1].Name != "b.md" {
		t.Errorf("%+v", site)
	}
}

func TestReadRefusesFilesThatBelongToNoExample(t *testing.T) {
	for text, want := range map[string]string{
		"x\n-- worse/a.md --\n":         "wide-thing: example worse/a.md: want bad/, good/,",
		"x\n-- a.md --\n":               "wide-thing: example a.md: want bad/, good/,",
		"x\n-- bad/ --\n":               "wide-thing: example bad/: want bad/, good/,",
		"x\n-- bad/a.md.findings --\nx": "wide-thing: example a: findings without a draft",
	} {
		r := rule()
		r.Docs = text
		if _, err := Read(r); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestMarkdownReportHasEverything(t *testing.T) {
	p, err := Read(rule())
	if err != nil {
		t.Fatal(err)
	}
	got := Markdown(p)
	for _, want := range []string{
		"# wide-thing", "A thing is wide.", "[A page](<https://example.org/x>)", "Why it matters.",
		"| `max_width` | number | `600.5` | px \\| points |", "````markdown\n```\ncode", "no keyphrase declared",
		"- **1:1-1:4** warning: Thing \\*is\\* wide", "After the fix", "## Not flagged\n\n### Two", "`b.md`:",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
}
