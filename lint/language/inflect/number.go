package inflect

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language/wordpack"
)

// OtherNumbers returns the plurals of a noun in lower case and, if it may be a plural itself, its
// singulars. They are made by rule, so some may not be words. If the inflections of the language
// are not known, the pairs of its list number-endings are used; without that list, the result is
// empty.
func OtherNumbers(word, tag string) (all []string) {
	add := func(form string) {
		if form != word && !slices.Contains(all, form) {
			all = append(all, form)
		}
	}
	t := inflections.Of(tag)
	if ends := t.endingsOf(word); ends != nil {
		for _, plural := range t.pluralsOf(word) {
			add(plural)
		}
		add(ends.apply(word, WithS))
		for _, singular := range t.singularsOf(word) {
			add(singular)
		}
		return all
	}
	for _, line := range wordpack.Of(tag).Lines("number-endings") {
		pair := strings.Fields(line)
		if len(pair) != 2 {
			continue
		}
		singular, plural := strings.Trim(pair[0], "-"), strings.Trim(pair[1], "-")
		if stem, ok := strings.CutSuffix(word, plural); ok && stem != "" {
			add(stem + singular)
		}
		if stem, ok := strings.CutSuffix(word, singular); ok && !strings.HasSuffix(word, plural) {
			add(stem + plural)
		}
	}
	return all
}

// singularsOf returns the words whose plural a word may be.
func (t *inflectionTable) singularsOf(word string) (all []string) {
	all = slices.Sorted(slices.Values(t.singulars[word]))
	for _, e := range t.ends {
		if stem, ok := strings.CutSuffix(word, e.plural); ok && stem != "" {
			all = append(all, stem+e.end)
		}
	}
	for end, with := range t.endings {
		stem, ok := strings.CutSuffix(word, with[WithS])
		if !ok || stem == "" {
			continue
		}
		if ends := t.endingsOf(stem + end); ends != nil && ends.apply(stem+end, WithS) == word {
			all = append(all, stem+end)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
