package markdown_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/parsetest"
	"github.com/yuin/goldmark/ast"
)

func readDraft(t *testing.T, draft string) *lint.Document {
	t.Helper()
	doc := parse.As("draft.md", []byte(draft), lint.Markdown, parse.Options{Hosts: []string{"gazette.example"}, Shortcodes: parsetest.Shortcodes()})
	parsetest.Check(t, doc)
	return doc
}

// TestEveryKindOfNodeIsDecidedOn fails if goldmark has a kind of node that the walk
// does not handle: its words would be lost or written as plain text.
func TestEveryKindOfNodeIsDecidedOn(t *testing.T) {
	known := map[string]bool{}
	for _, kind := range []string{
		"Document", "TextBlock", "Paragraph", "Heading", "ThematicBreak", "CodeBlock", "FencedCodeBlock",
		"Blockquote", "List", "ListItem", "HTMLBlock", "LinkReferenceDefinition",
		"Text", "String", "CodeSpan", "Emphasis", "Link", "Image", "AutoLink", "RawHTML",
		"DefinitionList", "DefinitionTerm", "DefinitionDescription",
		"Table", "TableRow", "TableHeader", "TableCell", "TaskCheckBox", "Strikethrough",
		"FootnoteLink", "FootnoteBacklink", "Footnote", "FootnoteList",
		"LinkLabelState", "Delimiter", // removed by the end of parsing
	} {
		known[kind] = true
	}
	probe := ast.NewNodeKind("probe")
	for k := ast.NodeKind(1); k < probe; k++ {
		if name := k.String(); !known[name] {
			t.Errorf("nobody has decided what becomes of %s", name)
		}
	}
}

func TestBlocksAfterTabsBeginAtTheirMarkers(t *testing.T) {
	for draft, want := range map[string]string{
		">\t# One two":           "# One two",
		">\t#":                   "#",
		"-\t# One":               "-\t# One",
		">\t- one":               "- one",
		">\t```\n>\tone\n>\t```": "```\n>\tone\n>\t```",
		">\tOne\n>\t===":         "One\n>\t===",
		">\t<p>One</p>":          "<p>One</p>",
	} {
		doc := readDraft(t, draft)
		if len(doc.Blocks) != 1 {
			t.Errorf("%q holds %d blocks", draft, len(doc.Blocks))
			continue
		}
		if got := doc.Source.Slice(doc.Blocks[0].Span); got != want {
			t.Errorf("%q: the block is %q, want %q", draft, got, want)
		}
	}
}

func TestLinksSpanFromBracketToBracket(t *testing.T) {
	for _, c := range []struct{ link, text, target, at string }{
		{"[a](b)", "a", "b", "b"},
		{"[a *b* `c`](<d e> 'f')", "a b c", "d e", "d e"},
		{"[a](b(c)d \"e)\")", "a", "b(c)d", "b(c)d"},
		{"[a]( b\n  (t) )", "a", "b", "b"},
		{"[a](b\\)&amp;c)", "a", "b)&c", "b\\)&amp;c"},
		{"[a]()", "a", "", ""},
		{"[a](<>)", "a", "", ""},
		{"[a [b] c](d)", "a [b] c", "d", "d"},
		{"[a](b \"\")", "a", "b", "b"},
		{"[a\nb](c)", "a b", "c", "c"},
		{"<https://a.example>", "https://a.example", "https://a.example", "https://a.example"},
		{"https://a.example/b", "https://a.example/b", "https://a.example/b", "https://a.example/b"},
		{"<a@b.example>", "a@b.example", "mailto:a@b.example", "a@b.example"},
		{"[a][ref]", "a", "/r", "/r"},
		{"[ref][]", "ref", "/r", "/r"},
		{"[ref]", "ref", "/r", "/r"},
		{"[{{ x }}]({{ \"/y\" | url }}z)", "\uFFFC", "/yz", "/y\" | url }}z"},
	} {
		for _, around := range []string{"%", "Before % after.", "*x* % *y*", "> % more", "- % [z](z)"} {
			draft := strings.ReplaceAll(around, "%", c.link) + "\n\n[ref]: /r \"T\"\n"
			if strings.HasPrefix(around, ">") && strings.Contains(c.link, "\n") {
				draft = strings.Replace(draft, "\n", "\n> ", 1)
			}
			doc := readDraft(t, draft)
			if len(doc.Links) == 0 {
				t.Errorf("%q: no link", draft)
				continue
			}
			l := doc.Links[0]
			if got := strings.ReplaceAll(doc.Source.Slice(l.Span), "\n> ", "\n"); got != c.link {
				t.Errorf("%q: span %q", draft, got)
			}
			if l.Text.String() != c.text || l.Target.String() != c.target {
				t.Errorf("%q: text %q, target %q", draft, l.Text, l.Target)
			}
			if got := doc.Source.Slice(l.Target.All()); got != c.at {
				t.Errorf("%q: the target stands at %q, want %q", draft, got, c.at)
			}
		}
	}
}

func TestUnresolvedReferencesStayText(t *testing.T) {
	doc := readDraft(t, "Read [the log] and [more][nowhere] of it.[^1]\n")
	if got := doc.Blocks[0].Text.String(); got != "Read [the log] and [more][nowhere] of it.[^1]" || len(doc.Links) != 0 {
		t.Errorf("%q with %d links", got, len(doc.Links))
	}
}

