package description

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed broken_off.txtar
var brokenOffDocs string

// BrokenOff flags a description that stops in the middle of a sentence.
var BrokenOff = &lint.Rule{
	Name:     "broken-off-description",
	Family:   lint.DescriptionFamily,
	Summary:  "the meta description ends in the middle of a sentence",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing practice: a description is whole by itself (Google asks only that it inform and interest)",
		URL:    "https://developers.google.com/search/docs/appearance/snippet",
	},
	Articles: true,
	Habit:    lint.Habit{Does: "have a description that breaks off"},
	Off:      true, // explained in the documentation of the rule
	Docs:     brokenOffDocs,
	New:      func() lint.Checker { return &brokenOff{} },
}

type brokenOff struct{}

// cutFrom is the minimum length in bytes of a description copied from the body that a
// program may have cut off. A shorter one was ended by its writer, with or without a mark.
const cutFrom = 100

// Check looks at the last punctuation mark, at the last word and, where the description
// was copied from the body, at how the body continues.
func (*brokenOff) Check(p *lint.Pass) {
	text := p.Doc.Meta.Description()
	if !written(text) || templated(text) {
		return
	}
	s := strings.TrimRightFunc(text.String(), unicode.IsSpace)
	from, message := stump(s, p.Doc.Language), ""
	switch {
	case from < 0:
	case strings.HasSuffix(s, "…"), strings.HasSuffix(s, "..."):
		message = "Description ends in an ellipsis; end the sentence"
	default:
		message = fmt.Sprintf("Description breaks off after “%s”; end the sentence", lint.Clip(maxShown, ending(s)))
	}
	if from < 0 && len(s) >= cutFrom && strings.IndexFunc(s[len(s)-1:], closes) < 0 && !strings.HasSuffix(s, "”") {
		if i, n := copied(p.Doc, s); i != lint.None && goesOn(p.Doc.Blocks[i].Text.String()[n:]) {
			from = strings.LastIndexByte(s, ' ') + 1
			message = fmt.Sprintf("Description breaks off after “%s”, where the body goes on; end the sentence", lint.Clip(maxShown, ending(s)))
		}
	}
	if from < 0 {
		return
	}
	span := place(p.Doc, text)
	if text.Placed() {
		span = text.Span(from, len(s))
	}
	p.Report(lint.Finding{Span: span, Message: message})
}

// stump returns the offset of a final mark or word that cannot end a sentence, or -1 if
// the text may be complete.
func stump(s, tag string) int {
	if i := strings.LastIndexByte(s, '&'); i >= 0 && strings.HasSuffix(s, ";") && !strings.Contains(s[i:], " ") {
		return -1 // an entity, such as &#46;
	}
	for _, mark := range [...]string{"…", "...", ",", ";", ":", "—", "–", "-"} {
		if strings.HasSuffix(s, mark) {
			return len(s) - len(mark)
		}
	}
	at := strings.LastIndexByte(s, ' ') + 1
	if at > 0 && slices.Contains(wordpack.Of(tag).List("unfinished"), s[at:]) {
		return at
	}
	return -1
}

// goesOn reports whether a text continues the sentence before it.
func goesOn(rest string) bool {
	rest = strings.TrimLeft(rest, " ,;:—–-\n")
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(r) || unicode.IsDigit(r)
}

// closes reports whether a mark may end a sentence.
func closes(r rune) bool { return strings.ContainsRune(`.!?"')]`, r) }
