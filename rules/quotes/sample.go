package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// sample reports whether quoted words are a sample rather than someone's speech: what the
// reader may say or ask, text in a form, a slogan that the author's sentence is about, or
// an entirely bold line, as a display quote or the question of an interview.
func sample(d *lint.Document, q quotes.Quote) bool {
	b := &d.Blocks[q.Block]
	if m := b.Marks; len(m) > 0 && m[0].Kind == lint.MarkStrong && m[0].Start == 0 && m[0].End >= q.End {
		return true
	}
	text := b.Text.String()
	if b.Kind == lint.Item && q.Start == 0 && strings.HasSuffix(q.Text, "?") && strings.TrimSpace(text[q.End:]) == "" {
		return true // in a list of questions
	}
	if labelled(q.Text) {
		return true
	}
	before, after := around(text, q)
	pack := wordpack.Of(d.Language)
	return addresses(before, pack) || addresses(after, pack) || commands(before, pack) || labels(before, pack) || announced(before, pack) || mentions(before, after, q.Text, pack)
}

// labelled reports whether a quotation contains its own attribution: it begins with
// another quotation, like an excerpt from an article, or with a name and a colon.
func labelled(words string) bool {
	if strings.HasPrefix(words, "“") || strings.HasPrefix(words, "\"") {
		return true
	}
	const longest = 40 // bytes
	head, _, ok := strings.Cut(words[:min(len(words), longest)], ": ")
	if !ok || strings.Count(head, " ") > 2 || strings.ContainsAny(head, ".,;?!") {
		return false
	}
	for w := range strings.FieldsSeq(head) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// around returns the parts of the sentence before and after a quotation, up to a limit.
func around(text string, q quotes.Quote) (before, after string) {
	const most = 300 // bytes on either side
	before = text[max(0, q.Start-most):q.Start]
	for i := len(before) - 1; i > 0; i-- {
		if (before[i] == ' ' || before[i] == '\n') && endsSentence(before[:i]) {
			before = before[i+1:]
			break
		}
	}
	after = text[q.End:min(len(text), q.End+most)]
	if i := strings.IndexAny(after, ".?!\n"); i >= 0 {
		after = after[:i]
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \u00a0"))
	if endsSentence(q.Text) && unicode.IsUpper(first) {
		after = ""
	}
	return before, after
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, "”\"’')»")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")
}

// addresses reports whether the author addresses the reader, who might say the words.
func addresses(text string, pack *wordpack.Pack) bool {
	pronouns := pack.Words("reader-pronouns")
	for word := range strings.FieldsSeq(text) {
		if pronouns.HasWord(strings.Trim(word, ",.:;()—–-")) {
			return true
		}
	}
	return false
}

// commands reports whether a sentence begins by telling the reader what to say or do.
func commands(before string, pack *wordpack.Pack) bool {
	first, rest, _ := strings.Cut(strings.TrimLeft(before, " \u00a0•*–—-"), " ")
	if slices.Contains(pack.List("command-openings"), first) {
		first, _, _ = strings.Cut(strings.TrimSpace(rest), " ")
	}
	return pack.Words("commands").HasWord(strings.TrimRight(first, ",:"))
}

// labels reports whether a text ends in a word for something that carries text: “the
// button”, “an error message”.
func labels(before string, pack *wordpack.Pack) bool {
	return pack.Words("labels").HasWord(lastWord(strings.TrimRight(before, " ,:–—-")))
}

// announced reports whether a text ends in a word for an utterance and a dash or colon:
// “His stock answer then — ”.
func announced(before string, pack *wordpack.Pack) bool {
	text := strings.TrimRight(before, " \u00a0")
	if !strings.HasSuffix(text, "—") && !strings.HasSuffix(text, "–") && !strings.HasSuffix(text, ":") {
		return false
	}
	for range 3 {
		text = strings.TrimRight(text, " \u00a0—–:,")
		word := lastWord(text)
		if pack.Words("sayings-announced").HasWord(word) {
			return true
		}
		text = text[:max(0, len(text)-len(word))]
	}
	return false
}

// mentions reports whether a sentence begins with the quotation and then discusses it:
// “Less is more” began as a joke. “Less is more,” is not what they meant.
func mentions(before, after, words string, pack *wordpack.Pack) bool {
	if strings.TrimSpace(before) != "" || !strings.HasPrefix(after, " ") {
		return false
	}
	next, _, _ := strings.Cut(strings.TrimLeft(after, " \u00a0"), " ")
	if strings.HasSuffix(strings.TrimRight(words, "”\"’'"), ",") {
		return pack.Words("discussing").HasWord(next)
	}
	first, _ := utf8.DecodeRuneInString(next)
	return !strings.ContainsAny(words[len(words)-1:], ".,?!") && unicode.IsLower(first)
}
