package inflect

import (
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// inflectionTable is the lists of a language about the forms of words.
type inflectionTable struct {
	endings map[string][Continuous + 1]string // by the ending of the base form; "-" for words with none of the others
	longest int                               // bytes of an ending
	plurals map[string][]string
	ends    []pluralEnding // plurals of all words with an ending
	pasts   map[string][]string
	common  map[string]bool // pasts that are common words of their own
	further map[string][]string

	singulars map[string][]string // by irregular plural
}

// pluralEnding is an ending of words with an irregular plural: “fisherman”, “fishermen”.
type pluralEnding struct{ end, plural string }

var inflections = wordpack.NewFact(func(p *wordpack.Pack) *inflectionTable {
	t := &inflectionTable{
		endings: map[string][Continuous + 1]string{}, plurals: map[string][]string{},
		pasts: map[string][]string{}, common: map[string]bool{}, further: map[string][]string{},
	}
	for _, line := range p.Lines("inflections") {
		if f := strings.Fields(line); len(f) == 4 {
			end := strings.TrimPrefix(f[0], "-")
			t.endings[end] = [...]string{WithS: f[1], Past: f[2], Participle: f[2], Continuous: f[3]}
			t.longest = max(t.longest, len(end))
		}
	}
	for _, line := range p.Lines("irregular-plurals") {
		f := strings.Fields(line)
		if end, ok := strings.CutPrefix(f[0], "-"); ok {
			t.ends = append(t.ends, pluralEnding{end, f[1]})
			continue
		}
		t.plurals[f[0]] = f[1:]
	}
	t.singulars = map[string][]string{}
	for word, all := range t.plurals {
		for _, plural := range all {
			t.singulars[plural] = append(t.singulars[plural], word)
		}
	}
	t.readVerbs(p)
	return t
})

// readVerbs reads the lists of verbs. Of words with irregular forms, those without an irregular
// plural are verbs.
func (t *inflectionTable) readVerbs(p *wordpack.Pack) {
	for word, forms := range irregular.From(p).forms {
		if ends := t.endingsOf(word); t.plurals[word] == nil && ends != nil && forms[0] != ends.apply(word, Continuous) {
			t.pasts[word] = forms
		}
	}
	for _, line := range p.Lines("irregular-pasts") {
		f := strings.Fields(line)
		t.pasts[f[0]] = f[1:]
	}
	for _, line := range p.Lines("further-forms") {
		if f := strings.Fields(line); len(f) == 4 {
			t.further[f[0]] = f[1:]
		}
	}
	for _, word := range p.List("common-pasts") {
		t.common[word] = true
	}
}

// pluralsOf returns the irregular plurals of a word.
func (t *inflectionTable) pluralsOf(word string) []string {
	lower := strings.ToLower(word)
	if all := t.plurals[lower]; all != nil {
		if word == lower {
			return all
		}
		capital := make([]string, len(all))
		for i, s := range all {
			capital[i] = word[:1] + s[1:]
		}
		return capital
	}
	for _, e := range t.ends {
		if strings.HasSuffix(lower, e.end) && len(lower) > len(e.end) {
			return []string{word[:len(word)-len(e.end)] + e.plural}
		}
	}
	return nil
}

// pastsOf returns the past and the participles of an irregular verb, which are the same if there is
// one.
func (t *inflectionTable) pastsOf(word string) []string { return t.pasts[strings.ToLower(word)] }

// endingsOf returns how a word changes: by the longest ending of the list inflections that it has.
// It is nil for words that do not change, which are those that do not end in a letter, and in
// languages without the list.
func (t *inflectionTable) endingsOf(word string) *endings {
	last, _ := utf8.DecodeLastRuneInString(word)
	if word == "" || last >= utf8.RuneSelf || !token.IsLetter(word[len(word)-1]) {
		return nil
	}
	lower := strings.ToLower(word)
	if len(lower) != len(word) {
		return nil
	}
	for n := min(t.longest, len(lower)-1); n >= 0; n-- {
		with, ok := t.endings[lower[len(lower)-n:]]
		if !ok {
			continue
		}
		e := &endings{cut: n, with: with}
		if n == 0 {
			e.double, e.unsure = doubles(lower)
		}
		return e
	}
	return nil
}

// headFirst adds the plurals of a compound whose head is its first word: “mothers-in-law”.
func (t *inflectionTable) headFirst(forms []Form, word, tag string) []Form {
	head, rest, joined := strings.Cut(word, "-")
	link, _, _ := strings.Cut(rest, "-")
	if !joined || !wordpack.Of(tag).Words("function-words").HasWord(link) {
		return forms
	}
	ends := t.endingsOf(head)
	if ends == nil {
		return forms
	}
	for _, plural := range append(t.pluralsOf(head), ends.apply(head, WithS)) {
		forms = append(forms, Form{Text: plural + "-" + rest, Kind: WithS})
	}
	return forms
}

// FormsAtBeginning returns the forms of a word at the beginning of a phrase: there, some function
// words change as well, such as “be”.
func FormsAtBeginning(word, tag string) (all []Form) {
	p := wordpack.Of(tag)
	if !p.Words("function-words").HasWord(word) {
		return Forms(word, tag)
	}
	for _, line := range p.Lines("changing-function-words") {
		columns := strings.Fields(line)
		if first, _, _ := strings.Cut(columns[0], "/"); !strings.EqualFold(first, word) {
			continue
		}
		for i, of := range [...]Kind{Base, WithS, Past, Participle, Continuous} {
			for _, s := range strings.Split(columns[min(i, len(columns)-1)], "/") {
				all = append(all, Form{Text: s, Kind: of})
			}
		}
		return all
	}
	return []Form{{Text: word}}
}
