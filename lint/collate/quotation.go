package collate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joint says what precedes a word of a quotation and may account for additional words of the
// source there.
type joint uint8

const (
	tight       joint = iota
	ellipsis          // words are left out
	brackets          // the writer's words replace others
	interrupted       // the author's words interrupt the quotation
)

// quotedWord is a word of a quotation.
type quotedWord struct {
	word
	piece int    // index of its piece
	joint joint  // before it
	mixed string // the word as written if some of its letters are in brackets: want[ed]
	inner string // the content of the brackets before it
}

// quotation is the text between quotation marks, in one or more pieces.
type quotation struct {
	pieces []string
	words  []quotedWord
	// tail is what follows the last word. An ellipsis or brackets there do not matter, but
	// are reported.
	tail     joint
	inner    string // of brackets in the tail
	brackets bool   // somewhere
}

// read reads the pieces of a quotation.
func read(pieces []string) *quotation {
	q := &quotation{pieces: pieces}
	for i, text := range pieces {
		if i > 0 && q.tail == tight {
			q.tail = interrupted
		}
		q.piece(i, text)
	}
	return q
}

// joint returns the joint before word i, or after the last word.
func (q *quotation) joint(i int) joint {
	if i < len(q.words) {
		return q.words[i].joint
	}
	return q.tail
}

// piece reads one piece: plain words, separated by ellipses and brackets.
func (q *quotation) piece(i int, text string) {
	plain := 0 // start of the plain words
	for at := 0; at < len(text); {
		if n := dots(text[at:]); n > 0 {
			q.addWords(i, text, plain, at)
			q.tail = ellipsis
			at += n
			plain = at
			continue
		}
		if text[at] != '[' {
			at++
			continue
		}
		end := strings.IndexByte(text[at:min(len(text), at+longestAside)], ']')
		if end < 0 {
			at++
			continue
		}
		end += at + 1
		if from, to, attached := around(text, at, end); attached && from >= plain {
			q.addWords(i, text, plain, from)
			q.mixed(i, text, from, to)
			at, plain = to, to
			continue
		}
		q.addWords(i, text, plain, at)
		if inner := text[at+1 : end-1]; strings.Trim(inner, " .…") == "" {
			q.tail = ellipsis
		} else if q.tail != ellipsis && !remark(inner) {
			q.tail, q.inner = brackets, inner
		}
		q.brackets = true
		at, plain = end, end
	}
	q.addWords(i, text, plain, len(text))
}

// addWords adds the words of text[from:to].
func (q *quotation) addWords(i int, text string, from, to int) {
	s := splitter{text: text[:to], at: from, sign: from == 0}
	for w, ok := s.next(); ok; w, ok = s.next() {
		if w.marks&aside != 0 {
			continue // (sic)
		}
		q.words = append(q.words, quotedWord{word: w, piece: i, joint: q.tail, inner: q.inner})
		q.tail, q.inner = tight, ""
	}
}

// mixed adds a word with some letters in brackets.
func (q *quotation) mixed(i int, text string, from, to int) {
	written := text[from:to]
	whole := strings.NewReplacer("[", "", "]", "").Replace(written)
	q.words = append(q.words, quotedWord{
		word:  word{key: keyOf(whole), start: from, end: to},
		piece: i, joint: q.tail, mixed: written, inner: q.inner,
	})
	q.tail, q.inner, q.brackets = tight, "", true
}

// around returns the word that contains the brackets at [at, end); attached is false if they
// are not part of a word.
func around(text string, at, end int) (from, to int, attached bool) {
	from, to = at, end
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:from])
		if !unicode.IsLetter(r) {
			break
		}
		from -= n
	}
	for to < len(text) {
		r, n := utf8.DecodeRuneInString(text[to:])
		if !unicode.IsLetter(r) {
			break
		}
		to += n
	}
	inner := text[at+1 : end-1]
	return from, to, (from < at || to > end) && !strings.ContainsAny(inner, " .…")
}

// dots returns the length of the ellipsis at the start of s, or 0: … ... . . . and each of
// these in parentheses. Two dots also count, since many people write that.
func dots(s string) int {
	if rest, ok := strings.CutPrefix(s, "("); ok {
		if n := dots(rest); n > 0 && n < len(rest) && rest[n] == ')' {
			return n + 2
		}
		return 0
	}
	n, points := 0, 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case r == '…':
			points += 3
		case r == '.':
			points++
		case (r == ' ' || r == '\u00a0') && points > 0 && n+size < len(s) && s[n+size] == '.':
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		n += size
	}
	if points < 2 {
		return 0
	}
	return n
}

// fits reports whether a word with letters in brackets may replace a word of the source: the
// letters outside the brackets must be its beginning and its end.
func fits(mixed, source string) bool {
	open, shut := strings.IndexByte(mixed, '['), strings.LastIndexByte(mixed, ']')
	if open < 0 || shut < open {
		return false
	}
	before, after, word := fold(mixed[:open]), fold(mixed[shut+1:]), fold(source)
	return len(before)+len(after) <= len(word) && strings.HasPrefix(word, before) && strings.HasSuffix(word, after)
}
