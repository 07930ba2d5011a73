package transcript

import (
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

const (
	fewestQuestions  = 3
	mostHeadings     = 2 // for each question
	fewestUnnamed    = 5 // questions, where nothing calls the text an interview
	rarestUnanswered = 4 // headings to one that is no question, or that nobody answers in person, in such a text
)

// interview is what the questions of a text and the answers below them show.
type interview struct {
	headings, questions int
	asked               int // questions that speak to somebody: “you”
	answered            int // questions whose answers speak in the first person: “I”
	first               int // block of the first question
}

// isInterview reports whether a document is an interview whose questions are its headings, or paragraphs in
// bold, and whose answers are in the first person: either a name, the headline or what comes before the
// first question calls it one, or the questions speak to somebody. Frequent questions about a thing are
// asked and answered by those who made it.
func isInterview(d *lint.Document) bool {
	if !mayBeInterview(d) {
		return false
	}
	words := wordpack.Of(d.Language)
	speaking, addressed := words.Words("first-person"), words.Words("second-person")
	if speaking.Empty() {
		return false
	}
	v := interview{first: lint.None}
	counted := true
	for i := range d.Blocks {
		b := &d.Blocks[i]
		switch {
		case isAsked(b):
			v.headings++
			if counted = !asks(b); counted {
				continue
			}
			if v.questions++; v.first == lint.None {
				v.first = i
			}
			if hasWordOf(b, addressed) {
				v.asked++
			}
		case b.Prose() && !counted && hasWordOf(b, speaking):
			v.answered++
			counted = true
		}
	}
	return mostHeadings*v.answered >= v.questions && (calledInterview(d, v.first) || v.isConversation())
}

// isConversation reports whether nearly all headings are questions that speak to somebody who answers in
// person. An essay asks its readers a question now and then, and its author answers.
func (v *interview) isConversation() bool {
	others, silent := v.headings-v.questions, v.questions-v.answered
	return v.questions >= fewestUnnamed && mostHeadings*v.asked >= v.questions &&
		others*rarestUnanswered <= v.headings && silent*rarestUnanswered <= v.questions
}

// mayBeInterview reports whether enough of the headings and of the paragraphs in bold are questions, and
// nothing says that these are frequent ones.
func mayBeInterview(d *lint.Document) bool {
	headings, questions := 0, 0
	for i := range d.Blocks {
		if b := &d.Blocks[i]; isAsked(b) {
			headings++
			if asks(b) {
				questions++
			}
		}
	}
	return questions >= fewestQuestions && mostHeadings*questions >= headings && !frequent(d)
}

// isAsked reports whether a block is where an interview has its questions: a heading, or a paragraph all in
// bold.
func isAsked(b *lint.Block) bool {
	if b.Kind == lint.Heading {
		return b.Level > 1
	}
	return b.Kind == lint.Paragraph && b.Prose() && len(b.Marks) > 0 && b.Marks[0].Kind == lint.MarkStrong && b.Marks[0].Start == 0 && b.Marks[0].End >= len(strings.TrimRight(b.Text.String(), " \n"))
}

// asks reports whether a text ends with a question mark.
func asks(b *lint.Block) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(b.Text.String(), " \n\"”»)"))
	return last == '?' || last == '？' || last == '؟'
}

// hasWordOf reports whether a block has a word of a set.
func hasWordOf(b *lint.Block, set *token.Set) bool {
	return set.HasAnyWord(b.Text.String())
}

// frequent reports whether the name or the headline of a document says that its questions are frequent ones.
func frequent(d *lint.Document) bool {
	words := wordpack.Shared().Words("faq-names")
	return words.HasAnyWord(d.Source.Path) || words.HasAnyWord(d.Title().String())
}

// calledInterview reports whether the name of the file, the headline, or what comes before the first
// question of a document has a word for an interview.
func calledInterview(d *lint.Document, first int) bool {
	words := wordpack.Shared().Words("interview-names")
	if words.HasAnyWord(lint.SlugOf(d.Source.Path)) || words.HasAnyWord(d.Title().String()) || words.HasAnyWord(d.Meta.Get(lint.RoleDescription).Value().String()) {
		return true
	}
	for i := range d.Blocks[:first] {
		if b := &d.Blocks[i]; b.Kind != lint.Code && words.HasAnyWord(b.Text.String()) {
			return true
		}
	}
	for i := range d.Images { // a banner for interviews
		if m := &d.Images[i]; m.Span.Start < d.Blocks[first].Span.Start && words.HasAnyWord(lint.SlugOf(m.Target.Plain())) {
			return true
		}
	}
	return false
}
