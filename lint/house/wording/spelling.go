package wording

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/house/phrase"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/tagger"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Spelling is a rule about names with one right spelling.
type Spelling struct {
	declaration.Common
	declaration.Located
	declaration.Fixing
	Spelling  []strict.Text `yaml:"spelling" doc:"the right spellings"`
	By        []strict.Text `yaml:"by" doc:"how wrong spellings are recognised: case, spacing and hyphens; all of them unless set"`
	Typos     bool          `yaml:"typos" doc:"also find spellings with one wrong, missing, additional or swapped letter, in names of five letters or more"`
	Wrong     []strict.Text `yaml:"wrong" doc:"other wrong spellings, where the rule has one right spelling"`
	Except    []strict.Text `yaml:"except" doc:"longer phrases in which another spelling is right"`
	NotAfter  []strict.Text `yaml:"not-after" doc:"words directly before another spelling that make it right"`
	NotBefore []strict.Text `yaml:"not-before" doc:"words directly after another spelling that make it right"`
	Once      bool          `yaml:"once" doc:"report a spelling once for each draft, with the number of its places"`
}

// The ways in which a spelling may be wrong.
const (
	byCase    = "case"
	bySpacing = "spacing"
	byHyphens = "hyphens"
)

// Compile implements [declaration.Spec].
func (s *Spelling) Compile(c *declaration.Compiler) lint.Checker {
	w := c.NewWords(&s.Located, &declaration.Matching{Except: s.Except, NotAfter: s.NotAfter, NotBefore: s.NotBefore, Once: s.Once}, "instead")
	w.Usual = func(_ *phrase.Term, found, write string) string {
		return fmt.Sprintf("“%s” is spelt %s here", found, write)
	}
	w.Names, w.Fix = true, c.Fixing(s.Fixing)
	if len(s.Spelling) == 0 && !c.Unread {
		c.Fail(c.At, "rule %s: “spelling” is empty; list the right spellings", strict.Quoted(c.Name))
	}
	if len(s.Wrong) > 0 && len(s.Spelling) != 1 {
		c.Fail(s.Wrong[0].Node, "“wrong” is for a rule with one right spelling; make a rule for each name that has wrong ones of its own")
		s.Wrong = nil
	}
	by := readWays(c, s.By)
	seen := seenPhrases(c)
	var listed []string
	for _, t := range s.Spelling {
		name, ok := c.Phrase(t)
		if !ok || seen(t, name) {
			continue
		}
		listed = append(listed, name)
		declaration.RecordSaying(c, name, name, t.Node)
		of := &phrase.Term{Phrase: name, Instead: []string{name}}
		forms := spellings(name, w.Lang, by)
		for _, form := range forms {
			addSpelling(w, c, t, of, form)
		}
		if len(forms) < 2 && name == strings.ToLower(name) && len(s.By)+len(s.Wrong) == 0 {
			c.Notes = append(c.Notes, fmt.Sprintf("of “%s”, only capitals can be wrong; list what else is under “replace”, or under “wrong” in a rule of its own", name))
		}
		if s.Typos {
			guess := *of
			guess.Guess = true
			for _, form := range typos(name, w.Lang) {
				addSpelling(w, c, t, &guess, form)
			}
		}
		for _, wrong := range s.Wrong {
			if form, ok := c.Phrase(wrong); ok {
				declaration.RecordSaying(c, form, name, wrong.Node)
				addSpelling(w, c, wrong, of, form)
			}
		}
	}
	c.AllowRightForms(w)
	c.Phrases = listed
	c.Summary = "the spelling of " + finding.Few(listed)
	return w
}

// readWays reads the ways in which a spelling may be wrong.
func readWays(c *declaration.Compiler, list []strict.Text) []string {
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
func addSpelling(w *phrase.Words, c *declaration.Compiler, at strict.Text, of *phrase.Term, form string) {
	t := *of
	t.Listed = form
	word := fitting.Initial(t.Phrase) && t.Phrase[1:] == strings.ToLower(t.Phrase[1:])
	c.Add(w, &t, !word && !t.Guess && inflect.Knows(w.Lang), false, at.Node)
}

// spellings returns the forms of a name by which wrong spellings are found. Each is found
// in any case, so the first is the name itself.
func spellings(name, lang string, by []string) []string {
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
	if len(parts) == 1 {
		parts, joints = parted(name, lang, joints)
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

// parted splits a word after a prefix that some write with a space or a hyphen: “non-profit”. Prefixes
// that are words of their own are joined with a hyphen only, since “over seas” may be right.
func parted(name, lang string, joints []string) (all, possible []string) {
	lists := wordpack.Of(lang)
	free, bound := longestPrefix(name, lists.List("word-prefixes")), longestPrefix(name, lists.List("joined-prefixes"))
	n := max(free, bound)
	if n == 0 {
		return []string{name}, joints
	}
	if free > bound {
		joints = slices.DeleteFunc(slices.Clone(joints), func(joint string) bool { return joint != "-" })
	}
	return []string{name[:n], name[n:]}, joints
}

// longestPrefix returns the length of the longest prefix that a word has, or 0.
func longestPrefix(word string, prefixes []string) (longest int) {
	const shortest = 3 // bytes after the prefix
	for _, prefix := range prefixes {
		if n := len(prefix); n > longest && len(word) >= n+shortest && strings.EqualFold(word[:n], prefix) {
			longest = n
		}
	}
	return longest
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

// typos returns the spellings of a name that differ in one letter, other than the first, which is
// hardly ever wrong. Those that are words of their own, or the plural, are left out.
func typos(name, lang string) (all []string) {
	const shortest = 5 // letters
	if fitting.Letters(name) < shortest {
		return nil
	}
	runes := []rune(strings.ToLower(name))
	alphabet := slices.Clone(runes)
	for r := 'a'; r <= 'z'; r++ {
		alphabet = append(alphabet, r)
	}
	slices.Sort(alphabet)
	alphabet = slices.Compact(alphabet)
	plural, _, _ := inflect.Make(strings.ToLower(name), inflect.WithS, lang)
	english := fitting.Primary(lang) == "en"
	add := func(parts ...[]rune) {
		s := string(slices.Concat(parts...))
		if !strings.EqualFold(s, name) && s != plural && lexicon.Findable(s) && (!english || tagger.PossibleClasses(s) == 0) {
			all = append(all, s)
		}
	}
	for i := range runes {
		if !unicode.IsLetter(runes[i]) {
			continue
		}
		if i > 0 {
			add(runes[:i], runes[i+1:])
		}
		for _, r := range alphabet {
			if i == 0 {
				break
			}
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
