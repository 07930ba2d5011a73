package detect

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

const (
	// fewestOfBlock is how many words a block needs to be told by.
	fewestOfBlock = 8
	// fewestBytes is less than so many words have in any script.
	fewestBytes = 32
	// clearlyAhead is how many times the score of the draft's language another one must
	// have: sentences borrow words, and sister languages share most.
	clearlyAhead = 2
)

// Mark sets the language of each block that is clearly in another language than the
// draft, whose language must be set.
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
		c.block(b)
		if found := c.other(t, own, d.Language); found != "" && c.supports(t, b, found) {
			b.Language = found
		}
	}
}

// supports reports whether more than one or two words of a block speak for a language of
// its script: “per”, three times, is no Italian.
func (c *counter) supports(t *tables, b *lint.Block, found string) bool {
	i := t.index(found)
	if i < 0 {
		return true
	}
	const (
		fewestWords = 3
		share       = 7 // one word in so many
	)
	again := counter{watched: i, watching: true}
	again.block(b)
	return again.distinct >= fewestWords && again.distinct*share >= min(c.units(), fewestWords*share)
}

// other returns the language of a block if it is clearly not the draft's, or "".
func (c *counter) other(t *tables, own int, language string) string {
	if c.units() < fewestOfBlock {
		return ""
	}
	found := c.decide()
	if found == "" || found == t.tag(own, language) || related(found, t.tag(own, language)) {
		return ""
	}
	other := t.index(found)
	if own < 0 || other < 0 || t.scripts[own] != t.scripts[other] {
		if c.foreignScript(found, language) {
			return found
		}
		return ""
	}
	if c.scores[other] < clearlyAhead*c.scores[own] {
		return ""
	}
	return found
}

// foreignScript reports whether what was found and the draft's language are written in
// different scripts, as far as they are known.
func (c *counter) foreignScript(found, language string) bool {
	a, b := scriptOfLanguage(found), scriptOfLanguage(primary(language))
	if a == noScript || b == noScript || a == b {
		return false
	}
	// A sentence about commands may hold more Latin letters than others.
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

// index returns the place of a language among the lists, or -1.
func (t *tables) index(tag string) int {
	tag = primary(tag)
	for i := range t.tags {
		if t.tags[i] == tag {
			return i
		}
	}
	return -1
}

// tag returns the tag of a place among the lists, or that of the draft where it has none.
func (t *tables) tag(i int, language string) string {
	if i < 0 {
		return primary(language)
	}
	return t.tags[i]
}

// other names of languages that have lists, by their primary subtags
var aliases = map[string]string{"nb": "no", "iw": "he", "in": "id", "ji": "yi", "sh": "hr", "fil": "tl", "mo": "ro", "cmn": "zh", "yue": "zh"}

// primary returns the primary subtag of a tag as the lists have it.
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

// related reports whether two languages are so close that a paragraph does not tell them
// apart, or are written in two scripts by the same people.
func related(a, b string) bool {
	for _, family := range [...]string{" no nn da ", " hr bs sr cnr ", " id ms ", " zh ja ", " pt gl ", " fa ps ckb ", " hi mr ne "} {
		if strings.Contains(family, " "+a+" ") && strings.Contains(family, " "+b+" ") {
			return true
		}
	}
	return false
}
