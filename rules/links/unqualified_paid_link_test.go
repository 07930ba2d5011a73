package links

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// The remedy for a link with a partner tag depends on whose tag it is.
func TestPartnerTags(t *testing.T) {
	own := &lint.Site{Generator: "hugo", PartnerTags: []string{"ferrynews-20"}}
	for _, c := range []struct {
		site      *lint.Site
		tag, want string
	}{
		{own, "ferrynews-20", "let the template or a plugin add it"},
		{own, "otherpaper-21", "not the usual one here; drop it"},
		{&lint.Site{Generator: "hugo"}, "ferrynews-20", "or drop a tag that is not yours"},
		{&lint.Site{Description: lint.DescriptionNowhere}, "ferrynews-20", ""},
	} {
		doc := parse.Parse("a.md", []byte("# Coats\n\nTake [a coat](https://www.amazon.com/dp/B000000000?tag="+c.tag+").\n"), parse.Options{})
		got, shared := "", ""
		(&unqualifiedPaidLink{}).Check(lint.NewPass(doc, c.site, func(f lint.Finding) { got, shared = f.Message, f.Shared }, nil))
		if !strings.Contains(got, c.want) || got != "" && c.want == "" {
			t.Errorf("tag %s: %q, want %q", c.tag, got, c.want)
		}
		if c.tag == "ferrynews-20" && got != "" && shared != c.tag {
			t.Errorf("tag %s is shared as %q", c.tag, shared)
		}
	}
}
