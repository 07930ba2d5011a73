package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// signature reads the end of a text, "— Ann Lee, nurse" on a line of its own or after the last
// sentence, and returns the name, or the template tag that prints it.
func signature(src *lint.Source, t lint.Text) *Mention {
	s := t.String()
	at := signatureAt(s)
	if at < 0 {
		return nil
	}
	name := s[at:]
	if strings.HasPrefix(name, string(lint.Object)) { // a template tag prints the name
		span := t.Span(at, at+len(string(lint.Object)))
		return &Mention{Text: src.Slice(span), Span: span}
	}
	if i := strings.IndexAny(name, ",(;|\n"); i > 0 {
		name = name[:i]
	}
	name = strings.TrimRight(name, " \u00a0")
	if strings.ContainsRune("—–-", lastRune(strings.TrimRight(name, ". "))) {
		return nil // – A baker himself –
	}
	r, _ := utf8.DecodeRuneInString(name)
	if !unicode.IsUpper(r) || strings.Count(name, " ") > 6 {
		return nil
	}
	return &Mention{Text: t.Sub(at, at+len(name)).Plain(), Span: t.Span(at, at+len(name))}
}

// signatureAt returns the start of the name after the last dash, or -1. The dash must be at the
// beginning of a line or after the end of a sentence.
func signatureAt(s string) int {
	const longest = 120 // bytes of a name with its description
	dash := -1
	for i := max(0, len(s)-longest); i < len(s); i++ {
		if s[i] != '-' && s[i] != "—"[0] {
			continue
		}
		for _, d := range [...]string{"—", "–", "―", "--", "- ", "-"} {
			if !strings.HasPrefix(s[i:], d) {
				continue
			}
			before := strings.TrimRight(s[:i], " \u00a0-")
			if before == "" || strings.HasSuffix(before, "\n") || len(before) < i && strings.ContainsRune(".?!”\"’'»)", lastRune(before)) {
				dash = i + len(d)
			}
			break
		}
	}
	if dash < 0 {
		return -1
	}
	rest := strings.TrimLeft(s[dash:], "—–―-~ \u00a0")
	if rest == "" {
		return -1
	}
	return len(s) - len(rest)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
