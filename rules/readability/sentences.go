package readability

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// running reports whether a block is the author's running text: a paragraph or a list
// item, in the language of the draft. Headings, captions and table cells follow their own
// conventions, and change log entries are worded by whoever made the change.
func running(b *lint.Block) bool {
	return b.Prose() && !b.Footnote && b.Language == "" && (b.Kind == lint.Paragraph || b.Kind == lint.Item && !language.ChangeEntry(b))
}

// runningSentences yields the author's sentences in paragraphs and list items, except
// those that begin inside quoted speech.
func runningSentences(d *lint.Document) func(yield func(*language.Sentence, string) bool) {
	return func(yield func(*language.Sentence, string) bool) {
		prose := language.ProseOf(d)
		for i := range prose.Sentences {
			s := &prose.Sentences[i]
			b := &d.Blocks[s.Block]
			if !running(b) || prose.Words[s.From].Voice != language.Author {
				continue
			}
			if !yield(s, b.Text.String()) {
				return
			}
		}
	}
}

// shareOver reports whether n of all is more than share, in percent. It also returns n of
// all in percent, rounded up, so that a share over the limit is also displayed as over it.
func shareOver(n, all, share int) (percent int, over bool) {
	if all == 0 {
		return 0, false
	}
	return (100*n + all - 1) / all, 100*n > share*all
}

// lined reports whether every line of a sentence begins with a capital, a number or a sign: it is a
// list that lost its marks, and each line ends where it should. So is one with the marks of items that
// are not read as a list, whose lines may be broken.
func lined(source string) bool {
	const fewest, fewestMarks = 3, 2 // line breaks; marks
	breaks, marks, capitals := 0, 0, true
	for line := range strings.Lines(source) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, " \t>*_"))
		if breaks++; breaks > 1 && (unicode.IsLetter(first) && !unicode.IsUpper(first) || first == utf8.RuneError) {
			capitals = false
		}
		if marked(line) {
			marks++
		}
	}
	return capitals && breaks > fewest || marks >= fewestMarks
}

// marked reports whether a line begins with the mark of an item of a list.
func marked(line string) bool {
	line = strings.TrimLeft(line, " \t")
	return strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "• ")
}

// afterLabel returns a sentence without the label in bold that it begins with: “**The engine:** It
// burns methanol.”
func afterLabel(prose *language.Prose, s *language.Sentence, b *lint.Block) language.Sentence {
	rest, text := *s, b.Text.String()
	for _, m := range b.Marks {
		if m.Kind != lint.MarkStrong || m.Start != int(s.Start) || m.End >= int(s.End) || text[m.End-1] != ':' && text[m.End] != ':' {
			continue
		}
		for rest.From < rest.To && int(prose.Words[rest.From].Start) < m.End {
			rest.From++
		}
		if rest.From < rest.To {
			rest.Start = prose.Words[rest.From].Start
		}
	}
	return rest
}
