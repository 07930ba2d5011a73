package detect

import (
	_ "embed" // the tags
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
)

// Language returns the language of a draft as a BCP 47 tag in lower case, or "" if it is unknown.
// declared is the language that the draft or its place on the site declares, or "".
//
// The declared language holds unless the text is clearly in another one: translated sites have
// pages that nobody has translated yet, templates declare the language of the theme that they come
// from, and blogs have articles in a second language.
func Language(d *lint.Document, declared string) string {
	declared = canonical(declared)
	if declared == "" {
		return Draft(d)
	}
	if found := contradicts(d, declared); found != "" {
		return found
	}
	return declared
}

const (
	// fewestToContradict is how many words of text it takes to contradict the declared language.
	fewestToContradict = 30
	// sampleToContradict is how many words are read before it is contradicted: the beginning may
	// be a note or a quotation in another language.
	sampleToContradict = 4 * sample
	// farAhead is the factor by which the score of the text's language must exceed that of the
	// declared one.
	farAhead = 3
	// running is the score of a hundred words of running text in a language with a good list.
	running = 25 * wordWeight
)

// contradicts returns the language of a draft's text if it is certain that it is not the one that
// is declared, otherwise "".
func contradicts(d *lint.Document, declared string) string {
	own := primary(declared)
	english := own == "en"
	if english && mostlyEnglish(d) {
		return ""
	}
	var c counter
	i, found := 0, ""
	for _, most := range [...]int{sample, sampleToContradict} {
		for ; i < len(d.Blocks) && c.units() < most; i++ {
			if b := &d.Blocks[i]; b.Prose() {
				if countBlock(&c, b); english && c.english() {
					return ""
				}
				c.blocks++
			}
		}
		if c.units() < fewestToContradict {
			return ""
		}
		if found = c.decide(); found == "" || found == own || related(found, own) || !refutes(&c, found, declared) {
			return ""
		}
	}
	return found
}

// refutes reports whether a text that was taken for one language is certainly not in the declared
// one.
func refutes(c *counter, found, declared string) bool {
	t := lists()
	own, other := t.index(declared), t.index(found)
	if !knownTag(declared) || countryOf(primary(declared), found) || foreignScript(c, found, declared) {
		return true
	}
	if other < 0 || scriptOfLanguage(primary(declared)) != noScript && scriptOfLanguage(primary(declared)) != t.scripts[other] {
		return false // the script of the declared language is there as well
	}
	if own < 0 {
		// Without a list of its words, a language may be mistaken for its neighbours, but hardly
		// for English.
		return other == t.english && int(c.scores[other])*100 >= c.words*running
	}
	return c.scores[other] >= farAhead*c.scores[own]
}

// The tags of languages that drafts may declare.
//
//go:embed tags.txt
var tagLists string

// tags are the facts about tags in tags.txt.
type tags struct {
	preferred map[string]string   // code of three letters, or a withdrawn one -> the code of two that replaces it
	countries map[string][]string // code of a country that is used as that of a language -> languages there
	known     map[string]bool     // the codes of two letters
}

var knownTags = sync.OnceValue(func() tags {
	t := tags{map[string]string{}, map[string][]string{}, map[string]bool{}}
	each(tagLists, func(name string, list []string) {
		switch name {
		case "codes":
			for _, code := range list {
				t.known[code] = true
			}
		case "preferred":
			for i := 0; i+1 < len(list); i += 2 {
				t.preferred[list[i]] = list[i+1]
			}
		default:
			t.countries[name] = list
		}
	})
	return t
})

// canonical returns a declared tag with the preferred code of its language: "de-at" for "deu-at".
func canonical(tag string) string {
	code, rest, has := strings.Cut(tag, "-")
	if short := knownTags().preferred[code]; short != "" {
		code = short
	}
	if has {
		return code + "-" + rest
	}
	return code
}

// knownTag reports whether a tag names a language: those of two letters are listed, and among
// those of three nearly every code is one.
func knownTag(tag string) bool {
	code, _, _ := strings.Cut(tag, "-")
	return len(code) > 2 || knownTags().known[code]
}

// countryOf reports whether a code is taken for that of a language but is that of a country where
// the found language is spoken: "br" is Breton, and Portuguese is spoken in Brazil.
func countryOf(code, found string) bool {
	for _, language := range knownTags().countries[code] {
		if language == found {
			return true
		}
	}
	return false
}
