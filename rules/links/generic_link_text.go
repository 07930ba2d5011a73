package links

import (
	"bytes"
	_ "embed"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/anchor"
	"github.com/copychief/copychief/lint/href"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed generic_link_text.txtar
var genericLinkTextDocs string

// GenericLinkText flags a link whose text does not say where it leads.
var GenericLinkText = &lint.Rule{
	Name:     "generic-link-text",
	Family:   lint.LinksFamily,
	Summary:  "a link's text says nothing about its target",
	Severity: lint.Warning,
	Markup:   true,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, success criterion 2.4.4 Link Purpose (In Context) (level A)",
		URL:    "https://www.w3.org/TR/WCAG22/#link-purpose-in-context",
	},
	Languages: wordpack.WithLists("generic-link-texts"),
	Habit:     lint.Habit{Does: "link words such as “here”", Most: true},
	Docs:      genericLinkTextDocs,
	New:       func() lint.Checker { return &genericLinkText{} },
}

type genericLinkText struct {
	Also []string `yaml:"also" doc:"more texts that say nothing, in lower case"`
}

// Check compares the whole text of each link with the list. A text with a template tag in it
// is unknown.
func (r *genericLinkText) Check(p *lint.Pass) {
	generic := generics.Of(p.Doc.Language)
	for i := range p.Doc.Links {
		l := &p.Doc.Links[i]
		if l.Image != lint.None || l.Label != "" || l.Text.Len() > generic.longest && len(r.Also) == 0 {
			continue
		}
		written := l.Text.Plain()
		bare := strings.TrimFunc(written, isMark)
		if written == "" || !generic.has(bare, r.Also) || made(p.Doc, textSpan(l)) || isCode(p.Doc, l) || names(p.Doc, l, bare) || l.Kind == lint.External && generic.sources.Whole(bare) || isSign(p.Doc, l, written) || generic.completed.Whole(bare) && inSentence(p.Doc, l) {
			continue
		}
		if inRun(p.Doc, i) || namedBefore(p.Doc, i, generic, r.Also) || generic.completed.Whole(bare) && inBrackets(p.Doc, l) {
			continue
		}
		if p.Doc.ShownAbove(l.Block, l.Span) || underHead(p.Doc, l, bare) {
			continue
		}
		p.Report(lint.Finding{
			Span:     textSpan(l),
			Message:  fmt.Sprintf("Link text “%s” says nothing about the target; name what the reader will find", written),
			Together: "%d link texts say nothing about their targets; name what the reader will find",
		})
	}
}

// namedBefore reports whether a link is alone in its block, as a button “Read more” is, and the link
// before it, in another block, leads to the same page and says in words where.
func namedBefore(d *lint.Document, i int, generic *genericTexts, also []string) bool {
	if i == 0 {
		return false
	}
	a, b := &d.Links[i-1], &d.Links[i]
	text := strings.TrimFunc(a.Text.Plain(), isMark)
	if a.Block == b.Block || b.Block == lint.None || strings.TrimSpace(d.Blocks[b.Block].Text.String()) != strings.TrimSpace(b.Text.String()) {
		return false
	}
	return a.Target.String() == b.Target.String() && b.Kind != lint.Fragment && strings.ContainsFunc(text, unicode.IsLetter) && !generic.has(text, also)
}

// inRun reports whether a link is next to another in a phrase in which each word is a link.
func inRun(d *lint.Document, i int) bool {
	beside := func(a, b *lint.Link) bool {
		return a.Block == b.Block && a.Block != lint.None && a.End <= b.Start && strings.TrimSpace(d.Blocks[a.Block].Text.Slice(a.End, b.Start)) == ""
	}
	return i > 0 && beside(&d.Links[i-1], &d.Links[i]) || i+1 < len(d.Links) && beside(&d.Links[i], &d.Links[i+1])
}

// inBrackets reports whether a link is all that brackets after a name contain: “Ferry (source)”.
func inBrackets(d *lint.Document, l *lint.Link) bool {
	if l.Block == lint.None {
		return false
	}
	text := d.Blocks[l.Block].Text.String()
	before, after := strings.TrimRight(text[:l.Start], " "), strings.TrimLeft(text[min(l.End, len(text)):], " ")
	named, opens := strings.CutSuffix(before, "(")
	return opens && strings.HasPrefix(after, ")") && strings.TrimSpace(named) != ""
}

