package drafting

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/token"
)

//go:embed unknown_tag.txtar
var unknownTagDocs string

// UnknownTag flags a tag that is not on the house's list.
var UnknownTag = &lint.Rule{
	Name:     "unknown-tag",
	Family:   lint.DraftingFamily,
	Summary:  "a tag is not on the list of allowed tags",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention: a tag used once leads nowhere",
	},
	Off:       true,
	Articles:  true,
	Structure: true,
	Docs:      unknownTagDocs,
	New:       func() lint.Checker { return &unknownTag{} },
}

type unknownTag struct {
	Allowed []string `yaml:"allowed" doc:"the tags of the house, as they are written"`
}

// Check compares each tag exactly. If a tag differs only in case, hyphens or inflection,
// the fix replaces it by the allowed tag.
func (r *unknownTag) Check(p *lint.Pass) {
	if len(r.Allowed) == 0 {
		p.Skip("no allowed tags configured")
		return
	}
	for _, tag := range p.Doc.Meta.Get(lint.RoleTags).Values {
		written := tag.Plain()
		if written == "" || listedTag(r.Allowed, written) {
			continue
		}
		f := lint.Finding{
			Span:    tag.All(),
			Message: fmt.Sprintf("Tag “%s” is not on the list; use one that is, or add it to allowed", lint.Shorten(written, 32)),
		}
		if like := alike(r.Allowed, written); like != "" {
			f.Message = fmt.Sprintf("Tag “%s” is written “%s” in the list of tags", lint.Shorten(written, 32), like)
			if tag.Placed() {
				f.Fixes = []lint.Fix{lint.Replace("Replace with “"+like+"”", false, tag.All(), like)}
			}
		}
		p.Report(f)
	}
}

func listedTag(allowed []string, tag string) bool {
	for _, a := range allowed {
		if a == tag {
			return true
		}
	}
	return false
}

// alike returns the allowed tag that differs only in case, hyphens, spaces or inflection,
// or "".
func alike(allowed []string, tag string) string {
	for _, a := range allowed {
		if bare(a) == bare(tag) {
			return a
		}
	}
	return ""
}

func bare(tag string) string {
	words := strings.FieldsFunc(token.Fold(tag), func(r rune) bool { return r == ' ' || r == '-' || r == '_' })
	for i, w := range words {
		words[i] = inflect.Stem(w, "en")
	}
	return strings.Join(words, "")
}
