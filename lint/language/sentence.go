package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// splitter finds the ends of sentences. It examines only the gaps between words, since closing
// punctuation cannot occur elsewhere.
type splitter struct {
	ordinals bool // "3." is the third
	function *token.Set
	months   *token.Set
	marks    []lint.Mark // of the current block
}

func newSplitter(tag string) splitter {
	return splitter{ordinals: writesOrdinals(tag), function: wordpack.Of(tag).Words("function-words"), months: wordpack.Shared().Words("date-months")}
}

// block appends the sentences of block i, whose words are p.Words[from:].
func (x *splitter) block(p *Prose, i, from int, s string, quotes speechBlock) {
	to := len(p.Words)
	if from == to {
		return
	}
	open := Sentence{Block: int32(i), Start: min(int32(skipSpace(s, 0)), p.Words[from].Start), From: int32(from), Pair: lint.None}
	for _, next := range p.gaps {
		k := int(next) - 1
		if k < from || p.Words[next].Joined {
			continue
		}
		a, b := &p.Words[k], &p.Words[next]
		if c := s[a.End]; b.Start-a.End == 2 && (c == ',' || c == ':') && s[a.End+1] == ' ' {
			continue // true of most gaps
		}
		g, ok := findStop(s, int(a.End), int(b.Start))
		if !ok || !x.ends(s, g, *a, *b, int(open.Start)) || quotes.holds(s, g.mark, g.end) {
			continue
		}
		pair := int32(quotes.split)
		if pair != lint.None {
			open.Pair = pair
		}
		open.End, open.To = int32(g.end), int32(k+1)
		p.Sentences = append(p.Sentences, open)
		open = Sentence{Block: int32(i), Start: min(int32(skipSpace(s, g.end)), b.Start), From: int32(k + 1), Pair: pair}
	}
	// A narrow no-break space belongs to the word next to it.
	open.End, open.To = max(int32(len(trimSpaceRight(s))), p.Words[to-1].End), int32(to)
	p.Sentences = append(p.Sentences, open)
}

// ends decides whether a sentence that began at offset start ends at stop g
// between words a and b.
func (x *splitter) ends(s string, g stop, a, b Word, start int) bool {
	word, next := s[a.Start:a.End], s[b.Start:b.End]
	switch {
	case g.line:
		return g.closing || !smallStart(next)
	case g.note && g.spaced && !g.carried && abbreviationKind(word) == noKind && !dotted(word) && (!smallStart(next) || s[g.end] == '['):
		return true
	case g.spaced && !g.carried && (named(s, b) || x.code(s, next, b)) && abbreviationKind(word) == noKind && !dotted(word):
		return true
	case g.wide && !g.quoted && !g.carried:
		return true // whatever follows: code and Latin words begin in lower case
	case x.dashed(s, g, word, next, start, int(b.End)):
		return true
	case g.spaced && !g.carried && !g.trailing && g.mark > 0 && s[g.mark-1] == ')' && !g.asks:
		return true // no abbreviation ends with a bracket: a name in lower case follows
	case g.spaced && !g.carried && !g.trailing && !g.asks && !g.quoted && !g.line && smallStart(next) && x.whole(word, strings.HasSuffix(s[:b.Start], " (")):
		return true // a name in lower case follows, or a slip
	case g.carried, smallStart(next):
		return false
	case !g.spaced:
		return g.wide || g.quoted && capital(next) || betweenIdeographs(word, next)
	case g.trailing:
		return !soleI(next)
	case g.asks:
		return abbreviationKind(word) != shoutName || starter(next, x.function)
	case g.wide, g.twice:
		return true
	}
	if int(a.Start) == start && enumerates(word) {
		return false
	}
	if x.ordinals && len(word) <= 2 && number(word) {
		return numbersName(s, int(a.Start), start) && !x.months.HasWord(next)
	}
	if a.Start > 0 && s[a.Start-1] == '&' {
		return true // “O&M.” is a word, not an initial
	}
	return x.afterAbbreviation(s, word, next, int(b.End))
}

