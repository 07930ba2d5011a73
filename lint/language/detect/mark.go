package detect

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

const (
	// fewestOfBlock is how many words a block needs for its language to be detected.
	fewestOfBlock = 8
	// fewestBytes is a lower bound for the length of that many words in any script.
	fewestBytes = 32
	// clearlyAhead is the factor by which another language's score must exceed that of the draft's
	// language: sentences borrow words, and related languages share most of them.
	clearlyAhead = 2
)

// Mark sets the language of each block that is clearly in another language than the draft. The
// draft's language must be set.
func Mark(d *lint.Document) {
	t := lists()
	own := t.index(d.Language)
	for i := range d.Blocks {
		b := &d.Blocks[i]
		s := b.Text.String()
		if b.Kind == lint.Code || len(s) < fewestBytes || own == t.english && plainlyEnglish(s) {
			continue
		}
		var c counter
		countBlock(&c, b)
		if found := otherLanguage(&c, t, own, d.Language); found != "" && supports(&c, t, b, found) {
			b.Language = found
		}
	}
}

// supports reports whether more than one or two words of a block are evidence for a language:
// “per”, three times, does not make a text Italian.
func supports(c *counter, t *tables, b *lint.Block, found string) bool {
	i := t.index(found)
	if i < 0 {
		return true
	}
	const (
		fewestWords = 3
		share       = 7 // one word in seven
	)
	again := counter{watched: i, watching: true}
	countBlock(&again, b)
	return again.distinct >= fewestWords && again.distinct*share >= min(c.units(), fewestWords*share)
}

// otherLanguage returns the language of a block if it is clearly not the draft's, or "".
func otherLanguage(c *counter, t *tables, own int, language string) string {
	if c.units() < fewestOfBlock {
		return ""
	}
	found := c.decide()
	if found == "" || found == t.tag(own, language) || related(found, t.tag(own, language)) {
		return ""
	}
	other := t.index(found)
	if own < 0 || other < 0 || t.scripts[own] != t.scripts[other] {
		if foreignScript(c, found, language) {
			return found
		}
		return ""
	}
	if c.scores[other] < clearlyAhead*c.scores[own] {
		return ""
	}
	return found
}

// foreignScript reports whether the detected language and the draft's language are written in
// different scripts, if both scripts are known.
func foreignScript(c *counter, found, language string) bool {
	a, b := scriptOfLanguage(found), scriptOfLanguage(primary(language))
	if a == noScript || b == noScript || a == b {
		return false
	}
	// A sentence about commands may contain more Latin letters than others.
	const share = 5
	return b == latin || c.letters[b]*share < c.units()*b.lettersPerWord()
}

// scriptOfLanguage returns the script of a language; noScript for an unknown one.
func scriptOfLanguage(tag string) script {
	t := lists()
	if i := t.index(tag); i >= 0 {
		return t.scripts[i]
	}
	for s, sole := range soleLanguage {
		if sole == tag {
			return script(s)
		}
	}
	return noScript
}

// index returns the index of a language in the lists, or -1.
func (t *tables) index(tag string) int {
	tag = primary(tag)
	for i := range t.tags {
		if t.tags[i] == tag {
			return i
		}
	}
	return -1
}

// tag returns the tag at an index of the lists, or the draft's primary subtag for index -1.
func (t *tables) tag(i int, language string) string {
	if i < 0 {
		return primary(language)
	}
	return t.tags[i]
}

// other names of languages that have lists, by their primary subtags
var aliases = map[string]string{"nb": "no", "iw": "he", "in": "id", "ji": "yi", "sh": "hr", "fil": "tl", "mo": "ro", "cmn": "zh", "yue": "zh"}

// primary returns the primary subtag of a tag in the form that the lists use.
func primary(tag string) string {
	tag, _, _ = strings.Cut(tag, "-")
	if tag == "" {
		return "en"
	}
	if other := aliases[tag]; other != "" {
		return other
	}
	return tag
}

// related reports whether two languages are too similar to distinguish by a paragraph, or are
// written in two scripts by the same people.
func related(a, b string) bool {
	for _, family := range [...]string{" no nn da ", " hr bs sr cnr ", " id ms ", " zh ja ", " pt gl ", " fa ps ckb ", " hi mr ne "} {
		if strings.Contains(family, " "+a+" ") && strings.Contains(family, " "+b+" ") {
			return true
		}
	}
	return false
}
