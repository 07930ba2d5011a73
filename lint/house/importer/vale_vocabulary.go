package importer

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// stops finds full stops inside a name, “Node.js”, which are meant as such.
var stops = pattern(`(\w)\.(\w)`)

// readVocabulary translates the words that a project accepts, which must be written as listed,
// or rejects.
func readVocabulary(r *reader, name, content string) {
	r.total++
	p := r.pack(name, "vocabulary")
	var terms []string
	left := false
	for line := range strings.Lines(content) {
		line = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "(?i)"))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		words, ok := literals(stops().ReplaceAllString(line, `$1\.$2`))
		if !ok {
			r.left(p, name, "“"+line+"” stands for too many words")
			left = true
			continue
		}
		terms = append(terms, words...)
	}
	terms = unique(terms)
	b := mapping()
	stem := path.Base(path.Dir(name)) + "-" + strings.TrimSuffix(path.Base(name), ".txt")
	if strings.EqualFold(path.Base(name), "reject.txt") {
		put(b, "phrases", list(terms))
		put(b, "forms", boolean(false))
	} else {
		r.accepted = append(r.accepted, terms...)
		terms = oneCase(terms)
		put(b, "spelling", list(terms))
		put(b, "by", list([]string{"case"}))
	}
	put(b, "in", list([]string{"body"}))
	if len(terms) > 0 {
		r.add(p, stem, name, b)
	}
	if !left {
		r.done[name]++
	}
}

// oneCase leaves out terms with two correct capitalisations.
func oneCase(terms []string) (out []string) {
	count := map[string]int{}
	for _, t := range terms {
		count[strings.ToLower(t)]++
	}
	for _, t := range terms {
		if count[strings.ToLower(t)] == 1 {
			out = append(out, t)
		}
	}
	return out
}

// accept adds what vocabularies accept to the exceptions of a rule, as far as the rule may find it:
// texts that must have some capitals or match as a whole may have any of it. It reports whether it added any.
func accept(body *yaml.Node, terms []string) bool {
	except := strs(body, "except")
	before := len(except)
	for _, term := range terms {
		if !slices.Contains(except, term) && concerns(body, term) {
			except = append(except, term)
		}
	}
	switch {
	case len(except) == before:
		return false
	case before > 0:
		get(body, "except").Content = list(except).Content
	default:
		put(body, "except", list(except))
	}
	return true
}

// concerns reports whether a rule may find something in a term, or the term in what it finds.
func concerns(body *yaml.Node, term string) bool {
	switch {
	case has(body, "capitals"):
		return true
	case has(body, "pattern"):
		expr, err := regexp.Compile(str(body, "pattern"))
		return err == nil && (str(body, "whole") == "true" || expr.MatchString(term))
	}
	words := " " + strings.ToLower(term) + " "
	return slices.ContainsFunc(append(strs(body, "phrases"), keys(get(body, "replace"))...), func(phrase string) bool {
		phrase = " " + strings.ToLower(phrase) + " "
		return strings.Contains(phrase, words) || strings.Contains(words, phrase)
	})
}
