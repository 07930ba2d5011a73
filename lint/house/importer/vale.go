package importer

import (
	"path"
	"strings"

	"go.yaml.in/yaml/v4"
)

// vale translates a style rule of Vale.
func (r *reader) vale(name string, n *yaml.Node) {
	r.total++
	v := &valeRule{reader: r, n: n, file: name, pack: r.pack(name, "vale")}
	v.name = path.Base(path.Dir(name)) + "-" + strings.TrimSuffix(path.Base(name), path.Ext(name))
	if path.Dir(name) == "." {
		v.name = strings.TrimSuffix(path.Base(name), path.Ext(name))
	}
	if v.in = v.scope(); v.left {
		return
	}
	switch kind := str(n, "extends"); kind {
	case "existence":
		v.existence()
	case "substitution":
		v.substitution()
	case "occurrence":
		v.occurrence()
	case "consistency":
		v.consistency()
	case "conditional":
		v.conditional()
	case "capitalization":
		v.capitalization()
	case "repetition":
		v.covered("repeated-word", "words that stand twice in a row")
	case "metric":
		v.metric()
	case "spelling":
		v.fail("it asks a spelling dictionary, and house rules have none")
	case "sequence":
		v.fail("it looks at parts of speech, which house rules do not know")
	case "script":
		v.fail("it is a program, and house rules run none")
	default:
		v.fail("rules of the kind “" + kind + "” are not known")
	}
	if !v.left {
		r.done[v.file]++
	}
}

// valeRule is a rule of Vale that is being translated.
type valeRule struct {
	*reader
	n          *yaml.Node
	file, name string
	pack       *Pack
	in         *yaml.Node
	notIn      *yaml.Node
	left       bool
}

func (v *valeRule) fail(why string) {
	v.left = true
	v.reader.left(v.pack, v.file, why)
}

// covered records that a rule of the program does what the rule does.
func (v *valeRule) covered(rule, about string) {
	if !v.isKnown(rule) {
		v.fail("there is no kind of house rule for it")
		return
	}
	v.pack.Notes = append(v.pack.Notes, v.file+": the rule "+rule+" of copychief finds "+about)
}

// scope translates where the rule looks. Vale reads the body, quotations included.
func (v *valeRule) scope() *yaml.Node {
	places := map[string]string{
		"": "body", "text": "body", "sentence": "body", "paragraph": "prose", "summary": "body", "heading": "headings",
		"heading.h1": "headline", "list": "lists", "table": "tables", "table.cell": "tables", "table.header": "tables",
		"blockquote": "quotations", "alt": "alt", "link": "link-texts",
	}
	var in, out []string
	for _, s := range append(strs(v.n, "scope"), "")[:max(1, len(strs(v.n, "scope")))] {
		plain, not := strings.CutPrefix(strings.TrimSpace(s), "~")
		place, ok := places[plain]
		switch {
		case !ok:
			v.fail("there is no place “" + s + "” among those of house rules")
			return nil
		case not:
			out = append(out, place)
		default:
			in = append(in, place)
		}
	}
	if len(out) > 0 {
		v.notIn = list(out)
	}
	if len(in) == 0 {
		in = []string{"body"}
	}
	return list(in)
}

// body returns a rule with the settings that all kinds have. The verbs of the message stand
// for names, in order.
func (v *valeRule) body(names ...string) *yaml.Node {
	b := mapping()
	if message := str(v.n, "message"); message != "" {
		put(b, "message", text(verbs(message, names)))
	}
	switch str(v.n, "level") {
	case "error", "warning":
		put(b, "severity", text(str(v.n, "level")))
	case "suggestion":
		put(b, "severity", text("advice"))
	}
	basis := mapping()
	put(basis, "source", text("Vale style "+v.name))
	if link := str(v.n, "link"); strings.HasPrefix(link, "http://") || strings.HasPrefix(link, "https://") {
		put(basis, "url", text(link))
	}
	put(b, "basis", basis)
	return b
}

var verb = pattern(`%%|%(?:\[\d\])?[sdvq]|[{}]`)

// verbs replaces the verbs of a message with placeholders; braces, which begin placeholders,
// become brackets.
func verbs(message string, names []string) string {
	i := 0
	return verb().ReplaceAllStringFunc(message, func(s string) string {
		switch s {
		case "%%":
			return "%"
		case "{":
			return "("
		case "}":
			return ")"
		}
		if len(names) == 0 {
			return ""
		}
		name := names[min(i, len(names)-1)]
		i++
		return "{" + name + "}"
	})
}

// emit adds a rule with its places.
func (v *valeRule) emit(b *yaml.Node) {
	put(b, "in", v.in)
	put(b, "not-in", v.notIn)
	v.add(v.pack, v.name, v.file, b)
}

func (v *valeRule) ignoresCase() bool { return str(v.n, "ignorecase") == "true" }

// existence translates a list of tokens: those that stand for a few words become phrases,
// the others patterns.
func (v *valeRule) existence() {
	var phrases, patterns []string
	except := v.exceptions()
	for _, token := range append(strs(v.n, "tokens"), strings.Join(strs(v.n, "raw"), "")) {
		if token == "" {
			continue
		}
		rest, more, ok := behind(token)
		if !ok {
			v.fail("“" + token + "” looks ahead or behind, which RE2 does not")
			continue
		}
		except = append(except, more...)
		if words, ok := literals(rest); ok && str(v.n, "nonword") != "true" {
			phrases = append(phrases, words...)
		} else {
			patterns = append(patterns, rest)
		}
	}
	if len(phrases) > 0 {
		b := v.body("found")
		if str(v.n, "action.name") == "remove" || str(get(v.n, "action"), "name") == "remove" {
			swap := mapping()
			for _, p := range unique(phrases) {
				put(swap, p, text(""))
			}
			put(b, "replace", swap)
		} else {
			put(b, "phrases", list(unique(phrases)))
		}
		v.matching(b, except)
		v.emit(b)
	}
	if len(patterns) > 0 {
		v.pattern(patterns, except)
	}
	if len(phrases)+len(patterns) == 0 && !v.left {
		v.fail("it has no tokens")
	}
}

// exceptions returns the phrases in which the words are right.
func (v *valeRule) exceptions() (all []string) {
	for _, e := range strs(v.n, "exceptions") {
		if words, ok := literals(e); ok {
			all = append(all, words...)
		}
	}
	return all
}

// matching adds how phrases are compared: Vale knows no inflected forms.
func (v *valeRule) matching(b *yaml.Node, except []string) {
	put(b, "forms", boolean(false))
	if !v.ignoresCase() {
		put(b, "match-case", boolean(true))
	}
	if len(except) > 0 {
		put(b, "except", list(unique(except)))
	}
}

// pattern adds a rule for expressions.
func (v *valeRule) pattern(patterns, except []string) {
	b := v.body("found")
	put(b, "pattern", text(v.whole(patterns)))
	if len(except) > 0 {
		put(b, "except", list(unique(except)))
	}
	v.emit(b)
}

// whole returns one expression for several, between word boundaries as Vale has them.
func (v *valeRule) whole(patterns []string) string {
	expr := strings.Join(patterns, "|")
	if str(v.n, "nonword") != "true" && len(strs(v.n, "raw")) == 0 {
		expr = `\b(?:` + expr + `)\b`
	}
	if v.ignoresCase() {
		expr = "(?i)" + expr
	}
	return expr
}

func unique(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
