package links

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed poll_details.txtar
var pollDetailsDocs string

// PollDetails flags numbers of a poll without what a reader needs to judge them.
var PollDetails = &lint.Rule{
	Name:     "poll-details",
	Family:   lint.LinksFamily,
	Summary:  "a poll is cited without its pollster, date or sample",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "AAPOR, Disclosure standards; AP asks for the same of stories about polls",
		URL:    "https://aapor.org/standards-and-ethics/disclosure-standards/",
	},
	Languages: []string{"en"},
	Docs:      pollDetailsDocs,
	New:       func() lint.Checker { return &pollDetails{} },
}

type pollDetails struct{}

// Check looks for the first sentence that gives a share of a poll, then through the
// article for who asked, when, and how many.
func (pollDetails) Check(p *lint.Pass) {
	d := p.Doc
	if !polls.MayStandIn(d) {
		return
	}
	prose := language.ProseOf(d)
	for i, block := range d.Prose() {
		if block.Kind == lint.Heading || block.Kind == lint.Caption || block.Footnote || !mayHoldShare(block.Text.String()) {
			continue
		}
		text := block.Text.String()
		for _, s := range prose.SentencesIn(i) {
			word := pollShare(text, prose.Words[s.From:s.To])
			if word == nil {
				continue
			}
			if lacks := missing(d, prose, i); len(lacks) > tolerated(d, i) {
				p.Report(lint.Finding{
					Span:    block.Text.Span(int(word.Start), int(word.End)),
					Message: fmt.Sprintf("“%s” comes without %s; add them, or a link to it", text[word.Start:word.End], listed(lacks)),
				})
			}
			return
		}
	}
}

// tolerated returns how many details may be missing: one, since a passing mention cannot
// give them all; with a link in the paragraph, where the reader can look them up, two.
func tolerated(d *lint.Document, block int) int {
	if hasSource(d, block) {
		return 2
	}
	return 1
}

// mayHoldShare is a cheap look at a text before its words are.
func mayHoldShare(text string) bool {
	return strings.IndexByte(text, '%') >= 0 || strings.Contains(text, "cent") && (strings.Contains(text, "percent") || strings.Contains(text, "per cent"))
}

// pollShare returns the word for the poll in a sentence that gives a share of those
// asked, or nil. A survey of land or of a building gives none; an exit poll has its day in
// its name, and as a rule the news agencies as its pollster.
func pollShare(text string, words []language.Word) *language.Word {
	var poll *language.Word
	share := false
	for k := range words {
		w := &words[k]
		word := text[w.Start:w.End]
		switch {
		case w.Voice != language.Author:
		case word[0] >= '0' && word[0] <= '9':
			share = share || strings.HasPrefix(text[w.End:], "%") || k+1 < len(words) && (isPercent(text[words[k+1].Start:words[k+1].End]) || strings.EqualFold(text[words[k+1].Start:words[k+1].End], "per"))
		case poll == nil && isPoll(word) && (k == 0 || !strings.EqualFold(text[words[k-1].Start:words[k-1].End], "exit")):
			poll = w
		}
	}
	if !share {
		return nil
	}
	return poll
}

// polls are the words that [isPoll] knows.
var polls = language.NewWordSet("poll", "polls", "survey", "surveys", "polling")

func isPoll(word string) bool {
	switch len(word) {
	case 4, 5, 6, 7:
		switch strings.ToLower(word) {
		case "poll", "polls", "survey", "surveys", "polling":
			return true
		}
	}
	return false
}

// missing says which details the article lacks. Who asked and how many may stand anywhere,
// often at the very end; when, beside the poll or beside how many.
func missing(d *lint.Document, prose *language.Prose, block int) (lacks []string) {
	var who, when, many bool
	for k := range d.Blocks {
		if d.Blocks[k].Kind == lint.Code {
			continue
		}
		t := d.Blocks[k].Text.String()
		words := prose.WordsIn(k)
		near, sample := k >= block-1 && k <= block+1, false
		for n := range words {
			who = who || asks(t, words, n)
			sample = sample || samples(t, words, n)
		}
		many = many || sample
		for n := 0; n < len(words) && !when && (near || sample); n++ {
			when = dates(t, words, n)
		}
	}
	if !who {
		lacks = append(lacks, "pollster")
	}
	if !when {
		lacks = append(lacks, "date")
	}
	if !many {
		lacks = append(lacks, "sample")
	}
	return lacks
}

// listed joins the names of missing details: "its pollster, date and sample".
func listed(what []string) string {
	last := len(what) - 1
	return "its " + strings.Join(what[:last], ", ") + " and " + what[last]
}
