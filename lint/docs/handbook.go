package docs

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Handbook returns the rules of a house on one page, for those who write for it: a table, then each
// rule with its explanation, its guide and its examples.
func Handbook(pages []*Page) string {
	var b strings.Builder
	b.WriteString("<!-- Made by `copychief rules docs` from the rules. Change these, not the page. -->\n\n")
	count := fmt.Sprintf("%d rules", len(pages))
	if len(pages) == 1 {
		count = "1 rule"
	}
	fmt.Fprintf(&b, "# House rules\n\n%s.\n\n| rule | severity | says |\n|---|---|---|\n", count)
	for _, p := range pages {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", p.Rule.Name, p.Rule.Name, Severity(p.Rule), cell(escapeInline(p.Rule.Summary)))
	}
	for _, p := range pages {
		entry(&b, p)
	}
	return b.String()
}

// entry writes a rule of a handbook.
func entry(b *strings.Builder, p *Page) {
	r := p.Rule
	fmt.Fprintf(b, "\n## %s\n\n%s (%s).\n", r.Name, escapeInline(sentence(r.Summary)), Severity(r))
	if guide := guideOf(r.Basis); guide != "" {
		fmt.Fprintf(b, "\nGuide: %s.\n", guide)
	}
	fmt.Fprintf(b, "\n%s\n", strings.TrimSpace(p.Explanation))
	examples(b, p, "###")
}

// guideOf returns the guide that a rule comes from, with its address.
func guideOf(basis lint.Basis) string {
	if basis.URL == "" {
		return escapeInline(basis.Source)
	}
	return "[" + escapeInline(basis.Source) + "](<" + basis.URL + ">)"
}
