package readability

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed repeated_word.txtar
var repeatedWordDocs string

// RepeatedWord flags a word that was typed twice.
var RepeatedWord = &lint.Rule{
	Name:     "repeated-word",
	Family:   lint.ReadabilityFamily,
	Summary:  "a word is repeated",
	Severity: lint.Warning,
	Markup:   true,
	Anywhere: true,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "Spelling and grammar",
	},
	Languages: wordpack.WithLists("doubles"),
	Docs:      repeatedWordDocs,
	New:       func() lint.Checker { return &repeatedWord{} },
}

type repeatedWord struct {
	Allow []string `yaml:"allow" doc:"more words that may be repeated, in lower case"`
}

// Check compares each word with the previous one, by their keys.
func (r *repeatedWord) Check(p *lint.Pass) {
	prose, keys := language.ProseOf(p.Doc), language.WordKeysOf(p.Doc)
	pack := wordpack.Of(p.Doc.Language)
	doubles, function, certain := pack.Words("doubles"), pack.Words("function-words"), pack.Words("certain-doubles")
	for at := 1; at < len(keys); at++ {
		if keys[at] != keys[at-1] {
			continue
		}
		a, b := prose.Words[at-1], prose.Words[at]
		if a.Block != b.Block || a.Voice != language.Author || b.Voice != language.Author {
			continue
		}
		block, words := &p.Doc.Blocks[a.Block], prose.WordsIn(int(a.Block))
		text := block.Text.String()
		if !block.Prose() || language.ChangeEntry(block) || b.Start-a.End != 1 || text[a.End] != ' ' || !strings.EqualFold(text[a.Start:a.End], text[b.Start:b.End]) {
			continue
		}
		common := function.Has(keys[at])
		if !doubles.Has(keys[at]) && !transcript.Is(p.Doc) && !atBorder(pack, words, prose.Place(at), text) && !r.meant(block, words, prose.Place(at), text) && (common || !name(text, a)) {
			span := block.Text.Span(int(a.Start), int(b.End))
			if !inWikiLink(p.Doc, span) && !isTerm(block, a, b) && !isData(block, words, function) && (!strings.Contains(p.Doc.Source.Slice(span), "\n") || !isEntries(p.Doc, block)) {
				r.report(p, block, a, b, certain.Has(keys[at]))
			}
		}
	}
}

// inWikiLink reports whether a span is in the brackets of a wiki link, where it names a page:
// [[Baden baden]].
func inWikiLink(d *lint.Document, span lint.Span) bool {
	line := d.Source.Bytes[bytes.LastIndexByte(d.Source.Bytes[:span.Start], '\n')+1 : span.Start]
	return bytes.LastIndex(line, []byte("[[")) > bytes.LastIndex(line, []byte("]]"))
}

// isTerm reports whether both words are the whole text of a link: “[dot dot](…)” is what
// something is called.
func isTerm(block *lint.Block, a, b language.Word) bool {
	return slices.ContainsFunc(block.Marks, func(m lint.Mark) bool {
		return m.Kind == lint.MarkLink && m.Start == int(a.Start) && m.End == int(b.End)
	})
}

// isData reports whether the words of a cell are values rather than a sentence: none is a function word,
// and no mark ends them: “river, boat, river boat”.
func isData(block *lint.Block, words []language.Word, function *token.Set) bool {
	if block.Kind != lint.Cell || strings.HasSuffix(strings.TrimSpace(block.Text.String()), ".") {
		return false
	}
	return !slices.ContainsFunc(words, func(w language.Word) bool {
		return function.HasWord(strings.ToLower(block.Text.Slice(int(w.Start), int(w.End))))
	})
}

// meant reports whether the repetition of word k may be intended: a word that the house
// allows, a name, a number, a word said three times, or one separated by punctuation.
func (r *repeatedWord) meant(block *lint.Block, words []language.Word, k int, text string) bool {
	a, b := words[k-1], words[k]
	again := text[b.Start:b.End]
	if again[0] < 'a' || again[0] > 'z' || b.Joined || k+1 < len(words) && words[k+1].Joined || a.Joined {
		return true
	}
	if k > 1 && strings.EqualFold(text[words[k-2].Start:words[k-2].End], again) || k+1 < len(words) && strings.EqualFold(text[words[k+1].Start:words[k+1].End], again) {
		return true
	}
	if strings.HasPrefix(strings.TrimLeft(text[b.End:], " "), "=") { // a variable below its comment
		return true
	}
	if len(again) == 1 && k > 1 && words[k-2].End-words[k-2].Start == 1 && k+1 < len(words) && words[k+1].End-words[k+1].Start == 1 {
		return true // letters set apart: “s a i l l o f t”
	}
	if contains(r.Allow, again) || len(again) > 1 && strings.Trim(again, again[:1]) == "" { // “aaa” is a noise
		return true
	}
	for _, m := range block.Marks {
		if m.Start == int(b.Start) || m.End == int(a.End) {
			return true
		}
	}
	return false
}

// name reports whether a content word is doubled in a name, as in “Mahi mahi”, or is the
// whole sentence, as in “Night night.”: it begins with a capital, which typing errors
// rarely do.
func name(text string, a language.Word) bool {
	return 'A' <= text[a.Start] && text[a.Start] <= 'Z'
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

// report flags both words. The fix deletes the second if only white space separates them
// in the source. It is safe only for words that are never repeated in a correct sentence.
func (r *repeatedWord) report(p *lint.Pass, block *lint.Block, a, b language.Word, safe bool) {
	f := lint.Finding{
		Span:    block.Text.Span(int(a.Start), int(b.End)),
		Message: fmt.Sprintf("“%s” is repeated; delete one", block.Text.Slice(int(b.Start), int(b.End))),
	}
	cut := lint.Span{Start: block.Text.Span(int(a.Start), int(a.End)).End, End: f.Span.End}
	gap := p.Doc.Source.Slice(lint.Span{Start: cut.Start, End: block.Text.Span(int(b.Start), int(b.End)).Start})
	if strings.TrimSpace(gap) == "" {
		f.Fixes = []lint.Fix{lint.Replace("Delete the second", safe, cut, "")}
	}
	p.Report(f)
}
