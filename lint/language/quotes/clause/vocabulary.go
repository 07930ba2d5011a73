package clause

import (
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Vocabulary holds the word sets that the search for speakers uses, under the names that
// speakers.txt of package wordlist explains.
type Vocabulary struct {
	Definite, Unknown, Belonging, Anonymity, Named, BaseBe, Alone, Particles, InTheKnow *token.Set

	ImpersonalBe, PassiveBe, Third, AuthorAndReader, ClauseBegins, Thinking, Denying *token.Set

	Contrast, ContrastAnd, Inscription, According, Thanks, To, On, That, What, It, Vague, And, Joining *token.Set

	Per, In, Of, Wording, Theirs, Claims, Adding, AgentBy, Views, Put, Origin, With, Coordinators *token.Set

	As, Articles, Indefinite, Naming, NamedPast, Namers, NamersBefore, People, Told *token.Set

	RoleLinks, Starting, Masculine, Feminine *token.Set

	Spokespersons, Callouts, GivenNames, ParticipleEndings, PastEndings, ThirdEndings, AdverbEndings []string
}

// Listed is read once, at the first quotation. It contains the words of all languages, since the
// language of a quotation is not known.
var Listed = sync.OnceValue(func() *Vocabulary {
	all := wordpack.Shared()
	v := &Vocabulary{
		Definite: all.Words("speaker-definite-determiners"), Unknown: all.Words("speaker-unnamed-though-definite"),
		Belonging: all.Words("speaker-belonging"), Anonymity: all.Words("speaker-anonymity"), Named: all.Words("speaker-named"),
		BaseBe: all.Words("speaker-base-be"), Alone: all.Words("speaker-standing-alone"), Particles: all.Words("speaker-particles"),
		InTheKnow: all.Words("speaker-in-the-know"), ImpersonalBe: all.Words("speaker-impersonal-be"), PassiveBe: all.Words("speaker-passive-be"),
		Third: all.Words("speaker-third-persons"), AuthorAndReader: all.Words("speaker-author-and-reader"),
		ClauseBegins: all.Words("speaker-clause-begins"), Thinking: all.Words("speaker-thinking"), Denying: all.Words("speaker-denying"),
		Contrast: all.Words("speaker-contrast"), ContrastAnd: all.Words("speaker-contrast-and"), Inscription: all.Words("speaker-inscription"),
		According: all.Words("speaker-according-lead"), Thanks: all.Words("speaker-thanks"), To: all.Words("speaker-toward"), On: all.Words("speaker-onward"),
		That: all.Words("speaker-that"), What: all.Words("speaker-what"), It: all.Words("speaker-it"), Vague: all.Words("speaker-nobody-in-particular"),
		Per: all.Words("speaker-per"), Theirs: all.Words("speaker-whose-words"), In: all.Words("speaker-in-words"), Wording: all.Words("speaker-wording"), Of: all.Words("speaker-words-of"),
		Claims: all.Words("speaker-claims"), Adding: all.Words("speaker-clauses-joined"), AgentBy: all.Words("speaker-agent"), Views: all.Words("speaker-views"), Put: all.Words("speaker-put"), Origin: all.Words("speaker-origin"), With: all.Words("speaker-with"), Coordinators: all.Words("speaker-coordinators"),
		And: all.Words("speaker-both-of"), Joining: all.Words("speaker-joining"), As: all.Words("speaker-as"), Articles: all.Words("speaker-articles"),
		Indefinite: all.Words("speaker-indefinite-articles"), Naming: all.Words("speaker-naming-verbs"), NamedPast: all.Words("speaker-named-past"),
		Namers: all.Words("speaker-namers"), NamersBefore: all.Words("speaker-namers-before"), People: all.Words("speaker-people-who-name"), Told: all.Words("speaker-told"),
		Masculine: all.Words("speaker-masculine"), Feminine: all.Words("speaker-feminine"), Starting: all.Words("speaker-starting"), RoleLinks: all.Words("speaker-role-links"),
	}
	v.Spokespersons, v.Callouts, v.GivenNames = all.List("speaker-spokespersons-begin"), all.Lines("speaker-callouts"), all.List("speaker-given-names")
	v.ThirdEndings = all.List("speaker-third-person-ending")
	v.ParticipleEndings, v.PastEndings, v.AdverbEndings = all.List("speaker-opening-participle-endings"), all.List("speaker-past-ending"), all.List("speaker-adverb-ending")
	return v
})

// Has reports whether piece i is a word of one of the classes.
func (p *Paragraph) Has(i int, c cue.Class) bool {
	return i >= 0 && i < len(p.Pieces) && p.Pieces[i].Kind == Word && p.Pieces[i].Class&c != 0
}

// Kind returns the kind of piece i; beyond either end, that of a sign.
func (p *Paragraph) Kind(i int) PieceKind {
	if i < 0 || i >= len(p.Pieces) {
		return OtherSign
	}
	return p.Pieces[i].Kind
}

// Is reports whether piece i is in a set of words.
func (p *Paragraph) Is(i int, words *token.Set) bool {
	return p.Kind(i) == Word && words.HasWord(p.Word(i))
}

// Small is like Is, but matches only words in lower case.
func (p *Paragraph) Small(i int, words *token.Set) bool {
	return p.Kind(i) == Word && !p.Pieces[i].Capital && words.HasWord(p.Word(i))
}

// EndsIn reports whether a word ends in one of several endings.
func EndsIn(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(word, e) })
}