// isCode reports whether the text of a link is marked as code: then it is a name.
func isCode(d *lint.Document, l *lint.Link) bool {
	span := textSpan(l)
	before := d.Source.Bytes[max(0, span.Start-len("<code>")):span.Start]
	return d.Source.Bytes[span.Start] == '`' || bytes.HasSuffix(before, []byte("`")) || bytes.HasSuffix(before, []byte("<code>"))
}

// names reports whether a text is the name of the target: a section of the article, or a
// site with that name. A single symbol that leads to a place on the page is a familiar
// back link.
func names(d *lint.Document, l *lint.Link, text string) bool {
	target := l.Target.String()
	if target == "" || target == "#" {
		return true // reported by empty-link
	}
	if l.Kind != lint.Fragment {
		a, ok := href.Parse(target)
		label, _, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(a.Host), "www."), ".")
		page := strings.Trim(a.Path, "/")
		return ok && text != "" && (page == "" && strings.EqualFold(label, text) || strings.Contains(page, "/") && strings.EqualFold(path.Base(page), text)) ||
			l.Kind == lint.Internal && endsIn(target, text)
	}
	if text == "" {
		return true
	}
	for _, b := range d.Headings() {
		if strings.EqualFold(strings.TrimFunc(b.Text.Plain(), isMark), text) {
			return true
		}
	}
	return anchor.Squash(target[1:]) == anchor.Squash(text)
}

// isSign reports whether a link in a heading is the code of an emoji, :link:, which leads to what the
// heading names.
func isSign(d *lint.Document, l *lint.Link, written string) bool {
	const colons = 2
	return l.Block != lint.None && d.Blocks[l.Block].Kind == lint.Heading && len(written) > colons && written[0] == ':' && written[len(written)-1] == ':'
}

// endsIn reports whether the name of a page, or its last word, is the text of its link: “Download” for
// guide/data-download.md, “More” for /more.
func endsIn(page, text string) bool {
	page, _, _ = strings.Cut(page, "#")
	name := lint.StemOf(path.Base(strings.TrimRight(page, "/")))
	return strings.EqualFold(name[strings.LastIndexAny(name, "-_")+1:], text)
}

// inSentence reports whether the sentence around a link has enough words to tell readers
// where it leads, as WCAG 2.4.4 allows.
func inSentence(d *lint.Document, l *lint.Link) bool {
	const words = 5 // words besides the link; house convention
	if l.Block == lint.None {
		return false
	}
	text := d.Blocks[l.Block].Text.String()
	before, after := text[:l.Start], text[min(l.End, len(text)):]
	before = before[strings.LastIndexAny(before, ".!?:。(")+1:]
	if i := strings.IndexAny(after, ".!?。)"); i >= 0 {
		after = after[:i]
	}
	return len(strings.Fields(before))+len(strings.Fields(after)) >= words
}

// isMark reports whether a character is punctuation around the words of a link.
func isMark(r rune) bool {
	if r < utf8.RuneSelf && alphanumeric(byte(r)) {
		return false // the first and last character of nearly every text
	}
	return unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsSpace(r)
}

// genericTexts holds the list and the maximum length of its texts in bytes, including
// punctuation around them.
type genericTexts struct {
	texts     *lexicon.Prefixes
	completed *lexicon.Prefixes // texts that the sentence around them may complete
	sources   *lexicon.Prefixes // texts that name the target of an external link
	longest   int
}

var generics = wordpack.NewFact(func(p *wordpack.Pack) *genericTexts {
	const marks = 10 // bytes
	lines := p.Lines("generic-link-texts")
	g := &genericTexts{texts: lexicon.NewPrefixes(lines), completed: lexicon.NewPrefixes(p.Lines("completed-link-texts")), sources: lexicon.NewPrefixes(p.Lines("source-link-texts"))}
	for _, text := range lines {
		g.longest = max(g.longest, len(text)+marks)
	}
	return g
})

// has reports whether a text says nothing once its punctuation is removed. A text of
// punctuation only is the name of an operator, or a sign that readers know from its place.
func (g *genericTexts) has(text string, also []string) bool {
	if text == "" {
		return false
	}
	if g.texts.Whole(text) {
		return true
	}
	for _, a := range also {
		if strings.EqualFold(text, a) {
			return true
		}
	}
	return false
}
