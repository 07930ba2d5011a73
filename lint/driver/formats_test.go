package driver_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/rules"
)

// drafts has a folder for each article. Two of the Word files are LibreOffice's, three pandoc's.
const drafts = "../../testdata/articles/formats"

// saying is a finding without its place in a format: the rule, the message and
// the words that it is about.
type saying struct{ rule, message, words string }

// What a Word file has no place for.
const (
	noKeyphrase = "no keyphrase"
	oneHeadline = "no headline for search results besides the one in the text"
)

// cannotCarry says why a rule may speak of one format and not of Markdown, or the
// other way round. Everything that is not here must be said of all formats alike.
var cannotCarry = map[string]map[string]string{
	".html": {
		"shouting-headline": "a title element carries the site's name; the H1 alone is a headline",
	},
	".txt": {
		"filename-alt":      "no images",
		"broken-image":      "no images",
		"generic-link-text": "no links but bare addresses",
		"placeholder-link":  "no links but bare addresses",
		"tracking-link":     "no links but bare addresses",
		"broken-link":       "no links but bare addresses",
	},
	".docx": {
		"headings-without-keyphrase": noKeyphrase,
		"intro-without-keyphrase":    noKeyphrase,
		"stuffed-headings":           noKeyphrase,
		"stuffed-keyphrase":          noKeyphrase,
		"long-headline":              oneHeadline,
		"short-description":          oneHeadline, // it says little beyond the headline for search results
		"shouting-headline":          oneHeadline,
		"broken-image":               "images are in the file",
	},
}

func TestTheSameArticleGivesTheSameFindingsInEveryFormat(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(drafts, "*", "*.md"))
	if err != nil || len(names) < 5 {
		t.Fatalf("%d articles, %v", len(names), err)
	}
	compared, used := 0, map[string]bool{}
	for _, name := range names {
		want := sayings(t, name)
		compared += len(want)
		for extension, reasons := range cannotCarry {
			other := strings.TrimSuffix(name, ".md") + extension
			got := sayings(t, other)
			differ := func(what string, all, others []saying) {
				for _, s := range all {
					if slices.Contains(others, s) {
						continue
					}
					if reasons[s.rule] == "" {
						t.Errorf("%s: %s %s: %s\n\tat “%s”", filepath.Base(other), what, s.rule, s.message, s.words)
					}
					used[extension+" "+s.rule] = true
				}
			}
			differ("lacks", want, got)
			differ("has", got, want)
		}
	}
	if compared < 20 {
		t.Errorf("%d findings are too few to compare formats by", compared)
	}
	for extension, reasons := range cannotCarry {
		for rule := range reasons {
			if !used[extension+" "+rule] {
				t.Errorf("%s: %s makes no difference; take it off the list", extension, rule)
			}
		}
	}
}

// lineNumber is the place of something else in a message; it differs by nature.
var lineNumber = regexp.MustCompile(`line \d+`)

// sayings runs every rule that is on by default over one draft.
func sayings(t *testing.T, name string) (all []saying) {
	t.Helper()
	loader, err := configfile.NewLoader(rules.All(), configfile.Options{None: true})
	if err != nil {
		t.Fatal(err)
	}
	res, err := driver.Run(t.Context(), driver.Request{
		Rules: rules.All(), Config: loader, Paths: []string{name}, Now: time.Date(2024, 12, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc := parse.Parse(name, content, parse.Options{})
	for i := range res.Findings.List() {
		f := &res.Findings.List()[i]
		all = append(all, saying{f.Rule, lineNumber.ReplaceAllString(f.Message, "line …"), wordsAt(doc, f.Span)})
	}
	return all
}

// wordsAt returns what a reader reads at a span, without the markup: the words of
// blocks, or the value of a metadata field.
func wordsAt(doc *lint.Document, span lint.Span) string {
	var parts []string
	take := func(text lint.Text) {
		if all := text.All(); text.Placed() && (all.Overlaps(span) || span.Empty() && all.Contains(span.Start)) {
			if from, to := text.At(span.Start), text.At(span.End); to > from {
				parts = append(parts, text.Sub(from, to).Plain())
			}
		}
	}
	for i := range doc.Meta.Fields {
		for _, v := range doc.Meta.Fields[i].Values {
			take(v)
		}
	}
	for i := range doc.Blocks {
		take(doc.Blocks[i].Text)
	}
	return strings.TrimSpace(strings.Join(parts, " | "))
}