// whole reports whether a word before a full stop is none that anybody abbreviates: it is long, in
// lower case, and ends like a word; before a remark in brackets, it may be shorter. In languages that write
// ordinals with a full stop, long compounds are abbreviated too.
func (x *splitter) whole(word string, remark bool) bool {
	fewest := 7 // letters
	if remark {
		fewest = 5
	}
	if x.ordinals || len(word) < fewest || abbreviationKind(word) != noKind {
		return false
	}
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

// dashed reports whether a sentence ends before a dash that follows its mark directly: “Will they
// come?—Nobody knew.” Between two dashes (“the pilot—who else?—Berg”), the mark belongs to the part
// of a sentence.
func (x *splitter) dashed(s string, g stop, word, next string, start, after int) bool {
	if !g.carried || g.spaced || g.quoted || !capital(next) {
		return false
	}
	if r, _ := decode(s, g.end); r != '—' && r != '–' && !strings.HasPrefix(s[g.end:], "--") {
		return false
	}
	before := strings.TrimLeft(s[start:g.mark], "—–- ")
	if (strings.Count(before, "—")+strings.Count(before, "–")+strings.Count(before, "--"))%2 != 0 {
		return false
	}
	switch {
	case g.asks:
		return true
	case g.trailing:
		return !soleI(next)
	}
	return !number(word) && !enumerates(word) && x.afterAbbreviation(s, word, next, after)
}

// numbersName reports whether the number at offset at follows a name, as in “Vue 3”, and so is
// not an ordinal. A name is a capitalised word that is not the first of its sentence.
func numbersName(s string, at, start int) bool {
	before := strings.TrimSuffix(s[start:at], " ")
	from := strings.LastIndexByte(before, ' ') + 1
	first, _ := utf8.DecodeRuneInString(before[from:])
	return from > 0 && len(before) < at-start && unicode.IsUpper(first) && !strings.HasSuffix(before, ",")
}

// betweenIdeographs reports whether a Chinese character ends one word and begins the next. Full
// stops of ASCII between them end a sentence without a space.
func betweenIdeographs(word, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, first)
}

// named reports whether a word is the name of an account or a tag, @name or #tag, which stays in
// lower case at the beginning of a sentence.
func named(s string, w Word) bool {
	return w.Start > 1 && (s[w.Start-1] == '@' || s[w.Start-1] == '#') && s[w.Start-2] == ' '
}

// code reports whether a word begins a piece of code, in which a lower-case letter says nothing
// about the sentence around it.
func (x *splitter) code(s, next string, w Word) bool {
	if !smallStart(next) {
		return false
	}
	for _, m := range x.marks {
		if m.Kind == lint.MarkCode && m.Start <= int(w.Start) && int(w.End) <= m.End {
			return strings.IndexByte(s[m.Start:w.Start], ' ') < 0
		}
	}
	return false
}

// afterAbbreviation decides whether the word after an abbreviation's full stop begins a sentence.
// after is the offset after that next word.
func (x *splitter) afterAbbreviation(s, word, next string, after int) bool {
	switch abbreviationKind(word) {
	case titleKind:
		return false
	case numberKind:
		if !sole(word) || numeral(next) {
			return !numeral(next)
		}
	case dateKind:
		return !number(next)
	case mayEnd:
		return starter(next, x.function)
	case noKind, shoutName:
	}
	if dotted(word) || sole(word) {
		return starter(next, x.function) && !initial(next, s, after)
	}
	return true
}

// sole reports whether a word is one capital letter, which may be an initial: “P.” may be a name,
// whereas “p.” is a page.
func sole(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return n == len(word) && unicode.IsUpper(r)
}

// initial reports whether a word is a single letter followed by a full stop.
func initial(word, s string, after int) bool {
	return utf8.RuneCountInString(word) == 1 && after < len(s) && s[after] == '.'
}

// dotted reports whether a word consists of letters with full stops between them: "U.S", "a.m".
func dotted(word string) bool {
	if len(word) < 3 {
		return false
	}
	for i := 0; i < len(word); i++ {
		if i%2 == 1 && word[i] != '.' || i%2 == 0 && !token.IsLetter(word[i]) {
			return false
		}
	}
	return true
}

// enumerates reports whether a word can number an item: "1", "12", "a", "B".
func enumerates(word string) bool {
	return len(word) <= 3 && number(word) || len(word) == 1 && !soleI(word)
}

func number(word string) bool { return word != "" && token.IsDigit(word[0]) }

// numeral reports whether a word is a number, Arabic or Roman.
func numeral(word string) bool {
	if number(word) {
		return true
	}
	for i := 0; i < len(word); i++ {
		switch word[i] {
		case 'I', 'V', 'X', 'L', 'C', 'D', 'M':
		default:
			return false
		}
	}
	return word != "I" || len(word) > 1
}

// soleI reports whether a word is the pronoun I, which is always capitalised and so does not show
// that a new sentence begins after an ellipsis.
func soleI(word string) bool {
	return capital(word) && wordpack.Shared().Words("always-capital").HasWord(word)
}

// smallStart reports whether s begins with a lower-case letter; names like iPhone and eBay, whose
// second letter is a capital, do not count.
func smallStart(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[n:])
	return !unicode.IsUpper(next)
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
