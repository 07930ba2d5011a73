package house

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/lexicon"
)

// spellingSpec is a rule about names with one right spelling.
type spellingSpec struct {
	common
	located
	fixing
	Spelling []strict.Text `yaml:"spelling" doc:"the right spellings"`
	By       []strict.Text `yaml:"by" doc:"how wrong spellings are recognised: case, spacing and hyphens; all of them unless set"`
	Typos    bool          `yaml:"typos" doc:"also find spellings with one wrong, missing, additional or swapped letter, in names of five letters or more"`
	Wrong    []strict.Text `yaml:"wrong" doc:"other wrong spellings, where the rule has one right spelling"`
	Except   []strict.Text `yaml:"except" doc:"longer phrases in which another spelling is right"`
	Once     bool          `yaml:"once" doc:"report a spelling once for each draft, with the number of its places"`
}

// The ways in which a spelling may be wrong.
const (
	byCase    = "case"
	bySpacing = "spacing"
	byHyphens = "hyphens"
)

func (s *spellingSpec) compile(c *compiler) checker {
	w := c.newWords(&s.located, &matching{Except: s.Except, Once: s.Once}, "instead")
	w.usual = func(_ *term, found, write string) string {
		return fmt.Sprintf("“%s” is spelt %s here", found, write)
	}
	w.names, w.fix = true, readFix(c, s.fixing)
	if len(s.Spelling) == 0 && !c.unread {
		c.Fail(c.at, "rule %s: “spelling” is empty; list the right spellings", strict.Quoted(c.name))
	}
	if len(s.Wrong) > 0 && len(s.Spelling) != 1 {
		c.Fail(s.Wrong[0].Node, "“wrong” is for a rule with one right spelling; make a rule for each name that has wrong ones of its own")
	}
	by := readWays(c, s.By)
	seen := seenPhrases(c)
	var listed []string
	for _, t := range s.Spelling {
		name, ok := c.phrase(t)
		if !ok || seen(t, name) {
			continue
		}
		listed = append(listed, name)
		recordSaying(c, name, name, t.Node)
		of := &term{phrase: name, instead: []string{name}}
		for _, form := range spellings(name, by) {
			addSpelling(w, c, t, of, form)
		}
		if s.Typos {
			guess := *of
			guess.guess = true
			for _, form := range typos(name) {
				addSpelling(w, c, t, &guess, form)
			}
		}
		for _, wrong := range s.Wrong {
			if form, ok := c.phrase(wrong); ok {
				recordSaying(c, form, name, wrong.Node)
				addSpelling(w, c, wrong, of, form)
			}
		}
	}
	w.allowRightForms(c)
	c.phrases = listed
	c.summary = "the spelling of " + few(listed)
	return w
}

// readWays reads the ways in which a spelling may be wrong.
func readWays(c *compiler, list []strict.Text) []string {
	all := []string{byCase, bySpacing, byHyphens}
	if len(list) == 0 {
		return all
	}
	var by []string
	for _, t := range list {
		if !slices.Contains(all, t.Value) {
			c.Fail(t.Node, "%s", strict.Unknown("way of being wrong", t.Value, all))
		}
		by = append(by, t.Value)
	}
	return by
}

// addSpelling adds a spelling by which wrong ones of a term are found. Names have a possessive and,
// unless they look like ordinary words with a capital, a plural; words in lower case have all forms.
func addSpelling(w *words, c *compiler, at strict.Text, of *term, form string) {
	t := *of
	t.listed = form
	word := initial(t.phrase) && t.phrase[1:] == strings.ToLower(t.phrase[1:])
	w.add(c, &t, !word && !t.guess && inflect.Knows(w.lang), false, at.Node)
}

// spellings returns the forms of a name by which wrong spellings are found. Each is found
// in any case, so the first is the name itself.
func spellings(name string, by []string) []string {
	const mostParts = 5
	forms := []string{}
	if slices.Contains(by, byCase) {
		forms = append(forms, name)
	}
	parts := parts(name)
	var joints []string
	if slices.Contains(by, bySpacing) {
		joints = append(joints, "", " ")
	}
	if slices.Contains(by, byHyphens) {
		joints = append(joints, "-")
	}
	if len(parts) < 2 || len(parts) > mostParts {
		return forms
	}
	combinations := []string{parts[0]}
	for _, part := range parts[1:] {
		var next []string
		for _, begun := range combinations {
			for _, joint := range joints {
				next = append(next, begun+joint+part)
			}
		}
		combinations = next
	}
	for _, form := range combinations {
		if !strings.EqualFold(form, name) {
			forms = append(forms, form)
		}
	}
	return forms
}

// parts splits a name at spaces and hyphens, and before capitals inside a word.
func parts(name string) (all []string) {
	start := 0
	runes := []rune(name)
	cut := func(end int) {
		if end > start {
			all = append(all, string(runes[start:end]))
		}
	}
	for i, r := range runes {
		switch {
		case r == ' ' || r == '-':
			cut(i)
			start = i + 1
		case i > start+1 && unicode.IsUpper(r) && unicode.IsLower(runes[i-1]):
			cut(i)
			start = i
		}
	}
	cut(len(runes))
	return all
}

// typos returns the spellings of a name that differ in one letter.
func typos(name string) (all []string) {
	const shortest = 5 // letters
	if letters(name) < shortest {
		return nil
	}
	runes := []rune(strings.ToLower(name))
	alphabet := slices.Clone(runes)
	for r := 'a'; r <= 'z'; r++ {
		alphabet = append(alphabet, r)
	}
	slices.Sort(alphabet)
	alphabet = slices.Compact(alphabet)
	add := func(parts ...[]rune) {
		if s := string(slices.Concat(parts...)); !strings.EqualFold(s, name) && lexicon.Findable(s) {
			all = append(all, s)
		}
	}
	for i := range runes {
		if !unicode.IsLetter(runes[i]) {
			continue
		}
		add(runes[:i], runes[i+1:])
		for _, r := range alphabet {
			if unicode.IsLetter(r) {
				add(runes[:i], []rune{r}, runes[i+1:])
				add(runes[:i], []rune{r}, runes[i:])
			}
		}
		if i+1 < len(runes) && unicode.IsLetter(runes[i+1]) {
			add(runes[:i], []rune{runes[i+1], runes[i]}, runes[i+2:])
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
