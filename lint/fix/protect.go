package fix

import (
	"regexp"
	"slices"

	"github.com/copychief/copychief/lint"
)

// A safe fix changes words. Whatever else is in a draft (code, formulas, tags and their
// attributes, attribute lists, addresses, shortcodes, keys of the metadata) must be there
// afterwards, byte for byte and in the same order, whether or not the parser of the draft
// knows the dialect that it is written in. So it is looked for in the bytes, by patterns
// that rather protect too much: at worst, a fix is withheld.
//
// A fix that is about such a part, such as one that shortens an address, says so by editing
// within it only ([lint.Fix.Markup]).

// protected matches what a safe fix must not change. The order does not matter: parts may
// overlap.
func protected() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile("(?s)```.*?```|~~~.*?~~~"), // fences
		regexp.MustCompile(`(?s)(?:\{%|\{\{[<%])-?\s*(?:highlight|codeblock|code|prism|mermaid|katex|math|plantuml|graphviz)\b.*?(?:\{%|\{\{[<%])-?\s*(?:end|/)`), // code in paired tags
		regexp.MustCompile("``[^\n]+?``|`[^`\n]+`"),                                                // code
		regexp.MustCompile(`(?s)<!--.*?-->|<[%?].*?[%?]>`),                                         // comments, ERB, PHP
		regexp.MustCompile(`</?[A-Za-z][^<>]*>`),                                                   // tags with their attributes, addresses in angle brackets
		regexp.MustCompile(`(?s)\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{::?[^\n}]*\}`),                   // template tags, kramdown
		regexp.MustCompile(`\{[^{}\n]*[=:.#$(][^{}\n]*\}`),                                         // attribute lists, expressions
		regexp.MustCompile(`\[/?[A-Za-z_-]+(?:\s+[A-Za-z_-]+=[^\]\n]*|=[^\]\n]*)?\](?:[^(\[:]|$)`), // shortcodes in brackets
		regexp.MustCompile(`(?s)\$\$.*?\$\$|\\\(.*?\\\)|\\\[.*?\\\]|\\begin\{.*?\\end\{[a-z*]+\}`), // formulas
		regexp.MustCompile(`\$[^\s$][^$\n]*\$`),                                                    // formulas in a line
		regexp.MustCompile(`\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)`),                              // targets and titles of links
		regexp.MustCompile(`(?m)^ {0,3}\[[^\]\n]+\]:.*$`),                                          // definitions
		regexp.MustCompile(`(?m)^\s*(?:!!!|\?\?\?\+?|:::+|::).*$`),                                 // admonitions and directives
		regexp.MustCompile(`[a-z][a-z0-9+.-]*://[^\s<>")\]]+|[\w.+-]+@[\w-]+\.[\w.]+`),             // addresses
		regexp.MustCompile(`:[a-z0-9_+-]+:`),                                                       // emoji
		regexp.MustCompile(`(?s)%%.*?%%`),                                                          // comments of Obsidian
		regexp.MustCompile(`(?m)^[ \t]*[A-Za-z0-9_.-]+[ \t]*[:=]`),                                 // keys
	}
}

// guard checks edits of safe fixes against what is protected in a text.
type guard struct{ patterns []*regexp.Regexp }

func newGuard() *guard { return &guard{protected()} }

// regions returns the protected parts of a document, for each pattern in order. Code blocks
// that the parser has found are among them.
func (g *guard) regions(d *lint.Document) (all [][]lint.Span) {
	text := d.Source.Bytes
	for _, p := range g.patterns {
		var spans []lint.Span
		for _, m := range p.FindAllIndex(text, -1) {
			spans = append(spans, lint.Span{Start: m[0], End: m[1]})
		}
		all = append(all, spans)
	}
	var code []lint.Span
	for i := range d.Blocks {
		if d.Blocks[i].Kind == lint.Code {
			code = append(code, d.Blocks[i].Span)
		}
	}
	return append(all, code, slices.Clone(d.Templates))
}

// permits reports whether a safe fix leaves all protected parts alone, or is about one: all
// of its edits are then within it.
func (g *guard) permits(regions [][]lint.Span, f lint.Fix) bool {
	for _, spans := range regions {
		for _, s := range spans {
			if within := slices.ContainsFunc(f.Edits, func(e lint.Edit) bool {
				return e.Span.Overlaps(s) || e.Span.Empty() && s.Start < e.Span.Start && e.Span.Start < s.End
			}); !within {
				continue
			}
			if !aboutMarkup(f, s) {
				return false
			}
		}
	}
	return true
}

// aboutMarkup reports whether a fix shortens what is in a protected part and adds nothing,
// as one does that drops parameters of an address.
func aboutMarkup(f lint.Fix, s lint.Span) bool {
	return f.Markup && !slices.ContainsFunc(f.Edits, func(e lint.Edit) bool { return !s.Covers(e.Span) && e.Span.Overlaps(s) })
}

// same reports whether the protected parts that no edit touches are in the document after
// the edits as they were before.
func (g *guard) same(before, after *lint.Document, edits []lint.Edit) bool {
	old, now := g.regions(before), g.regions(after)
	for i := range old {
		k := 0
		for _, s := range old[i] {
			if touches(edits, s) && slices.ContainsFunc(edits, func(e lint.Edit) bool { return e.Span.Overlaps(s) }) {
				continue // a fix that is permitted here
			}
			want := before.Source.Slice(s)
			for k < len(now[i]) && after.Source.Slice(now[i][k]) != want {
				k++
			}
			if k == len(now[i]) {
				return false
			}
			k++
		}
	}
	return true
}
