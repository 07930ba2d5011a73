package quotes

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed unbalanced.txtar
var unbalancedDocs string

// Unbalanced flags a quotation mark without its partner.
var Unbalanced = &lint.Rule{
	Name:     "unbalanced-quote",
	Family:   lint.QuotesFamily,
	Summary:  "a quotation mark is not closed, or closes nothing",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "AP on quotation marks: speech over several paragraphs closes at its end only",
	},
	Docs: unbalancedDocs,
	New:  func() lint.Checker { return &unbalanced{} },
}

type unbalanced struct{}

// Check reports unpaired marks. Two marks that would be a pair but for a slip are one
// finding: speech over several paragraphs in which only the first opens with a mark, or a
// mark that is turned the wrong way.
func (unbalanced) Check(p *lint.Pass) {
	stray := pairing.Of(p.Doc).Stray
	if len(stray) == 0 || transcript.Is(p.Doc) {
		return
	}
	stray = acrossRows(p.Doc, unslipped(p, stray))
	for i := 0; i < len(stray); i++ {
		s := stray[i]
		if programmed(p.Doc, s) || language.ChangeEntry(&p.Doc.Blocks[s.Block]) || isCut(p.Doc.Blocks[s.Block].Text.String(), s) {
			continue
		}
		if q := p.Doc.Blocks[s.Block].Quote; q != lint.None && !s.Opening && (i == 0 || p.Doc.Blocks[stray[i-1].Block].Quote != q) {
			continue // the block itself opens the quotation
		}
		text := p.Doc.Blocks[s.Block].Text
		f := lint.Finding{Span: text.Span(s.Start, s.End), Message: lone(text, s), Together: "%d quotation marks are misplaced, spaced or lack a partner; begin here, it may explain the others"}
		if i+1 < len(stray) {
			if message, wrong, partner := pair(p.Doc, s, stray[i+1]); message != "" {
				i++
				if message == allowed || isRemnant(p.Doc, wrong) {
					continue
				}
				f.Message, f.Span = message, place(p.Doc, wrong)
				f.Related = []lint.Related{{Span: place(p.Doc, partner), Message: "the mark that belongs to it"}}
			}
		}
		if f.Related == nil && besideTag(p.Doc, s) {
			continue
		}
		p.Report(f)
	}
}

// isRemnant reports whether several blanks follow a mark: a program made it of the sign of code.
func isRemnant(d *lint.Document, s pairing.Stray) bool {
	return strings.HasPrefix(string(d.Source.Bytes[place(d, s).End:]), "   ")
}

// besideTag reports whether the space after a mark is where the source has a tag that shows nothing:
// in "<Add> the name", the writer meant the tag to be read.
func besideTag(d *lint.Document, s pairing.Stray) bool {
	text := d.Blocks[s.Block].Text
	return strings.HasPrefix(text.Slice(s.End, text.Len()), " ") && strings.HasPrefix(string(d.Source.Bytes[place(d, s).End:]), "<")
}

// lone returns the message about an unpaired mark.
func lone(text lint.Text, s pairing.Stray) string {
	mark, after := text.Slice(s.Start, s.End), opening(text.Slice(s.End, text.Len()))
	switch {
	case s.Opening && afterWord(text.String(), s):
	case s.Opening && strings.Trim(after[:min(1, len(after))], ".,;:!?)") == "":
		return fmt.Sprintf("Quotation mark %s opens nothing; add the closing one or drop it", mark)
	case s.Opening:
		return fmt.Sprintf("Quotation mark %s before “%s” never closes; close it where the speech ends", mark, after)
	}
	return fmt.Sprintf("Quotation mark %s closes nothing; add the opening one or drop it", mark)
}

// afterWord reports whether a mark is directly after a word and before a space, where only a
// closing one can be.
func afterWord(text string, s pairing.Stray) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	return s.Start > 0 && (unicode.IsLetter(before) || unicode.IsDigit(before)) && strings.HasPrefix(text[s.End:], " ")
}

// farthest is how many paragraphs apart two marks may be and still count as a pair.
const farthest = 12

// allowed replaces the message about two marks that are right: in different paragraphs of a block
// quotation, or of speech in a language that needs no mark at each; or around a text of a program.
const allowed = "-"

// pair returns the message about two unpaired marks in a row that belong together, which
// of them is wrong, and its partner; the message is "" if they do not belong together.
func pair(d *lint.Document, a, b pairing.Stray) (message string, wrong, partner pairing.Stray) {
	text := d.Blocks[a.Block].Text
	mark := text.Slice(a.Start, a.End)
	switch {
	case a.Opening && b.Opening && a.Block == b.Block && closes(text.String(), b):
		return fmt.Sprintf("Quotation mark %s should close here; turn it around", mark), b, a
	case mark == "„" && b.Opening && b.Block > a.Block && b.Block-a.Block <= farthest && d.Blocks[b.Block].Text.Slice(b.Start, b.End) == "“":
		return allowed, a, b
	case b.Opening || !partners(mark, d.Blocks[b.Block].Text.Slice(b.Start, b.End)):
	case a.Opening && b.Block > a.Block && b.Block-a.Block <= farthest:
		if q := d.Blocks[a.Block].Quote; q != lint.None && q == d.Blocks[b.Block].Quote {
			return allowed, a, b // the block shows whose words its paragraphs are
		}
		if d.Language != "" && len(wordpack.Of(d.Language).List("reopening-marks")) == 0 {
			return allowed, a, b
		}
		return fmt.Sprintf("Quotation mark %s closes in a later paragraph; open each paragraph up to there with a mark too", mark), a, b
	case !a.Opening && a.Block == b.Block && opens(text.String(), a):
		if meant(text.String(), a, b) || besideTag(d, a) {
			return allowed, a, b
		}
		if strings.HasPrefix(text.Slice(a.End, text.Len()), " ") {
			return fmt.Sprintf("Quotation mark %s has a space on either side; delete the one after it", mark), a, b
		}
		return fmt.Sprintf("Quotation mark %s should open here; turn it around", mark), a, b
	case !a.Opening && a.Block == b.Block && introduced(text.String(), a):
		return fmt.Sprintf("Quotation mark %s opens before a space; move it after the space", mark), a, b
	}
	return "", a, b
}

func place(d *lint.Document, s pairing.Stray) lint.Span {
	return d.Blocks[s.Block].Text.Span(s.Start, s.End)
}

// partners reports whether two marks are of one kind, regardless of direction.
func partners(a, b string) bool {
	switch a + b {
	case "“”", "”“", "«»", "»«":
		return true
	}
	return a == b
}

// opens reports whether a mark is at the start of a quotation: after a space or a bracket,
// or first in the text.
func opens(text string, s pairing.Stray) bool {
	return s.Start == 0 || strings.ContainsAny(text[s.Start-1:s.Start], " (\n")
}

// closes reports whether a mark is at the end of a quotation: after the end of a sentence,
// and not directly before a word.
func closes(text string, s pairing.Stray) bool {
	if s.Start == 0 || !strings.ContainsAny(text[s.Start-1:s.Start], ".,!?") {
		return false
	}
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	return !unicode.IsLetter(after) && !unicode.IsDigit(after)
}

// introduced reports whether a mark is between the comma or colon that introduces a
// quotation and the space before its first word: said," there is no bridge.
func introduced(text string, s pairing.Stray) bool {
	return s.Start > 0 && strings.ContainsAny(text[s.Start-1:s.Start], ",:") && strings.HasPrefix(text[s.End:], " ")
}
