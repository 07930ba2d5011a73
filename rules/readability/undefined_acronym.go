package readability

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed undefined_acronym.txtar
var undefinedAcronymDocs string

// UndefinedAcronym flags an acronym that the article never spells out.
var UndefinedAcronym = &lint.Rule{
	Name:     "undefined-acronym",
	Family:   lint.ReadabilityFamily,
	Summary:  "an acronym is never spelled out",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice; WCAG 2.2, 3.1.4 Abbreviations, asks for it at level AAA only",
		URL:    "https://www.w3.org/TR/WCAG22/#abbreviations",
	},
	Off:       true,
	Languages: wordpack.WithLists("acronyms", "function-words"),
	Docs:      undefinedAcronymDocs,
	New:       func() lint.Checker { return &undefinedAcronym{MinUses: 2} },
}

type undefinedAcronym struct {
	Known   []string `yaml:"known" doc:"acronyms that your readers know"`
	MinUses int      `yaml:"min_uses" doc:"acronyms that occur in running text less often are left alone"`
}

// acronym is an acronym that is neither common nor known, at its first place.
type acronym struct {
	letters    string
	block      int
	start, end int
	uses       int
	explained  bool // its meaning is given, or linked
}

// maxAcronyms limits how many different acronyms of a draft are looked up.
const maxAcronyms = 64

// Check collects the acronyms of the running text, then searches the whole draft for what
// each one means.
func (r *undefinedAcronym) Check(p *lint.Pass) {
	found := r.collect(p.Doc)
	for i := range found {
		a := &found[i]
		if a.uses < r.MinUses || a.explained || spelledOut(p.Doc, a.letters) {
			continue
		}
		p.Report(lint.Finding{
			Span:    p.Doc.Blocks[a.block].Text.Span(a.start, a.end),
			Message: fmt.Sprintf("“%s” is never spelled out; say what it stands for where it comes first", a.letters),
		})
	}
}

func (r *undefinedAcronym) collect(d *lint.Document) (found []acronym) {
	prose, keys, gloss := language.ProseOf(d), language.WordKeysOf(d), glosses.Of(d.Language)
	common := wordpack.Of(d.Language).Words("acronyms")
	for _, at := range prose.Capitals {
		w := &prose.Words[at]
		if w.Voice > language.Speech || common.Has(keys[at]) {
			continue
		}
		i, block := int(w.Block), &d.Blocks[w.Block]
		text := block.Text.String()
		letters := capitals(text[w.Start:w.End])
		if letters == "" || !block.Prose() || common.HasWord(letters) || contains(r.Known, letters) || label(text, int(w.End)) ||
			partOfName(prose.WordsIn(i), prose.Place(int(at)), text) || len(found) == maxAcronyms {
			continue
		}
		a := find(found, letters)
		if a == nil {
			found = append(found, acronym{letters: letters, block: i, start: int(w.Start), end: int(w.Start) + len(letters)})
			a = &found[len(found)-1]
		}
		if running(block) && w.Voice == language.Author {
			a.uses++
		}
		a.explained = a.explained || block.Marked(lint.MarkLink, int(w.Start)) || gloss.beside(text, int(w.Start), int(w.End))
	}
	return found
}

func find(list []acronym, letters string) *acronym {
	for i := range list {
		if list[i].letters == letters {
			return &list[i]
		}
	}
	return nil
}

// capitals returns the two to six capitals of a word without a plural or possessive s; ""
// for other words and for Roman numerals.
func capitals(word string) string {
	n := 0
	for n < len(word) && word[n] >= 'A' && word[n] <= 'Z' {
		n++
	}
	switch word[n:] {
	case "", "s", "'s", "’s", "s'", "s’":
	default:
		return ""
	}
	if n < 2 || n > 6 || roman(word[:n]) {
		return ""
	}
	return word[:n]
}

// roman reports whether a word consists of the letters of Roman numerals.
func roman(word string) bool {
	for i := range len(word) {
		if strings.IndexByte("IVXLC", word[i]) < 0 {
			return false
		}
	}
	return true
}

