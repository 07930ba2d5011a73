package quotes

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/langtest"
	"github.com/copychief/copychief/lint/linttest/timing"
)

var updateQuotes = flag.Bool("update-quotes", false, "rewrite the expectations in testdata/quotes")

// TestQuotationsAndSpeakers reads testdata/*.txt: cases of "== name", the draft, and one line "->
// speaker [cue] anonymous described: text" for each expected quotation, with "-" if it has no
// speaker.
func TestQuotationsAndSpeakers(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, c := range strings.Split(string(content), "== ")[1:] {
			name, rest, _ := strings.Cut(c, "\n")
			draft, _, _ := strings.Cut(rest, "->")
			draft = strings.TrimSpace(draft)
			got := attributions(langtest.Document(draft))
			if want := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest), draft)); got != want && !*updateQuotes {
				t.Errorf("%s: %s\n%s\n got %s\nwant %s", file, name, draft, got, want)
			}
			fmt.Fprintf(&out, "== %s\n%s\n", name, draft)
			if got != "" {
				out.WriteString(got + "\n")
			}
			out.WriteString("\n")
		}
		if *updateQuotes {
			if err := os.WriteFile(file, []byte(strings.TrimSpace(out.String())+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func attributions(d *lint.Document) string {
	var out []string
	for _, q := range Of(d) {
		s := "-> -"
		if q.Attributed() {
			s = "-> " + q.Speaker.Text
		}
		if q.Cue != nil {
			s += " [" + q.Cue.Text + "]"
		}
		if q.Anonymous {
			s += " anonymous"
		}
		if q.Described {
			s += " described"
		}
		if !q.Full {
			s += " fragment"
		}
		out = append(out, s+": "+q.Text)
	}
	return strings.Join(out, "\n")
}

func TestMentionsHaveTheirPlaces(t *testing.T) {
	d := langtest.Document("Intro.\n“We open at noon,” said Ann Lee’s brother. “No,” according to Bo Day’s aunt.\n")
	for _, q := range Of(d) {
		for _, m := range []*Mention{q.Speaker, q.Cue} {
			if m == nil {
				t.Fatalf("%q has no mention", q.Text)
			}
			if got := d.Source.Slice(m.Span); got != m.Text {
				t.Errorf("mention %q stands on %q", m.Text, got)
			}
		}
	}
}

func TestBlockQuotations(t *testing.T) {
	for _, c := range []struct {
		name, before, quoted, after, want string
	}{
		{"a lead-in", "As Ann Lee wrote in May:", "We open at noon.", "", "-> Ann Lee [wrote]: We open at noon."},
		{"a last line", "", "We open at noon.\n— Ann Lee, baker", "", "-> Ann Lee: We open at noon. — Ann Lee, baker"},
		{"a line after", "", "We open at noon.", "– Ann Lee", "-> Ann Lee: We open at noon."},
		{"after the last sentence", "", "We open at noon. - Ann Lee, baker", "", "-> Ann Lee: We open at noon. - Ann Lee, baker"},
		{"a dash that is no signature", "", "We open at noon – every day.", "", "-> -: We open at noon – every day."},
		{"a definition as its own block", "Slack water is defined as", "The hour in which nothing moves.", "", "-> -: The hour in which nothing moves."},
		{"taken as its own block", "Ann Lee heralded the ferry as", "The end of the bridge.", "", "-> Ann Lee [heralded]: The end of the bridge."},
		{"nobody", "The river is long.", "We open at noon.", "It is.", "-> -: We open at noon."},
		{"marks inside count once", "Lee said:", "“We open at noon.”", "", "-> Lee [said]: “We open at noon.”"},
		{"a box for a note is none", "", "Note: We open at noon.", "", ""},
	} {
		d := langtest.Document(c.before + "\n" + strings.ReplaceAll(c.quoted, "\n", "\v") + "\n" + c.after)
		for i := range d.Blocks {
			b := &d.Blocks[i]
			if strings.HasPrefix(b.Text.String(), strings.Split(c.quoted, "\n")[0]) {
				b.Quote = 0
				b.Text = lint.Verbatim(strings.ReplaceAll(b.Text.String(), "\v", "\n"), b.Span.Start)
				d.Quotations = []lint.Quotation{{Span: b.Span}}
			}
		}
		if got := attributions(d); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestTextOfABlockQuotationIsOnOneLine(t *testing.T) {
	for _, blocks := range [][]string{
		{"We open at noon."}, {"We  open\nat\u00a0noon. "}, {"", "We open\n", "\u00a0", "at noon – "}, {"\uFFFC We open", "at\uFFFC\uFFFCnoon.\t"}, {"€ «é»\n—"},
	} {
		f := reader{doc: &lint.Document{}}
		var want []string
		for _, s := range blocks {
			b := lint.Block{Text: lint.Verbatim(s, 0)}
			f.doc.Blocks = append(f.doc.Blocks, b)
			if plain := b.Text.Plain(); plain != "" {
				want = append(want, plain)
			}
		}
		if got, _ := textOfBlocks(&f, 0, len(blocks)); got != strings.Join(want, " ") {
			t.Errorf("%q: got %q, want %q", blocks, got, want)
		}
	}
}

func TestWordsContainALetter(t *testing.T) {
	for text, want := range map[string]int{"": 0, " ": 0, "—": 0, "a": 1, "a — b": 2, "é\u2003ü": 2, "“don’t” (x)": 2, "... 1,5 %\n\ta": 2, "—é": 1} {
		if got := wordCount(text); got != want {
			t.Errorf("%q: got %d words, want %d", text, got, want)
		}
	}
}

func TestBlockQuotationsSideBySideAreTwo(t *testing.T) {
	d := langtest.Document("We open at noon.\nWe never close.\nAnd they all agreed.\nNobody asked us.\n")
	for i, q := range []int{0, 1, 0, 2} { // the second is nested in the first, the third follows it
		d.Blocks[i].Quote = q
	}
	d.Quotations = []lint.Quotation{{Span: d.Blocks[0].Span.Join(d.Blocks[2].Span)}, {Span: d.Blocks[1].Span}, {Span: d.Blocks[3].Span}}
	want := "-> -: We open at noon. We never close. And they all agreed.\n-> -: We never close.\n-> -: Nobody asked us."
	if got := attributions(d); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestTemplateTagSignsABlockQuotation(t *testing.T) {
	source := "“We open at noon.” - {% who 7 %}"
	d := &lint.Document{Source: lint.NewSource("a.md", []byte(source)), Language: "en"}
	tag := strings.Index(source, "{%")
	d.Blocks = []lint.Block{{Span: lint.Span{End: len(source)}, Text: lint.NewText(source[:tag]+string(lint.Object), []lint.Run{
		{Source: lint.Span{End: tag}},
		{At: tag, Source: lint.Span{Start: tag, End: len(source)}, Whole: true},
	})}}
	d.Quotations = []lint.Quotation{{Span: d.Blocks[0].Span}}
	d.Index()
	q := Of(d)
	if len(q) != 1 || q[0].Speaker == nil || q[0].Speaker.Text != "{% who 7 %}" || !q[0].Direct() {
		t.Errorf("got %+v", q)
	}
}

func TestQElementIsAQuotation(t *testing.T) {
	d := langtest.Document("Ann Lee said we open at noon every day.")
	d.Blocks[0].Marks = []lint.Mark{{Kind: lint.MarkQuote, Start: 13, End: 38, Index: lint.None}}
	if got, want := attributions(d), "-> Ann Lee [said] fragment: we open at noon every day"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestCiteNamesTheSpeakerOfABlockQuotation(t *testing.T) {
	d := langtest.Document("We open at noon.\n— Ann Lee")
	d.Blocks[0].Quote = 0
	d.Quotations = []lint.Quotation{{Span: d.Blocks[0].Span, Cite: d.Blocks[1].Text}}
	d.Blocks = d.Blocks[:1]
	if got, want := attributions(d), "-> Ann Lee: We open at noon."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestQuotationHasTheLinksOfItsParagraph(t *testing.T) {
	d := langtest.Document("One link.\n“We open at noon,” said Lee.\nMore.")
	d.Links = []lint.Link{{Block: 0}, {Block: 1}, {Block: 1}, {Block: 2}, {Block: lint.None}}
	if got := fmt.Sprint(Of(d)[0].Links); got != "[1 2]" {
		t.Errorf("links are %s", got)
	}
}

func TestQuotesAreLinear(t *testing.T) {
	const n = 40_000
	for _, unit := range []string{"“a” ", "“a b c d e” said ", "\"Yes,\" and then ", "“a\n", "“A.” B said, ", "the of by ", "‘a’, ", "“no”\n", "Ann Lee, ", "Mr. "} {
		d := langtest.Document("“We open,” he said. " + strings.Repeat(unit, n))
		if took := timing.CPU(func() { Of(d) }); took > 20*time.Second {
			t.Errorf("%d × %q took %v", n, unit, took)
		}
	}
}

func FuzzQuotes(f *testing.F) {
	for _, file := range []string{"speakers", "traps", "anonymous", "dialogue"} {
		content, err := os.ReadFile("testdata/" + file + ".txt")
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range strings.Split(string(content), "== ") {
			f.Add(c)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := langtest.Document(text)
		block, at := 0, -1
		for _, q := range Of(d) {
			if q.Block < block || q.Block == block && q.Start <= at {
				t.Fatalf("out of order: %+v", q)
			}
			block, at = q.Block, q.Start
			if q.Start < 0 || q.End <= q.Start || q.End > d.Blocks[q.Block].Text.Len() || q.Span.End > len(text) || q.Span.Empty() {
				t.Fatalf("out of bounds: %+v", q)
			}
			for _, m := range []*Mention{q.Speaker, q.Cue} {
				if m != nil && (m.Span.Start < 0 || m.Span.End > len(text) || m.Text == "" || m.Span.Empty()) {
					t.Fatalf("mention out of bounds: %+v", m)
				}
			}
		}
	})
}

func BenchmarkQuotes(b *testing.B) {
	text := strings.Repeat("The town hall stands on the river, and nobody knows why it was built there at all.\n", 12) +
		"“We open at noon,” said Ann Lee, who runs the bar. “It’s a long day.”\nBo Day called it “a farce.”\n"
	text = strings.Repeat(text, 8)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Of(langtest.Document(text))
	}
}
