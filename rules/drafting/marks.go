package drafting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// markLists holds the lists that identify placeholders. They combine all languages, since
// editors everywhere write marks in English.
type markLists struct {
	plain, names, states []string // marks in capitals: unambiguous ones, ones that also occur in names, ones that are also states
	english              []string // those of names that only editors of English texts write
	roots                []string // prefixes by which all marks are found

	fillers []string // filler texts, with a lower-case first letter and with a capital
	filler  *lexicon.Lexicon
	alone   []string // texts that are filler if nothing else is in their block
	asides  []string // what parentheses that are placeholders contain

	nouns            *token.Set // words with which a mark forms a noun
	clauses          *token.Set // first words of a clause after a mark
	gaps, mentions   *token.Set // words after a mark that is a placeholder, and before one that is a word
	requests, things *token.Set // first words in brackets
	jests            *token.Set // words in brackets in which writers mock something
	endings, links   []string
}

var marks = wordpack.NewFact(func(p *wordpack.Pack) *markLists {
	l := &markLists{
		plain: p.List("placeholder-marks"), names: p.List("placeholder-marks-or-names"), states: p.List("placeholder-marks-or-states"),
		english: p.List("placeholder-marks-of-english"),
		filler:  lexicon.Of(p, "filler-texts"),
		nouns:   p.Words("mark-nouns"), clauses: p.Words("mark-clauses"), gaps: p.Words("mark-gaps"), mentions: p.Words("mark-mentions"), requests: p.Words("bracket-requests"), things: p.Words("bracket-things"), jests: p.Words("bracket-jests"),
		endings: p.List("bracket-endings"), links: p.List("series-links"),
		alone: p.Lines("filler-blocks"), asides: p.Lines("bracket-asides"),
	}
	all := slices.Concat(l.names, l.states, l.plain)
	slices.Sort(all)
	all = slices.Compact(all)
	for _, mark := range all {
		if !slices.ContainsFunc(all, func(other string) bool { return other != mark && strings.HasPrefix(mark, other) }) {
			l.roots = append(l.roots, mark)
		}
	}
	for _, text := range p.Lines("filler-texts") {
		first, n := utf8.DecodeRuneInString(text)
		l.fillers = append(l.fillers, text, string(unicode.ToUpper(first))+text[n:])
	}
	return l
})

// kinds says which placeholders a draft may contain, besides those in brackets.
type kinds struct {
	*markLists
	marks  []string // prefixes of marks
	marked []int32  // the blocks in which a word begins with one, in order
	filler bool     // filler text

	foreign bool // the draft is in another language than English

	unmarked *kinds // those of the other blocks
}

// inDraft looks for the prefixes of placeholders, in the metadata of a draft or at the
// beginning of a word.
func inDraft(d *lint.Document) kinds {
	k := kinds{markLists: marks.From(wordpack.Shared()), foreign: d.Language != "" && !strings.HasPrefix(d.Language, "en")}
	title, description := d.Meta.Get(lint.RoleTitle).Value().String(), d.Meta.Get(lint.RoleDescription).Value().String()
	stated := func(what string) bool { return strings.Contains(title, what) || strings.Contains(description, what) }
	for _, root := range k.roots {
		if stated(root) {
			k.marks = append(k.marks, root)
		}
	}
	prose := language.ProseOf(d)
	for _, at := range prose.Capitals {
		w := &prose.Words[at]
		rest := d.Blocks[w.Block].Text.String()[w.Start:]
		for _, root := range k.roots {
			if strings.HasPrefix(rest, root) {
				k.marked = append(k.marked, w.Block)
				if !slices.Contains(k.marks, root) {
					k.marks = append(k.marks, root)
				}
			}
		}
	}
	k.filler = k.markLists.filler.MayOccurIn(d) || slices.ContainsFunc(k.fillers, stated)
	k.unmarked = &kinds{markLists: k.markLists, filler: k.filler}
	return k
}

// inBlock returns the kinds that may be in block i.
func (k *kinds) inBlock(i int) *kinds {
	if _, marked := slices.BinarySearch(k.marked, int32(i)); marked {
		return k
	}
	return k.unmarked
}

// explained reports whether a text names several marks in a row or explains one (“TK (to
// come)”), which means that it is about placeholders.
func (k *kinds) explained(text string) bool {
	for _, mark := range k.marks {
		i := strings.Index(text, mark)
		if i < 0 {
			continue
		}
		after := strings.TrimPrefix(text[i+len(mark):], ",")
		if strings.HasPrefix(after, " (“") || strings.HasPrefix(after, " (\"") {
			return true
		}
		after, spaced := strings.CutPrefix(after, " ")
		for _, link := range k.links {
			after = strings.TrimPrefix(after, link+" ")
		}
		if spaced && slices.ContainsFunc(k.marks, func(other string) bool { return strings.HasPrefix(after, other) }) {
			return true
		}
	}
	return false
}

