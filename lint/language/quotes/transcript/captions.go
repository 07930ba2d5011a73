package transcript

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Thresholds for taking a text for the machine transcript of a film or a recording.
const (
	fewestCues     = 20  // lines that begin with a time
	shortestCue    = 8   // words, on average: the items of a programme and the chapters of a film have fewer
	shortestLine   = 12  // words, of text that may be a caption: verses and the entries of lists have fewer
	fewestUnmarked = 300 // words without marks
	rarestMark     = 100 // words to one that ends a sentence
	fewestNoises   = 3   // notes such as [Music]
	enoughMarks    = 8   // marks in prose without times and notes, after which nothing more is read
)

// captions is what the lines of a text show.
type captions struct {
	lines, cues, cueWords int
	words, marks, noises  int // words are those of long lines
}

// isCaptions reports whether a document is made of the captions of a film, as a program writes them: most of
// its lines begin with a time, or its text has hardly a mark that ends a sentence, or notes what else is
// heard. The trade-off: the prose of an author who puts no full stops is taken for captions.
//
// Most drafts have too few words for that, even if every other byte began a word: their words are
// not counted.
func isCaptions(d *lint.Document) bool { return isTimed(d, mostWords) && isTimed(d, countWords) }

// isTimed is isCaptions with a function that counts the words of a line. More words make it true rather
// than false.
func isTimed(d *lint.Document, wordsOf func(line []byte) int) bool {
	var c captions
	noises := wordpack.Shared().Words("caption-noises")
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != lint.Paragraph || !b.Prose() {
			continue
		}
		text := b.Text.String()
		if strings.Contains(text, "[") {
			c.hear(text, noises.HasWord)
		}
		if b.Text.Len() >= shortestLine { // most lines of addresses and credits
			c.read(d, b, wordsOf)
		}
		if c.marks >= enoughMarks && c.cues+c.noises == 0 && c.words < c.marks*rarestMark {
			return false // most drafts
		}
	}
	return c.noises >= fewestNoises || c.cues >= fewestCues && 2*c.cues > c.lines && c.cueWords >= shortestCue*c.cues ||
		c.words >= fewestUnmarked && c.marks*rarestMark < c.words
}

// hear counts the notes in brackets that say what is heard.
func (c *captions) hear(text string, isNoise func(string) bool) {
	for {
		_, rest, found := strings.Cut(text, "[")
		note, after, closed := strings.Cut(rest, "]")
		if !found || !closed {
			return
		}
		if isNoise(strings.ToLower(strings.TrimSpace(note))) {
			c.noises++
			text = after
			continue
		}
		text = rest
	}
}

// read counts the lines of a paragraph that begin with a time, the words of its long ones, and its marks.
func (c *captions) read(d *lint.Document, b *lint.Block, wordsOf func(line []byte) int) {
	span := d.Source.Clip(b.Span)
	for line := range bytes.Lines(d.Source.Bytes[span.Start:span.End]) {
		words := wordsOf(line)
		c.lines++
		if mayBeMessage(line) {
			if _, timed := afterTime(string(bytes.TrimLeft(line[:min(len(line), longestBeginning)], decoration))); timed {
				c.cues++
				c.cueWords += words
			}
		}
		if words >= shortestLine {
			c.words += words
		}
		c.marks += sentenceMarks(line) // also in the last line of a paragraph, which is short
	}
}

// mostWords returns how many words a line has at most.
func mostWords(line []byte) int { return (len(line) + 1) / 2 }

// countWords counts the words of a line: what spaces divide.
func countWords(line []byte) (n int) {
	inside := false
	for _, c := range line {
		if c <= ' ' {
			inside = false
		} else if !inside {
			inside = true
			n++
		}
	}
	return n
}

// sentenceMarks counts the marks in a line that may end a sentence: what follows is a space, a closing mark
// or the end. In scripts that write no spaces, it is the next sentence.
func sentenceMarks(line []byte) (n int) {
	for i := 0; i < len(line); {
		r, size := rune(line[i]), 1
		switch {
		case r == '.' || r == '!' || r == '?':
			if i+1 == len(line) || line[i+1] >= utf8.RuneSelf || strings.IndexByte(" \r\n\t\"')]*_<\\", line[i+1]) >= 0 {
				n++
			}
		case r >= utf8.RuneSelf:
			if r, size = utf8.DecodeRune(line[i:]); r == '…' || unicode.Is(unicode.STerm, r) {
				n++
			}
		}
		i += size
	}
	return n
}
