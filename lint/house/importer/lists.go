package importer

import (
	"encoding/csv"
	"fmt"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// table translates a table with two columns: what is wrong and what is right. Names in the
// first row say which is which.
func (r *reader) table(name, content string) {
	in := csv.NewReader(strings.NewReader(content))
	in.FieldsPerRecord, in.LazyQuotes = -1, true
	head, _, _ := strings.Cut(content, "\n")
	for _, comma := range ";\t" {
		if !strings.Contains(head, ",") && strings.ContainsRune(head, comma) {
			in.Comma = comma
		}
	}
	rows, err := in.ReadAll()
	p := r.pack(name, "table")
	if err != nil {
		r.total++
		r.left(p, name, "it is not valid CSV")
		return
	}
	wrong, right, from := 0, 1, 0
	if len(rows) > 0 {
		for i, cell := range rows[0] {
			switch strings.ToLower(strings.TrimSpace(cell)) {
			case "wrong", "from", "find", "incorrect", "avoid", "term":
				wrong, from = i, 1
			case "right", "to", "replace", "correct", "use", "instead", "replacement":
				right, from = i, 1
			}
		}
	}
	swap, seen := mapping(), map[string]bool{}
	for k, row := range rows[min(from, len(rows)):] {
		at := fmt.Sprintf("%s, row %d", name, k+from+1)
		r.total++
		switch {
		case len(row) <= max(wrong, right):
			r.left(p, at, "it has fewer than two cells")
		case strings.TrimSpace(row[wrong]) == "" || strings.TrimSpace(row[wrong]) == strings.TrimSpace(row[right]):
			r.left(p, at, "there is nothing to replace")
		case seen[strings.TrimSpace(row[wrong])]:
			r.left(p, at, "“"+row[wrong]+"” is in the table twice")
		default:
			seen[strings.TrimSpace(row[wrong])] = true
			put(swap, strings.TrimSpace(row[wrong]), text(strings.TrimSpace(row[right])))
			r.done[name]++
		}
	}
	if len(swap.Content) > 0 {
		b := mapping()
		put(b, "replace", swap)
		put(b, "forms", boolean(false))
		r.add(p, stem(name), name, b)
	}
}

func stem(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

// wordList translates a list of phrases, one in each line.
func (r *reader) wordList(name, content string) {
	var phrases []string
	for line := range strings.Lines(content) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			phrases = append(phrases, line)
		}
	}
	if phrases = unique(phrases); len(phrases) == 0 {
		return
	}
	r.total++
	r.done[name]++
	b := mapping()
	put(b, "phrases", list(phrases))
	r.add(r.pack(name, "list"), stem(name), name, b)
}

// retext translates a list of alex or retext: groups of words to avoid, each with words to
// use instead and a note.
func (r *reader) retext(name string, n *yaml.Node) {
	p := r.pack(name, "list")
	for i, item := range n.Content {
		r.total++
		avoid, use := terms(get(item, "inconsiderate")), terms(get(item, "considerate"))
		from := fmt.Sprintf("%s, entry %d", name, i+1)
		if len(avoid) == 0 {
			r.left(p, from, "it has no words to avoid")
			continue
		}
		b := mapping()
		if note := strings.Join(strings.Fields(str(item, "note")), " "); note != "" {
			put(b, "message", text("“{found}”: "+strings.NewReplacer("{", "(", "}", ")").Replace(note)))
		}
		put(b, "severity", text("advice"))
		if source := str(item, "source"); strings.HasPrefix(source, "http") {
			basis := mapping()
			put(basis, "source", text("alex and retext, "+path.Base(name)))
			put(basis, "url", text(source))
			put(b, "basis", basis)
		}
		if len(use) > 0 {
			swap := mapping()
			for _, w := range avoid {
				others := slices.DeleteFunc(slices.Clone(use), func(u string) bool { return u == w })
				put(swap, w, list(others))
			}
			put(b, "replace", swap)
		} else {
			put(b, "phrases", list(avoid))
		}
		r.add(p, stem(name)+"-"+avoid[0], from, b)
		r.done[from]++
	}
}

// terms returns the words of a group: a text, a list, or a mapping from words to kinds.
func terms(n *yaml.Node) (all []string) {
	switch {
	case n == nil:
	case n.Kind == yaml.ScalarNode:
		all = append(all, n.Value)
	case n.Kind == yaml.SequenceNode:
		for _, item := range n.Content {
			all = append(all, item.Value)
		}
	case n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			all = append(all, n.Content[i].Value)
		}
	}
	return unique(all)
}

// patterns translates a map of phrases, as retext-simplify has it: what to write instead,
// and whether the phrase may be left out.
func (r *reader) patterns(name string, n *yaml.Node) {
	p := r.pack(name, "list")
	swap := mapping()
	for i := 0; i+1 < len(n.Content); i += 2 {
		phrase, value := n.Content[i].Value, n.Content[i+1]
		r.total++
		use := terms(value)
		omit := false
		if value.Kind == yaml.MappingNode {
			use, omit = terms(get(value, "replace")), str(value, "omit") == "true"
		}
		switch {
		case len(use) > 0:
			put(swap, phrase, list(use))
		case omit:
			put(swap, phrase, text(""))
		default:
			r.left(p, name+", “"+phrase+"”", "it says neither what to write instead nor to leave it out")
			continue
		}
		r.done[name]++
	}
	if len(swap.Content) > 0 {
		b := mapping()
		put(b, "replace", swap)
		put(b, "severity", text("advice"))
		put(b, "forms", boolean(false))
		r.add(p, stem(name), name, b)
	}
}