// find calls found for every placeholder of a text, bracketed ones first; these include
// marks in brackets. A blank is a request in brackets inside a sentence, which may be there
// for readers to fill in.
func (k *kinds) find(text string, found func(start, end int, blank bool)) {
	var brackets []lint.Span
	for i := range occurrences(text, "[") {
		if n, blank := k.bracket(text, i); n > 0 && !within(brackets, i) {
			brackets = append(brackets, lint.Span{Start: i, End: i + n})
			found(i, i+n, blank)
		}
	}
	for i := range occurrences(text, "(") {
		if n := k.aside(text[i:]); n > 0 {
			found(i, i+n, false)
		}
	}
	for _, mark := range k.marks {
		for i := range occurrences(text, mark) {
			if n := k.marker(text, i); n > 0 && !within(brackets, i) && !isComment(text[:i]) && (text[i+n:] != ":" || i == 0) {
				found(i, i+n, false)
			}
		}
	}
	if !k.filler {
		return
	}
	for _, filler := range k.fillers {
		for i := range occurrences(text, filler) {
			if !wordBefore(text, i) && !within(brackets, i) {
				found(i, i+len(filler), false)
				return // the rest of the text is filler as well
			}
		}
	}
}

// marker returns the length of a mark at i, or 0. "TK Maxx", "Super Bowl XXX" and "a TODO
// list" are not marks.
func (k *kinds) marker(text string, i int) int {
	if wordBefore(text, i) {
		return 0
	}
	rest := text[i:]
	word := rest[:wordLength(rest)]
	after := rest[len(word):]
	switch {
	case slices.Contains(k.plain, word):
		return len(word)
	case k.foreign && slices.Contains(k.english, word):
		return 0
	case slices.Contains(k.names, word):
		next := strings.TrimLeft(after, " ")
		gap := k.gaps.HasWord(next[:wordLength(next)])
		if r, _ := utf8.DecodeRuneInString(next); unicode.IsUpper(r) && !gap || nameBefore(text[:i]) || introduced(text[:i], word, after) || !gap && k.isWord(text[:i], word, after) {
			return 0
		}
		if slices.Contains(k.states, word) && isParenthesis(text[:i], after) {
			return 0
		}
		if slices.Contains(k.states, word) && (k.runsOn(text[:i], after) || isPredicate(text[:i], after)) {
			return 0
		}
		return len(word)
	case slices.Contains(k.states, word):
		if next := strings.TrimPrefix(after, " "); k.nouns.HasWord(next[:wordLength(next)]) {
			return 0 // "TODO list"
		}
		if strings.TrimSpace(text) == word || strings.HasPrefix(after, ":") || begins(text[:i]) && asks(after) {
			return len(word)
		}
	}
	return 0
}

// begins reports whether a sentence, a line or a bracket begins after a text.
func begins(before string) bool {
	before = strings.TrimRight(before, " ")
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.ContainsRune(".!?…\n([—–", r)
}

// asks reports whether a text continues like a task after a mark, in lower case.
func asks(after string) bool {
	next, spaced := strings.CutPrefix(after, " ")
	r, _ := utf8.DecodeRuneInString(next)
	return spaced && unicode.IsLower(r)
}

// isMark reports whether a word in brackets is a mark, in capitals or not: “[tk: when?]”.
func (k *kinds) isMark(word string) bool {
	word = strings.ToUpper(strings.TrimSuffix(word, ":"))
	return slices.Contains(k.plain, word) || slices.Contains(k.names, word) || slices.Contains(k.states, word)
}

// mayBeWord reports whether a mark may be meant for readers: “the time is TBC”, or somebody's
// initials inside a sentence.
func (k *kinds) mayBeWord(text string, start, end int) bool {
	mark := text[start:end]
	if slices.Contains(k.states, mark) {
		return slices.Contains(k.names, mark)
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[end:], " "))
	return slices.Contains(k.names, mark) && start > 0 && (unicode.IsLower(next) || next == ',')
}

// isComment reports whether a text ends with the sign that begins a comment in code.
func isComment(before string) bool {
	before = strings.TrimRight(before, " ")
	return strings.HasSuffix(before, "//") || strings.HasSuffix(before, "/*") || strings.HasSuffix(before, "#") || strings.HasSuffix(before, "#+")
}

// isParenthesis reports whether a mark ends a remark in parentheses, which tells readers
// what is not known yet: “(date TBD)”.
func isParenthesis(before, after string) bool {
	open := strings.LastIndexByte(before, '(')
	return open >= 0 && !strings.Contains(before[open:], ")") && (strings.HasPrefix(after, ")") || strings.HasPrefix(after, " "))
}

// aside returns the length of a placeholder in parentheses at the start of text, or 0.
func (k *kinds) aside(text string) int {
	end := strings.IndexByte(text[:min(len(text), 40)], ')')
	if end < 0 || !containsFold(k.asides, text[1:end]) {
		return 0
	}
	return end + 1
}

func containsFold(list []string, text string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return len(s) == len(text) && strings.EqualFold(s, text) })
}