// partOfName reports whether word k is part of a name or of text in capitals rather than
// an acronym: a neighbour is in capitals as well, a hyphen joins it to another word, or
// the previous word is capitalised and does not begin the sentence.
func partOfName(words []language.Word, k int, text string) bool {
	if words[k].Joined || k+1 < len(words) && words[k+1].Joined {
		return true
	}
	if k+1 < len(words) && beside(words[k], words[k+1], text) && allCapitals(text, words[k+1]) {
		return true
	}
	if k == 0 || !beside(words[k-1], words[k], text) {
		return false
	}
	if allCapitals(text, words[k-1]) {
		return true
	}
	c := text[words[k-1].Start]
	return c >= 'A' && c <= 'Z' && k > 1 && beside(words[k-2], words[k-1], text)
}

func beside(a, b language.Word, text string) bool { return text[a.End:b.Start] == " " }

func allCapitals(text string, w language.Word) bool {
	word := text[w.Start:w.End]
	if len(word) < 2 || word[0] <= '9' || word[1] >= 'a' && word[1] <= 'z' {
		return false
	}
	return strings.ToUpper(word) == word
}

// label reports whether a word is a label for what follows, such as the initials of
// speakers in a conversation: “MK: How did it begin?”
func label(text string, end int) bool { return strings.HasPrefix(text[end:], ":") }

// gloss holds the phrases between an acronym and its meaning.
type gloss struct{ before, after []string }

var glosses = wordpack.NewFact(func(p *wordpack.Pack) *gloss {
	return &gloss{spaced(p.Lines("acronym-before")), spaced(p.Lines("acronym-after"))}
})

// spaced returns phrases with a space on both sides.
func spaced(phrases []string) []string {
	list := make([]string, len(phrases))
	for i, phrase := range phrases {
		list[i] = phrase + " "
		if phrase[0] != ',' {
			list[i] = " " + list[i]
		}
	}
	return list
}

// beside reports whether the meaning of an acronym comes before it (the acronym is alone
// in brackets, or after a comma and “or”) or after it (in brackets, after “or” or “stands
// for”).
func (g *gloss) beside(text string, start, end int) bool {
	before, rest := text[:start], text[end:]
	return strings.HasSuffix(before, "(") && strings.HasPrefix(rest, ")") || strings.HasPrefix(rest, " (") ||
		slices.ContainsFunc(g.before, func(s string) bool { return strings.HasSuffix(before, s) }) ||
		slices.ContainsFunc(g.after, func(s string) bool { return strings.HasPrefix(rest, s) })
}

// spelledOut reports whether the draft contains consecutive words whose first letters form
// the acronym; function words may come between.
func spelledOut(d *lint.Document, letters string) bool {
	prose, function := language.ProseOf(d), wordpack.Of(d.Language).Words("function-words")
	for i := range d.Blocks {
		words, text := prose.WordsIn(i), d.Blocks[i].Text.String()
		for k := range words {
			if upper(text[words[k].Start]) == letters[0] && spells(words[k:], text, letters, function) {
				return true
			}
		}
	}
	return false
}

func spells(words []language.Word, text, letters string, function *token.Set) bool {
	n := 0
	for k := 0; k < len(words) && n < len(letters) && k < 3*len(letters); k++ {
		word := text[words[k].Start:words[k].End]
		taken := initials(word, letters[n:])
		if word == letters || taken == 0 && (n == 0 || !function.HasWord(word)) {
			return false
		}
		n += taken
	}
	return n == len(letters)
}

// initials returns how many letters of an acronym a word covers: one if it begins with the
// first letter, several if it is itself made of initials (“U.S.”), or 0.
func initials(word, letters string) int {
	if upper(word[0]) != letters[0] {
		return 0
	}
	n := 1
	for i := 2; i < len(word) && n < len(letters) && word[i-1] == '.' && upper(word[i]) == letters[n]; i += 2 {
		n++
	}
	return n
}

// upper returns an ASCII letter in upper case.
func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}
