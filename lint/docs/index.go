package docs

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

// family is a family of rules and its description.
type family struct {
	name  lint.Family
	about string
}

// families returns the families in the order of the documentation.
func families() []family {
	return []family{
		{lint.HeadlineFamily, "the headline and the title in search results"},
		{lint.DescriptionFamily, "the meta description and the slug"},
		{lint.HeadingsFamily, "subheadings and the outline they make"},
		{lint.ImagesFamily, "images and their text alternatives"},
		{lint.LinksFamily, "links, sources and claims"},
		{lint.LengthFamily, "how long the article is"},
		{lint.KeyphraseFamily, "where the keyphrase occurs, and how often"},
		{lint.QuotesFamily, "quotations and who said them"},
		{lint.ReadabilityFamily, "paragraphs, sentences, words"},
		{lint.DraftingFamily, "what must not be published: notes, placeholders, broken metadata"},
		{lint.SiteFamily, "several articles of one site side by side"},
		{lint.HouseFamily, "what a repository declares itself"},
	}
}

// Index returns the list of all rules by family, for the web.
func Index(rules []*lint.Rule) string {
	var b strings.Builder
	b.WriteString(Generated)
	fmt.Fprintf(&b, "# Rules\n\n%d rules. Severity is the default of the profile `blog`.\n", len(rules))
	for _, f := range families() {
		of := members(rules, f.name)
		if len(of) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s.\n\n| rule | severity | basis | flags |\n|---|---|---|---|\n", f.name, sentence(f.about))
		for _, r := range of {
			severity := r.Severity.String()
			if r.Off {
				severity = "off"
			}
			fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s | %s |\n", r.Name, r.Name, severity, r.Basis.Kind, cell(r.Summary))
		}
	}
	return b.String()
}

// Families returns the table of families for the README; link is the address of the index.
func Families(rules []*lint.Rule, link string) string {
	var b strings.Builder
	b.WriteString("| family | about | rules |\n|---|---|---|\n")
	for _, f := range families() {
		if of := members(rules, f.name); len(of) > 0 {
			fmt.Fprintf(&b, "| [%s](%s#%s) | %s | %d |\n", f.name, link, f.name, f.about, len(of))
		}
	}
	return b.String()
}

func members(rules []*lint.Rule, name lint.Family) []*lint.Rule {
	var of []*lint.Rule
	for _, r := range rules {
		if r.Family == name {
			of = append(of, r)
		}
	}
	return of
}
