// Package transcript recognises documents whose words are not the author's: records of speech such
// as interviews, minutes and chat logs ([Is]), and the legal texts of a site ([Verbatim]).
//
// The trade-off: only the form is considered, such as names that recur at the beginning of
// paragraphs, or questions as headings. A transcript with neither is taken for an article.
package transcript

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

var transcript = lint.NewFact(isTranscript)

// Is reports whether a document is a record of speech: an interview or the transcript of a
// meeting or a podcast, in which paragraphs begin with the name of whoever speaks or headings are the
// questions, a chat log, the captions of a film, or a text most of which is under a heading such as
// “Transcript”. Its speakers quote from memory, and nobody can edit what was said.
func Is(d *lint.Document) bool { return transcript.Of(d) }

const (
	fewestSpeakers = 2  // who take several turns each
	fewestTurns    = 3  // of a speaker
	shortestTurn   = 40 // bytes, on average; the values of a reference are shorter
	rarestTurns    = 10 // paragraphs per turn, at most
	rarestFirst    = 3  // paragraphs per turn where labels of one word, such as first names, count too
	rarestNamed    = 50 // paragraphs per turn where the file or the headline says that it is a transcript
	mostLabels     = 64
)

// speaker is a label that paragraphs begin with, and what follows it.
type speaker struct {
	label        string
	turns, bytes int
	full         bool // two words or more, or capitals
}

func isTranscript(d *lint.Document) bool {
	if isChat(d) || isHeaded(d) || isInterview(d) || isCaptions(d) {
		return true
	}
	paragraphs := 0
	var labels []speaker
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != lint.Paragraph && b.Kind != lint.Item || !b.Prose() {
			continue
		}
		paragraphs++
		label, full := turn(b)
		if label == "" {
			continue
		}
		k := find(labels, label)
		if k < 0 {
			if len(labels) == mostLabels {
				return false
			}
			k, labels = len(labels), append(labels, speaker{label: label, full: full})
		}
		labels[k].turns++
		labels[k].bytes += b.Text.Len() - len(label)
	}
	return spoken(labels, paragraphs, true, rarestTurns) || spoken(labels, paragraphs, false, rarestFirst) ||
		named(d) && spoken(labels, paragraphs, true, rarestNamed)
}

// named reports whether the name of the file or the headline of a document calls it a transcript.
func named(d *lint.Document) bool {
	words := wordpack.Shared().Words("transcript-names")
	return words.HasAnyWord(lint.SlugOf(d.Source.Path)) || words.HasAnyWord(d.Title().String())
}

// spoken reports whether enough of the labels recur, and begin enough of the paragraphs. If full is
// true, only full names count.
func spoken(labels []speaker, paragraphs int, full bool, rarest int) bool {
	speakers, turns := 0, 0
	for i := range labels {
		l := &labels[i]
		if l.turns >= fewestTurns && l.bytes >= shortestTurn*l.turns && (l.full || !full) {
			speakers++
			turns += l.turns
		}
	}
	return speakers >= fewestSpeakers && turns*rarest >= paragraphs
}

func find(labels []speaker, label string) int {
	for i := range labels {
		if labels[i].label == label {
			return i
		}
	}
	return lint.None
}

// turn returns the name of the speaker with which a turn of a transcript begins: "Ann Lee: Good
// morning.", "Q. Why now?"; otherwise "". Names of one word may be labels of any kind ("Note:"), so
// they must be in capitals, in bold or in italics, and full is false for the latter two.
func turn(b *lint.Block) (name string, full bool) {
	const longest = 40                              // bytes
	text := strings.TrimLeft(b.Text.String(), "> ") // captions mark a new speaker with “>>”
	end := strings.IndexByte(text[:min(len(text), longest)], ':')
	if end < 0 && len(text) > 2 && (text[0] == 'Q' || text[0] == 'A') && text[1] == '.' {
		end = 1
	}
	if end <= 0 || end+1 >= len(text) || text[end+1] != ' ' && text[end+1] != '\n' {
		return "", false
	}
	name = text[:end]
	words := 0
	for w := range strings.FieldsSeq(name) {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) || strings.ContainsAny(w, ",;?!\"“”()[]/0123456789") {
			return "", false
		}
		words++
	}
	full = words > 1 || name == strings.ToUpper(name)
	if words == 0 || words > 4 || !full && !b.Marked(lint.MarkStrong, 0) && !b.Marked(lint.MarkEmphasis, 0) {
		return "", false
	}
	return name, full
}
