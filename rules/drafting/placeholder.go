package drafting

import (
	"bytes"
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed placeholder.txtar
var placeholderDocs string

// Placeholder flags a mark for text that is still to come.
var Placeholder = &lint.Rule{
	Name:     "placeholder",
	Family:   lint.DraftingFamily,
	Summary:  "a placeholder is left in the text",
	Severity: lint.Error,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: TK marks what is “to come” and must be gone before publication",
	},
	Dummy: true,
	Docs:  placeholderDocs,
	New:   func() lint.Checker { return &placeholder{} },
}

type placeholder struct{}

// form is the minimum number of blanks of a form or a model letter, which readers are to
// fill in.
const form = 3

// Check looks at the headline, the description and every block that the author wrote, but
// only for the kinds of placeholders whose prefixes occur in the draft. A document marked
// as a draft may contain placeholders, and so may a template, which exists to be filled in.
func (placeholder) Check(p *lint.Pass) {
	if p.Doc.IsDraft() || p.Kind == lint.KindTemplate {
		return
	}
	k := inDraft(p.Doc)
	var blanks, dummy []lint.Finding
	report := func(text lint.Text) func(start, end int, blank bool) {
		return func(start, end int, blank bool) {
			f := lint.Finding{
				Span:    text.Span(start, end),
				Message: fmt.Sprintf("“%s” is a placeholder; put in what belongs here", lint.Shorten(text.Slice(start, end), 40)),
			}
			switch {
			case blank:
				f.Severity = lint.Advice
				blanks = append(blanks, f)
			case transcript.Is(p.Doc): // somebody said it
			case containsFold(k.fillers, text.Slice(start, end)):
				f.Severity = lint.Advice
				dummy = append(dummy, f)
			case p.Kind == lint.KindDummy: // it shows something
			case k.mayBeWord(text.String(), start, end), !isMark(text.Slice(start, end)):
				f.Severity = lint.Advice
				fallthrough
			default:
				p.Report(f)
			}
		}
	}
	for _, role := range []lint.Role{lint.RoleTitle, lint.RoleDescription} {
		if text := p.Doc.Meta.Get(role).Value(); text.Placed() {
			k.find(text.String(), report(text))
		}
	}
	for i, block := range p.Doc.Prose() {
		text := block.Text.String()
		if (block.Kind == lint.Paragraph || block.Kind == lint.Item) && fills(k.alone, text) && !isSample(p.Doc, block.Text, 0, len(text)) {
			report(block.Text)(0, len(text), false)
			continue
		}
		here := k.inBlock(i)
		if len(here.marks) == 0 && !here.filler && strings.IndexByte(text, '[') < 0 && strings.IndexByte(text, '(') < 0 || here.explained(text) {
			continue
		}
		here.find(text, func(start, end int, blank bool) {
			if !k.isState(block, start, end) && !k.isLinked(block, start, end) && !mentioned(language.ProseOf(p.Doc).WordsIn(i), start, end) && !isSample(p.Doc, block.Text, start, end) && !isExample(text, start) && !underTemplate(p.Doc, i) {
				report(block.Text)(start, end, blank)
			}
		})
	}
	reportBlanks(p, blanks)
	reportDummy(p, dummy)
}

// reportBlanks reports blanks, unless the draft is a form or shows something.
func reportBlanks(p *lint.Pass, blanks []lint.Finding) {
	if len(blanks) >= form || recurs(p.Doc, blanks) || p.Kind == lint.KindDummy {
		return
	}
	for _, f := range blanks {
		p.Report(f)
	}
}

// isMark reports whether a placeholder has a word in capitals, such as TODO. Editors called 24 of 28
// such findings worth the time, and none of 19 on dummy text and on blanks in brackets, most of which
// were meant to be there, on pages that show how text looks.
func isMark(placeholder string) bool {
	for w := range strings.FieldsFuncSeq(placeholder, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) > 1 && w == strings.ToUpper(w) && w != strings.ToLower(w) {
			return true
		}
	}
	return false
}

// recurs reports whether a blank occurs twice: it is a name for what a reader of a form or a model
// letter puts in at each of its places.
func recurs(d *lint.Document, blanks []lint.Finding) bool {
	for i := range blanks {
		text := d.Source.Slice(blanks[i].Span)
		if slices.ContainsFunc(blanks[:i], func(f lint.Finding) bool { return strings.EqualFold(d.Source.Slice(f.Span), text) }) {
			return true
		}
	}
	return false
}

