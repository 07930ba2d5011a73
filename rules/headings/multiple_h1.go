package headings

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

//go:embed multiple_h1.txtar
var multipleH1Docs string

// MultipleH1 flags every H1 that is not the headline.
var MultipleH1 = &lint.Rule{
	Name:     "multiple-h1",
	Family:   lint.HeadingsFamily,
	Summary:  "the article has more than one H1",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing practice: one headline an article (Google has said that any number of H1s ranks fine)",
	},
	Habit:     lint.Habit{Does: "use H1 for sections", Of: lint.HeadingPart},
	Structure: true,
	Docs:      multipleH1Docs,
	New:       func() lint.Checker { return &multipleH1{} },
}

type multipleH1 struct {
	FrontMatterTitle string `yaml:"front_matter_title" choice:"|renders-h1" doc:"renders-h1 where the site sets the front matter title above the body"`
}

// Init validates the option for how the site shows the title.
func (r *multipleH1) Init() error {
	if r.FrontMatterTitle != "" && r.FrontMatterTitle != "renders-h1" {
		return errors.New("front_matter_title must be renders-h1, or empty")
	}
	return nil
}

// Check flags every H1 but the first; the title in the front matter may be the first.
func (r *multipleH1) Check(p *lint.Pass) {
	var first lint.Related
	title := p.Doc.Meta.Get(lint.RoleTitle)
	if h := p.Doc.Meta.Get(lint.RoleHeadline); h.Present() {
		title = h
	}
	rendered := r.FrontMatterTitle != "" && !p.Doc.Meta.InHead() && title.Value().Len() > 0
	if rendered {
		first = lint.Related{Span: title.Whole, Message: "the title, which the site sets as H1"}
	}
	if p.Kind == lint.KindFragment && p.Doc.Can(lint.LinksByReference) || isNotice(p.Doc) { // a part of a page has no headline of its own
		return
	}
	n := 0
	for _, b := range p.Doc.Headings() {
		if b.Level != 1 || b.Text.String() == "" || isPartTitle(b.Text.String()) || scripted(p.Doc, b) || isCommand(p.Doc, b) {
			continue // an empty one is reported by empty-heading
		}
		n++
		if n == 1 && !rendered {
			first = lint.Related{Span: b.Span, Message: "the first H1"}
			continue
		}
		if n == 1 && strings.EqualFold(b.Text.Plain(), title.Value().Plain()) {
			continue // reported by repeated-headline
		}
		if inOtherBranch(p.Doc, first.Span.End, b.Span.Start) {
			continue
		}
		p.Report(lint.Finding{
			Span:     b.Span,
			Message:  fmt.Sprintf("“%s” is one more H1; make it an H2 below the headline", lint.Clip(maxShown, b.Text.Plain())),
			Together: "%d more H1s; make them H2s below the headline",
			Related:  related(first),
		})
	}
}

// isNotice reports whether the first of two H1s is a notice above the headline, such as “CANCELLED”:
// it is in capitals, and only the second has an H2 below it.
func isNotice(d *lint.Document) bool {
	var below []bool // for each H1, whether the next heading is an H2
	for _, b := range d.Headings() {
		switch text := b.Text.String(); {
		case b.Level == 1:
			if len(below) == 0 && text != strings.ToUpper(text) {
				return false
			}
			below = append(below, false)
		case b.Level == 2 && len(below) > 0:
			below[len(below)-1] = true
		}
	}
	return len(below) == 2 && !below[0] && below[1]
}

// isCommand reports whether a heading is a command after the prompt of a superuser, in code that has
// no fence: “# grep boats /etc/harbour”.
func isCommand(d *lint.Document, b *lint.Block) bool {
	src, text := d.Source.Bytes, b.Text.String()
	return b.Span.Start < len(src) && src[b.Span.Start] == '#' && text[0] >= 'a' && text[0] <= 'z' &&
		(strings.Contains(text, " /") || strings.Contains(text, " -") || strings.Contains(text, "="))
}

// isPartTitle reports whether a heading above that of a chapter begins a part of a book, as
// bookdown has it: “(PART) Basics”.
func isPartTitle(text string) bool {
	return strings.HasPrefix(text, "(PART)") || strings.HasPrefix(text, "(PART*)") || strings.HasPrefix(text, "(APPENDIX)")
}

// inOtherBranch reports whether a template tag between two offsets begins the other branch of a
// condition, so that a page has only one of two headings.
func inOtherBranch(d *lint.Document, from, to int) bool {
	for _, tag := range d.Templates {
		if tag.Start >= from && tag.End <= to && strings.HasPrefix(strings.TrimLeft(d.Source.Slice(tag), "{%<-#:~ "), "else") {
			return true
		}
	}
	return false
}

// related omits a place that is not in the draft.
func related(r lint.Related) []lint.Related {
	if r.Span.End == 0 {
		return nil
	}
	return []lint.Related{r}
}
