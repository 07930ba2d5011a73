package plain_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/parse/parsetest"
)

// outlineOf lists the headings of a plain text with their levels, one per line.
func outlineOf(d *lint.Document) string {
	var out []string
	for _, h := range d.Headings() {
		out = append(out, fmt.Sprintf("%d %s", h.Level, h.Text))
	}
	return strings.Join(out, "\n")
}

const paragraph = "The council met for the third time this week, and for the third time it went home without a budget for the harbour."

func TestShortLinesBeforeLongerTextAreSubheadings(t *testing.T) {
	for _, c := range []struct{ name, draft, want string }{
		{"by lines", "Harbour waits\n" + paragraph + "\nWhat the mayor wants\n" + paragraph, "1 Harbour waits\n2 What the mayor wants"},
		{"by blank lines", "Harbour waits\n\n" + paragraph + "\n\nWhat comes next?\n\n" + paragraph, "1 Harbour waits\n2 What comes next?"},
		{"before a list", "Harbour waits\n" + paragraph + "\nThree demands\n- more light\n- more sand", "1 Harbour waits\n2 Three demands"},
		{"numbered", "Harbour waits\n" + paragraph + "\nWhy now?\n1. The debt\n" + paragraph, "1 Harbour waits\n2 Why now?\n3 1. The debt"},
		{"a list is none", "Harbour waits\n" + paragraph + "\n1. The debt\n2. The sand\n" + paragraph, "1 Harbour waits"},
		{"rows of a table are none", "Harbour waits\n\n" + paragraph + "\n\nFares\n\n  Boat    Price   Lasts\n  ------- ------- ---------\n  Ferry   30      ten years\n  Dinghy   4      a day\n\n" + paragraph, "1 Harbour waits\n2 Fares"},
		{"tabs between columns", "Harbour waits\n" + paragraph + "\nFares\nBoat\tPrice\nFerry\t30\nDinghy\t4\n" + paragraph, "1 Harbour waits\n2 Fares"},
		{"a number before a wide gap", "Harbour waits\n" + paragraph + "\nIV  The debt\n" + paragraph, "1 Harbour waits\n2 IV  The debt"},
		{"the last line is none", "Harbour waits\n" + paragraph + "\nNo comments", "1 Harbour waits"},
		{"a headline pasted twice", "Harbour waits\nHarbour waits\nThe story\n" + paragraph, "1 Harbour waits\n2 The story"},
		{"references", "Harbour waits\n" + paragraph + "\nFurther reading\nThe debt in figures\nhttps://example.org/debt\nThe sand in tonnes\nhttps://example.org/sand\nAbout us\n" + paragraph, "1 Harbour waits\n2 Further reading\n2 About us"},
		{"marked by signs", "# Harbour waits\n\n" + paragraph + "\n\n### The debt.\n" + paragraph, "1 Harbour waits\n3 The debt."},
		{"glued to the paragraph before", "Harbour waits\n" + paragraph + " " + paragraph + " “It is a long way.”What are the demands?\n" + paragraph, "1 Harbour waits\n2 What are the demands?"},
		{"glued, but no heading", "Harbour waits\n" + paragraph + " " + paragraph + " It is a long way.They said so.\n" + paragraph, "1 Harbour waits"},
		{"below a trail", "Home › News › Harbour\nHarbour waits\n" + paragraph, "1 Harbour waits"},
		{"titles of other articles", "Harbour waits\n" + paragraph + "\nMore from the coast\nThe sand in tonnes\nThe debt in figures\n" + paragraph, "1 Harbour waits\n2 The debt in figures"},
		{"underlined", "Harbour waits\n=====\n\n" + paragraph + "\n\nThe debt\n-----\n\n" + paragraph, "1 Harbour waits\n2 The debt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse.Parse("a.txt", []byte(c.draft), parse.Options{})
			parsetest.Check(t, d)
			if got := outlineOf(d); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestLinesThatOnlyLookLikeHeadings(t *testing.T) {
	for _, line := range []string{
		"“We are not leaving.”", "She said no.", "By Ana Prokop", "Nov. 3, 2024", "Updated 3:40 p.m.", "(Photo by Ben Aydin)", "[Read the report]", "#harbour #budget",
		"Photo: Ben Aydin", "AYDIN: We will not", "And now what?", "Why?", "he shrugged", "https://example.org/a", "ana@example.org", "Here is what they want:", "— Ana Prokop, mayor",
		"She replied: “Never.”", "Dear readers,", "Share on Facebook Tweet Email", "Listen to this article: 6 min", "Advertisement", "Comments (24)",
	} {
		draft := "Harbour waits\n\n" + paragraph + "\n\n" + line + "\n\n" + paragraph
		if got := outlineOf(parse.Parse("a.txt", []byte(draft), parse.Options{})); got != "1 Harbour waits" {
			t.Errorf("%q became a heading: %q", line, got)
		}
	}
}

func TestItemsQuotationsAndDividers(t *testing.T) {
	d := parse.Parse("a.txt", []byte("Harbour waits\n-\nMore light\n•\tMore sand\n  - Much more\n* * *\n> We are not\n> leaving.\n\n"+paragraph), parse.Options{})
	parsetest.Check(t, d)
	var got []string
	for _, b := range d.Blocks {
		got = append(got, fmt.Sprintf("%s %d %d %.12s", b.Kind, b.Level, b.Quote, b.Text))
	}
	want := "heading 1 -1 Harbour wait|item 1 -1 More light|item 1 -1 More sand|item 2 -1 Much more|paragraph 0 0 We are not|paragraph 0 0 leaving.|paragraph 0 -1 The council "
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
	if s := d.Source.Slice(d.Blocks[1].Span); s != "-\nMore light" {
		t.Errorf("the item is %q", s)
	}
}

func TestHardWrappedParagraphsAreJoined(t *testing.T) {
	d := parse.Parse("a.txt", []byte("Harbour waits\n\nThe council met for the third time this week, and for\r\nthe third time it went home without a budget, which is\na record.\n\n- an item that goes on for long enough to be broken\n  off and go on\n- another\n"), parse.Options{})
	parsetest.Check(t, d)
	if len(d.Blocks) != 4 || d.Blocks[1].Text.String() != "The council met for the third time this week, and for the third time it went home without a budget, which is a record." {
		t.Fatalf("%d blocks: %q", len(d.Blocks), d.Blocks[1].Text)
	}
	at := strings.Index(d.Blocks[1].Text.String(), "third time it")
	if got := d.Source.Slice(d.Blocks[1].Text.Span(at, at+13)); got != "third time it" {
		t.Errorf("stands at %q", got)
	}
	if got := d.Blocks[2].Text.String(); !strings.HasSuffix(got, "broken off and go on") {
		t.Errorf("item %q", got)
	}
}

func TestALineThatBrokeOffIsJoined(t *testing.T) {
	long := strings.TrimSuffix(paragraph, ".") + " and without a word from the mayor,"
	for _, c := range []struct {
		name, draft string
		want        int
	}{
		{"within a sentence", long + "\nwho was at sea.\n\n" + paragraph, 2},
		{"not before a new sentence", long + "\nNobody knows why.\n\n" + paragraph, 3},
		{"not after a whole one", paragraph + "\nbelow is the list\n\n" + paragraph, 3},
		{"not after a short line", "sand\nlight\n\n" + paragraph, 3},
	} {
		d := parse.Parse("a.txt", []byte(c.draft), parse.Options{})
		parsetest.Check(t, d)
		if len(d.Blocks) != c.want {
			t.Errorf("%s: %d blocks, want %d", c.name, len(d.Blocks), c.want)
		}
	}
}

func TestBareAddressesAreLinks(t *testing.T) {
	d := parse.Parse("a.txt", []byte("Harbour waits\n\nSee “https://example.org/a_(b)”, (www.example.org/c), http://example.org. Write to ana.p@example.org, not to @ana or a@b; xhttps://no.example and www. are none.\n"), parse.Options{})
	parsetest.Check(t, d)
	var got []string
	for _, l := range d.Links {
		got = append(got, d.Source.Slice(l.Span)+" "+l.Target.String())
	}
	want := "https://example.org/a_(b) https://example.org/a_(b)|www.example.org/c http://www.example.org/c|http://example.org http://example.org|ana.p@example.org mailto:ana.p@example.org"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

// TestOutlineOfPastedArticles reads articles pasted from web pages: drafts, and two
// that are not part of the repository.
func TestOutlineOfPastedArticles(t *testing.T) {
	t.Run("drafts", outlinesOfDrafts)
	t.Run("seeds", outlinesOfSeeds)
}

func outlinesOfDrafts(t *testing.T) {
	for name, want := range map[string]string{
		"bom-chairs.txt":     "1 The library of borrowed chairs\n2 How it began\n2 What people borrow\n2 What does it cost?\n2 Further reading",
		"interview-bees.txt": "1 The bees on the roof of the opera\n2 THE SOUND OF IT\n2 WHAT THE HONEY TASTES OF",
		"header-lines.txt":   "2 Why the plan failed\n2 The letters\n2 What happens now",
	} {
		d := parse.Parse(name, draftOf(t, name), parse.Options{})
		parsetest.Check(t, d)
		got := outlineOf(d)
		if name == "header-lines.txt" { // its headline is in a header line
			_, got, _ = strings.Cut(got, "\n")
		}
		if got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

// draftOf returns the content of a draft of testdata/drafts.
func draftOf(t *testing.T, name string) []byte {
	t.Helper()
	for _, d := range corpus.Drafts(t) {
		if d.Name == name {
			return d.Content
		}
	}
	t.Fatalf("testdata/drafts has no %s", name)
	return nil
}

func outlinesOfSeeds(t *testing.T) {
	for name, want := range map[string][]string{
		"000_1fb8799e62e81eab.txt": {"What just happened in Geneva?", "Why does this matter?", "What are the sticking points?", "What’s next?", "Final thoughts", "1. A diplomatic pivot"},
		"004_d5244f6e224cf1f1.txt": {"Overview of the Geneva Talks — peace plan", "Key Issues on the Table in the peace plan", "International reactions to the Geneva peace plan",
			"How this peace plan fits into the wider diplomatic timeline", "What happens next for the US-Ukraine peace plan", "Further Reading", "Ceasefire and civilian protection",
			"Security guarantees and NATO questions", "Territorial integrity and sanctions relief"},
	} {
		content, err := os.ReadFile(corpus.Shared(t, "seeds", name))
		if err != nil {
			t.Fatal(err)
		}
		d := parse.Parse(name, content, parse.Options{})
		parsetest.Check(t, d)
		outline := outlineOf(d)
		for _, h := range want {
			if !strings.Contains("\n"+outline+"\n", " "+h+"\n") {
				t.Errorf("%s: no heading %q in\n%s", name, h, outline)
			}
		}
		if n := strings.Count(outline, "\n"); n > 15 {
			t.Errorf("%s: %d headings:\n%s", name, n, outline)
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{"a\n\nb\n", "-\n-\nx\n> y\n>\n", "1. A b\n" + paragraph, "A\n===\nwww.a.b/((c)", "a@b.c@d.e\nhttp://[::1]/\n", "Title: x\n y\n\nz", ">\nToggle theme\n| **a** | A method to toggle the visibility of a column. It takes its name as text |", "{{ a }}b{% c\nd %}e\n", "#\n# a\n###### b #\n", "\ufeff•\r\n\u2028x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, content string) {
		parsetest.Check(t, parse.As("a.txt", []byte(content), lint.PlainText, parse.Options{}))
	})
}
