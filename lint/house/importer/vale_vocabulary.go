package importer

import (
	"path"
	"strings"
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

// oneCase leaves out terms of which two capitalisations are right.
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
