package importer

import (
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// readVale translates a style rule of Vale.
func readVale(r *reader, name string, n *yaml.Node) {
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
		capitalization(v)
	case "repetition":
		v.repetition()
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
	folds      bool // phrases are right that the style compares with any capitals
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
	v.note("the rule " + rule + " of copychief finds " + about)
}

// note adds, once, what the reader of the pack should know of the rule.
func (v *valeRule) note(text string) {
	if text = v.file + ": " + text; !slices.Contains(v.pack.Notes, text) {
		v.pack.Notes = append(v.pack.Notes, text)
	}
}

// scope translates where the rule looks: Vale reads the whole of a kind of blocks, with what is
// quoted in it, whereas a house rule leaves quotations out unless it names them.
func (v *valeRule) scope() *yaml.Node {
	var in, out []string
	for _, s := range append(strs(v.n, "scope"), "")[:max(1, len(strs(v.n, "scope")))] {
		plain, not := strings.CutPrefix(strings.TrimSpace(s), "~")
		places := placesOf(plain)
		switch {
		case places == nil:
			v.fail("there is no place “" + s + "” among those of house rules")
			return nil
		case not:
			out = append(out, places...)
		default:
			in = append(in, places...)
		}
	}
	v.noteScope()
	if len(in) == 0 {
		in = []string{"body"}
	}
	in, out = quoted(unique(in), out)
	if str(v.n, "scope") == "paragraph" {
		out = append(out, "block-quotes", "footnotes")
	}
	if slices.Contains(in, "lists") {
		in = append(in, "footnotes")
	}
	if len(out) > 0 {
		v.notIn = list(unique(out))
	}
	return list(in)
}

// noteScope notes what Vale reads in another way in the places where the rule looks.
func (v *valeRule) noteScope() {
	notes := []struct{ scope, note string }{
		{"link", "links in block quotations are left alone; Vale reads them as well"},
		{"summary", "all places are found; Vale looks for each again in the article and loses those of a word that an earlier one begins with"},
	}
	for _, n := range notes {
		if slices.Contains(strs(v.n, "scope"), n.scope) && slices.Contains([]string{"existence", "substitution"}, str(v.n, "extends")) {
			v.note(n.note)
		}
	}
}

// placesOf returns the places of a selector, or nil. Its parts may name the format of the file, and
// begin with “text”.
func placesOf(selector string) []string {
	places := map[string][]string{
		"": {"body"}, "text": {"body"}, "sentence": {"prose", "headings", "lists", "tables"}, "paragraph": {"prose"}, "summary": {"prose", "lists"},
		"heading": {"headings"}, "heading.h1": {"headline"}, "list": {"lists"}, "table": {"tables"}, "table.cell": {"tables"},
		"table.header": {"tables"}, "table.caption": {"captions"}, "figure.caption": {"captions"},
		"blockquote": {"block-quotes"}, "alt": {"alt"}, "link": {"link-texts"}, "title": {"title"}, "raw": {"source"},
	}
	parts := strings.Split(selector, ".")
	if last := len(parts) - 1; last > 0 && slices.Contains([]string{"md", "mdx", "html", "rst", "adoc", "org", "txt"}, parts[last]) {
		parts = parts[:last]
	}
	if len(parts) > 1 && parts[0] == "text" {
		parts = parts[1:]
	}
	if len(parts) > 1 && parts[0] == "frontmatter" {
		if parts[1] == "title" {
			return places["title"]
		}
		return []string{"field " + parts[1]}
	}
	return places[strings.Join(parts, ".")]
}

// quoted adds quotations to places, and what else has quotations to those that are left out.
func quoted(in, out []string) (with, without []string) {
	blocks := []string{"headings", "prose", "alt", "captions", "lists", "tables"}
	if !slices.ContainsFunc(in, func(s string) bool { return slices.Contains(blocks, s) }) {
		return in, out
	}
	for _, b := range blocks {
		if !slices.Contains(in, b) && !slices.Contains(in, "body") {
			out = append(out, b)
		}
	}
	return append(in, "quotations"), out
}

// body returns a rule with the settings that all kinds have. The formatting verbs of the message
// are replaced with placeholders, in order.
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
	if has(b, "phrases") || has(b, "replace") || has(b, "one-of") || has(b, "pattern") && !has(b, "whole") {
		v.withAddresses()
	}
	put(b, "in", v.in)
	put(b, "not-in", v.notIn)
	rule := v.add(v.pack, v.name, v.file, b)
	rule.accepts = str(v.n, "vocab") != "false" && (str(v.n, "extends") != "existence" || str(v.n, "nonword") != "true")
}

// withAddresses has the rule look inside addresses, as Vale does: it finds “data” in “data.gov”.
func (v *valeRule) withAddresses() {
	const note = "all rules with “addresses” find words inside domains and mail addresses, as Vale does: “data” in “data.gov”; delete “addresses” to leave them alone"
	blocks := []string{"body", "headings", "prose", "lists", "tables", "link-texts", "block-quotes"}
	if places := texts(v.in); !slices.ContainsFunc(blocks, func(b string) bool { return slices.Contains(places, b) }) || slices.Contains(places, "addresses") {
		return
	}
	v.in.Content = append(v.in.Content, text("addresses"))
	if !slices.Contains(v.pack.Notes, note) {
		v.pack.Notes = append(v.pack.Notes, note)
	}
}

// source reports whether the rule looks at the source.
func (v *valeRule) source() bool { return slices.Contains(texts(v.in), "source") }

func (v *valeRule) ignoresCase() bool { return str(v.n, "ignorecase") == "true" }