func TestFootnotesStayWhereTheyAreWritten(t *testing.T) {
	doc := readDraft(t, "One.[^b]\n\n[^a]: Note a.\n\nTwo.[^a]\n\n[^b]: Note b.\n\n[^c]: Unused.\n\nThree.\n")
	var got []string
	for _, b := range doc.Blocks {
		got = append(got, b.Text.String())
		if want := strings.HasPrefix(b.Text.String(), "Note") || b.Text.String() == "Unused."; b.Footnote != want {
			t.Errorf("%q: footnote %t", b.Text, b.Footnote)
		}
	}
	if want := "One.|Note a.|Two.|Note b.|Unused.|Three."; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}

func TestHeadingsGetTheAnchorsThatGitHubGives(t *testing.T) {
	for heading, want := range map[string]string{
		"Plain words":          "plain-words",
		"C++ & Go: a *tale*":   "c--go-a-tale",
		"snake_case":           "snake_case",
		"Übung macht":          "übung-macht",
		"What's “new”?":        "whats-new",
		"Own {#mine}":          "mine",
		"1. First - 50 %":      "1-first---50-",
		"[A link](x) `code()`": "a-link-code",
	} {
		if got := readDraft(t, "## "+heading+"\n").Blocks[0].ID; got != want {
			t.Errorf("%q: %q, want %q", heading, got, want)
		}
	}
	doc := readDraft(t, "# A\n\n# A\n\n# A-1\n\n# A\n")
	if got := strings.Join(doc.Anchors, " "); got != "a a-1 a-1-1 a-2" {
		t.Errorf("repeated headings: %s", got)
	}
}

func TestAttributionIsFoundOnTheLastLineOnly(t *testing.T) {
	for draft, want := range map[string]string{
		"> Words.\n> — Ada Byron":           "Ada Byron",
		"> Words.\n>\n> -- Ada Byron, 1843": "Ada Byron, 1843",
		"> Words.  \n> – Ada":               "Ada",
		"> Words.\n>\n> - Ada":              "Ada",
		"> — Ada":                           "",
		"> Words — and more":                "",
		"> Words.\n> — 1843":                "",
		"> - one\n> - two":                  "",
		"> - Ada":                           "",
	} {
		if got := readDraft(t, draft+"\n").Quotations[0].Cite.String(); got != want {
			t.Errorf("%q: %q, want %q", draft, got, want)
		}
	}
}

func TestDocumentsMayBeParsedAtOnce(t *testing.T) {
	var wg sync.WaitGroup
	want := parsetest.Dump(readDraft(t, strings.Join(parsetest.Drafts(), "\n\n")))
	for range 8 {
		wg.Go(func() {
			doc := parse.As("draft.md", []byte(strings.Join(parsetest.Drafts(), "\n\n")), lint.Markdown, parse.Options{Hosts: []string{"gazette.example"}, Shortcodes: parsetest.Shortcodes()})
			if parsetest.Dump(doc) != want {
				t.Error("two parses of one draft differ")
			}
		})
	}
	wg.Wait()
}

// GFM requires white space after the box of a task; without it the brackets are a link,
// a reference or a letter in brackets.
func TestTaskBoxNeedsASpaceAfterIt(t *testing.T) {
	for draft, want := range map[string]string{
		"- [X](https://x.example/a)\n":        "X",
		"- [x][r]\n\n[r]: /y\n":               "x",
		"1. [x]it is\n":                       "[x]it is",
		"- [x] done\n":                        "done",
		"- [ ] to do\n":                       "to do",
		"- [x]\tdone\n":                       "done",
		"* [X](/x) is where we say it all.\n": "X is where we say it all.",
	} {
		doc := parse.As("a.md", []byte(draft), lint.Markdown, parse.Options{})
		parsetest.Check(t, doc)
		if len(doc.Blocks) != 1 || doc.Blocks[0].Text.String() != want {
			t.Errorf("%q: %+v", draft, doc.Blocks)
		}
	}
}

func TestLinksOfAWikiShowTheirTextAlone(t *testing.T) {
	for draft, want := range map[string]string{
		"The [[travel/night buses|buses at night]] run.":         "The [[buses at night]] run.",
		"The [[night buses]] run, *or [[The *old* mill|walk]]*.": "The [[night buses]] run, or [[The old mill|walk]].",
		"[[a b|c]] and [[d|e]] | f":                              "[[c]] and [[e]] | f",
		"The [[buses at night|travel/night]] run.":               "The [[buses at night]] run.",
		"Cells | with ![[map.png|300]] | bars":                   "Cells | with ![[map.png|300]] | bars",
		"Test [[ -f map | -f plan ]] | [[x|]] [[|y]] [z|z]":      "Test [[ -f map | -f plan ]] | [[x|]] [[|y]] [z|z]",
		"See [[x &amp; y|p &amp; q]] & r":                        "See [[p & q]] & r",
	} {
		d := readDraft(t, draft)
		if got := d.Blocks[0].Text.Plain(); got != want {
			t.Errorf("%q is read as %q, want %q", draft, got, want)
		}
	}
	d := readDraft(t, "| a | b |\n|---|---|\n| [[night buses\\|buses]] | c |\n")
	if got := d.Blocks[2].Text.Plain(); got != "[[buses]]" {
		t.Errorf("in a table: %q", got)
	}
}

func TestDelimiterRowOfATableIsNotAnUnderline(t *testing.T) {
	const table = "  -----------------------------\n  Boat           Catch\n  -------------- --------------\n  the red one    two crates\n                 of fish\n\n  the blue one   a goat\n  -----------------------------\n"
	doc := readDraft(t, "# The pier\n\n"+table+"\nThe boats\n---------------------\n\nThey left.\n")
	var got []string
	for _, b := range doc.Headings() {
		got = append(got, b.Text.String())
	}
	if want := "The pier|The boats"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}