// isState reports whether a mark at [start, end) tells readers the state of something: it is
// in a table, heads the section of what is left to do, or labels an item.
func (k *kinds) isState(block *lint.Block, start, end int) bool {
	text := block.Text.String()
	whole := start == 0 && end == len(strings.TrimRight(text, ": \n"))
	if block.Kind == lint.Cell && whole && end <= len("TKTKTK") {
		return true // an abbreviation, such as somebody's initials
	}
	if (block.Kind == lint.Cell || block.Kind == lint.Heading && whole) && slices.Contains(k.states, text[start:end]) {
		return true
	}
	if whole && block.Kind == lint.Paragraph && block.Marked(lint.MarkStrong, start) && slices.Contains(k.states, text[start:end]) {
		return true // a heading of what is left to do, in bold
	}
	return block.Kind == lint.Item && block.Marked(lint.MarkStrong, start) && block.Marks[0].Start < start
}

// underTemplate reports whether the heading above block i calls the text a template, which readers
// fill in.
func underTemplate(d *lint.Document, i int) bool {
	for k := i - 1; k >= 0; k-- {
		if b := &d.Blocks[k]; b.Kind == lint.Heading {
			return wordpack.Shared().Words("template-headings").HasAnyWord(b.Text.String())
		}
	}
	return false
}

// isSample reports whether a placeholder is there on purpose: its bracket is written as an
// entity, a template writes it or nothing, or the draft shows the same text as code; or it is in a comment
// of code.
func isSample(d *lint.Document, text lint.Text, start, end int) bool {
	s := text.String()
	if inComment(d.Source.Bytes, text.Span(start, end).Start) {
		return true
	}
	if s[start] == '[' && strings.HasPrefix(d.Source.Slice(text.Span(start, start+1)), "&") {
		return true
	}
	if strings.HasSuffix(s[:start], string(lint.Object)) && strings.HasPrefix(s[end:], string(lint.Object)) {
		return true
	}
	sample := s[start:min(len(s), end+len(" sit amet"))]
	return end-start > len("[TODO]") && slices.ContainsFunc(d.Blocks, func(b lint.Block) bool {
		return b.Kind == lint.Code && strings.Contains(b.Text.String(), sample)
	})
}

// isExample reports whether the words before a placeholder say that it is an example: “(like TODO: in
// code)”.
func isExample(text string, start int) bool {
	const near = 24 // bytes
	before := strings.ToLower(strings.TrimRight(text[max(0, start-near):start], " \"“”'"))
	return slices.ContainsFunc(wordpack.Shared().Lines("mark-examples"), func(words string) bool {
		rest, is := strings.CutSuffix(before, words)
		return is && (rest == "" || !unicode.IsLetter(rune(rest[len(rest)-1])))
	})
}

// inComment reports whether an offset is in a comment of code that has lost its fence: /* … */.
func inComment(src []byte, at int) bool {
	const longest = 2000 // bytes
	before, after := src[max(0, at-longest):at], src[at:min(len(src), at+longest)]
	open, end := bytes.LastIndex(before, []byte("/*")), bytes.Index(after, []byte("*/"))
	return open > bytes.LastIndex(before, []byte("*/")) && end >= 0 && !bytes.Contains(after[:end], []byte("/*"))
}

// mentioned reports whether the words at [start, end) are code or quoted, which means that
// the text is about a placeholder.
func mentioned(words []language.Word, start, end int) bool {
	k := sort.Search(len(words), func(k int) bool { return int(words[k].End) > start })
	return k < len(words) && int(words[k].Start) < end && words[k].Voice != language.Author
}

// within reports whether offset i is inside one of spans, which are sorted.
func within(spans []lint.Span, i int) bool {
	k := sort.Search(len(spans), func(k int) bool { return spans[k].End > i })
	return k < len(spans) && spans[k].Start <= i
}

// occurrences yields the offsets at which sub occurs in text.
func occurrences(text, sub string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := 0; ; at += len(sub) {
			i := strings.Index(text[at:], sub)
			if i < 0 {
				return
			}
			at += i
			if !yield(at) {
				return
			}
		}
	}
}

func wordLength(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-' {
			return i
		}
	}
	return len(s)
}

func wordBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return i > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-' || r == '/' || r == '.')
}

// nameBefore reports whether the last word of text is capitalised and not the first of its
// sentence, so that the letters after it are part of a name.
func nameBefore(text string) bool {
	text = strings.TrimRight(text, " ")
	if strings.HasSuffix(text, ".") {
		return false
	}
	i := strings.LastIndexByte(text, ' ') + 1
	r, _ := utf8.DecodeRuneInString(text[i:])
	return i > 1 && unicode.IsUpper(r) && !strings.ContainsRune(".!?:", rune(text[i-2]))
}
