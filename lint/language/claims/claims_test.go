package claims

import (
	"strings"
	"testing"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/linttest/timing"
	"github.com/copychief/copychief/lint/parse"
)

// paragraphs returns a document of n paragraphs with the same text, each with a link if linked is
// set.
func paragraphs(text string, n int, linked bool) *lint.Document {
	d := &lint.Document{Source: lint.NewSource("a.txt", []byte(strings.Repeat(text+"\n\n", n))), Language: "en"}
	for i := range n {
		at := i * (len(text) + 2)
		d.Blocks = append(d.Blocks, lint.Block{
			Text: lint.Verbatim(text, at), Span: lint.Span{Start: at, End: at + len(text)}, Quote: lint.None,
		})
		if linked && i%2 == 0 {
			d.Links = append(d.Links, lint.Link{Kind: lint.External, Block: i, Image: lint.None})
		}
	}
	d.Index()
	return d
}

func TestClaimsTakeLittleTime(t *testing.T) {
	const n = 6000
	for name, d := range map[string]*lint.Document{
		"one figure everywhere":       paragraphs("The bridge carried 30,000 people.", n, false),
		"links everywhere":            paragraphs("The bridge carried 30,000 people.", n, true),
		"one long sentence":           paragraphs(strings.Repeat("$41.5 million in one in five times as ", n), 1, false),
		"one paragraph of numbers":    paragraphs(strings.Repeat("30,000 12 percent ", n), 1, false),
		"superlatives and no numbers": paragraphs(strings.Repeat("the lowest in the highest ", n), 1, false),
	} {
		found := 0
		if took := timing.CPU(func() { found = len(Of(d)) }); took > 10*time.Second {
			t.Errorf("%s: %d repetitions took %v", name, n, took)
		} else {
			t.Logf("%s: %d findings in %v", name, found, took)
		}
	}
}

func TestClaimsOfOneLongParagraphAreLinear(t *testing.T) {
	doc := parse.Parse("a.md", []byte(strings.Repeat("In 2019 40 percent of 30 people said. ", 30_000)), parse.Options{})
	if took := timing.CPU(func() { Of(doc) }); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestClaims(t *testing.T) {
	for text, want := range map[string]struct {
		words string
		kind  Kind
		cited bool
	}{
		"Studies show that ferries are late.":                {"Studies show", Authority, false},
		"The study found that ferries are late.":             {},
		"According to some experts, ferries are late.":       {"According to some experts", Authority, false},
		"According to a study by Lund, ferries are late.":    {},
		"They say 62 percent of voters like ferries.":        {"62 percent of voters", Share, false},
		"They say 62 per cent of voters like ferries.":       {"62 per cent of voters", Share, false},
		"Up to 20 percent were late.":                        {},
		"Some 30-40% of voters like ferries.":                {"30-40% of voters", Share, false},
		"Some 15% – 30% of voters like ferries.":             {"15% – 30% of voters", Share, false},
		"In 2019 – 62% of voters like ferries.":              {"62% of voters", Share, false},
		"Now 2019 - 62% of voters like ferries.":             {"62% of voters", Share, false},
		"Fewer now - 62% of voters like ferries.":            {"62% of voters", Share, false},
		"The harbour lost 3.5-4.5 percent.":                  {"3.5-4.5 percent", Percentage, false},
		"Studies show that the fish we eat is old.":          {"Studies show", Authority, false},
		"Our studies show that the fish is old.":             {},
		"As we marine scientists say, the fish is old.":      {},
		"Both researchers found that the fish is old.":       {},
		"fishFirst researchers found that the fish is old.":  {},
		"Salem researchers found it. The Salem fish is old.": {},
		"Recent studies show it. The fish is old.":           {"studies show", Authority, false},
		"Numerous studies have found that ferries are late (Lund 2005, Day 2009, Lund and Day 2010, Bell et al. 2012).":         {"studies have found", Authority, true},
		"Numerous studies have found that ferries are late (Lund, 2005; Day, 2009; Lund and Day, 2010; Bell and others, 2012).": {"studies have found", Authority, true},
		"We found that 62 percent of voters like ferries.":                                                                      {"62 percent of voters", Share, true},
		"The ferry cut the wait by 40 percent.":                                                                                 {"40 percent", Effect, false},
		"It might show that 40 percent of voters are late.":                                                                     {},
		"Fully 62 percent of voters would like ferries.":                                                                        {"62 percent of voters", Share, false},
		"The harbour lost 4.5 percent.":                                                                                         {"4.5 percent", Percentage, false},
		"The harbour lost 4.5 percent, Lund said.":                                                                              {"4.5 percent", Percentage, true},
		"The harbour cost $3 million.":                                                                                          {"$3 million", Sum, false},
		"The harbour would cost $3 million.":                                                                                    {},
		"The harbour moved 3,000 low-income families.":                                                                          {"3,000 low-income families", Count, false},
		"One in five voters is late.":                                                                                           {"One in five voters", Ratio, false},
		"They are twice as likely to be late.":                                                                                  {"twice as likely", Ratio, false},
		"It ranks third.":                                                                                                       {"ranks third", Rank, false},
		"They saw the lowest tide since 1990.":                                                                                  {"lowest tide since 1990", Record, false},
		"In May 2019 the ferry left.":                                                                                           {},
		"“Studies show that ferries are late,” Lund said.":                                                                      {},
	} {
		doc := parse.Parse("a.txt", []byte("The ferry\n\n"+text+"\n"), parse.Options{})
		found := Of(doc)
		if want.kind == none {
			if len(found) > 0 {
				t.Errorf("%s: found %+v", text, found)
			}
			continue
		}
		if len(found) != 1 {
			t.Errorf("%s: %d claims", text, len(found))
			continue
		}
		c := found[0]
		if words := doc.Blocks[c.Block].Text.Slice(c.Start, c.End); words != want.words || c.Kind != want.kind || c.Cited != want.cited {
			t.Errorf("%s: found “%s” %+v", text, words, c)
		}
	}
}

func TestPollOf(t *testing.T) {
	for text, want := range map[string]*Poll{
		"A poll found that 60% like ferries.":                                                       {},
		"A Lund poll found that 60% like ferries.":                                                  {Pollster: true},
		"A poll in March found that 60% like ferries.":                                              {Date: true},
		"A poll of 1,024 adults found that 60% like ferries.":                                       {Sample: true},
		"A Lund poll of 1,024 adults last week found that 60% like it.":                             {Pollster: true, Date: true, Sample: true},
		"A [poll](https://lund.example/) found that 60% like ferries.":                              {Linked: true},
		"An exit poll found that 60% like ferries.":                                                 nil,
		"A poll found that many like ferries.":                                                      nil,
		"Every ferry is 60% full.":                                                                  nil,
		"A poll found that 60% like ferries.\n\nBoats\n\nLund asked 900 people on Monday, by mail.": {Pollster: true, Date: true, Sample: true},
	} {
		doc := parse.Parse("a.md", []byte(text+"\n"), parse.Options{})
		got := PollOf(doc)
		if want == nil || got == nil {
			if got != nil || want != nil {
				t.Errorf("%s: found %+v", text, got)
			}
			continue
		}
		if words := doc.Blocks[got.Block].Text.Slice(got.Start, got.End); words != "poll" {
			t.Errorf("%s: found “%s”", text, words)
		}
		if got.Pollster != want.Pollster || got.Date != want.Date || got.Sample != want.Sample || got.Linked != want.Linked {
			t.Errorf("%s: found %+v", text, got)
		}
	}
}
