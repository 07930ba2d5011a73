package fix

import (
	"regexp"
	"slices"

	"github.com/copychief/copychief/lint"
)

// A safe fix changes only words. Everything else in a draft (code, formulas, tags and
// their attributes, attribute lists, addresses, shortcodes, metadata keys) must be
// preserved byte for byte and in the same order, even if the parser does not know the
// draft's dialect. Protected parts are therefore found by patterns in the source text.
// These may protect too much; at worst, a fix is not applied.
//
// A fix for a protected part, such as one that shortens an address, sets [lint.Fix.Markup]
// and only edits inside of that part.

// protected returns patterns for what a safe fix must not change. Their order does not
// matter, and their matches may overlap.
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

// guard checks that the edits of safe fixes preserve the protected parts of a text.
type guard struct {
	patterns []*regexp.Regexp
	wiki     *regexp.Regexp // targets of links in a wiki
}

func newGuard() *guard {
	return &guard{patterns: protected(), wiki: regexp.MustCompile(`\[\[[^\[\]|\n]+(?:\||\]\])`)}
}

// regions returns the protected parts of a document, one list for each pattern. Code
// blocks and template tags from the parser are added as further lists.
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

// permits reports whether a safe fix leaves all protected parts unchanged, or is a fix for
// a protected part and only edits inside of it.
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

// aboutMarkup reports whether a fix is meant for markup and none of its edits cross the
// boundary of a protected part.
func aboutMarkup(f lint.Fix, s lint.Span) bool {
	return f.Markup && !slices.ContainsFunc(f.Edits, func(e lint.Edit) bool { return !s.Covers(e.Span) && e.Span.Overlaps(s) })
}

// keepsTargets reports whether a fix leaves the targets of links and images alone, or is
// meant for markup, or replaces the whole link. The words of a link in a wiki may be its
// target, whether the parser reads it as a link or not.
func (g *guard) keepsTargets(d *lint.Document, f lint.Fix) bool {
	if f.Markup {
		return true
	}
	spoils := func(target, whole lint.Span) bool {
		return slices.ContainsFunc(f.Edits, func(e lint.Edit) bool { return e.Span.Overlaps(target) && !e.Span.Covers(whole) })
	}
	if slices.ContainsFunc(d.Links, func(l lint.Link) bool { return l.Target.Placed() && spoils(l.Target.All(), l.Span) }) ||
		slices.ContainsFunc(d.Images, func(m lint.Image) bool { return m.Target.Placed() && spoils(m.Target.All(), m.Span) }) {
		return false
	}
	return !slices.ContainsFunc(g.wiki.FindAllIndex(d.Source.Bytes, -1), func(m []int) bool {
		whole := lint.Span{Start: m[0], End: m[1]}
		return spoils(whole, whole)
	})
}

// same reports whether the protected parts that no edit touches are unchanged after the
// edits.
func (g *guard) same(before, after *lint.Document, edits []lint.Edit) bool {
	old, now := g.regions(before), g.regions(after)
	for i := range old {
		k := 0
		for _, s := range old[i] {
			if touches(edits, s) && slices.ContainsFunc(edits, func(e lint.Edit) bool { return e.Span.Overlaps(s) }) {
				continue // this fix is permitted to change the part
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
