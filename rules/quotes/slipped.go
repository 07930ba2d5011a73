package quotes

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pairing"
)

// unslipped reports the double marks that were meant for apostrophes and returns the other marks.
func unslipped(p *lint.Pass, stray []pairing.Stray) []pairing.Stray {
	var left []pairing.Stray
	for _, s := range stray {
		if !s.Apostrophe {
			left = append(left, s)
			continue
		}
		if programmed(p.Doc, s) {
			continue
		}
		text := p.Doc.Blocks[s.Block].Text
		from := len(strings.TrimRightFunc(text.Slice(0, s.Start), unicode.IsLetter))
		after := text.Slice(s.End, text.Len())
		to := s.End + len(after) - len(strings.TrimLeftFunc(after, unicode.IsLetter))
		sign := "'"
		if marks := pairing.Of(p.Doc); marks.Curled > marks.Straights {
			sign = "’"
		}
		span := text.Span(s.Start, s.End)
		p.Report(lint.Finding{
			Span:    span,
			Message: fmt.Sprintf("Quotation mark \" is inside the word “%s”; write an apostrophe", lint.Clip(24, text.Slice(from, to))),
			Fixes:   []lint.Fix{lint.Replace("Replace with "+sign, false, span, sign)},
		})
	}
	return left
}

// meant reports whether the space after a mark belongs to a text that programs read: its text up to
// the partner has codes that are replaced (" at %s"), or it is an element of a list (["a", " b"]).
func meant(text string, a, b pairing.Stray) bool {
	before := strings.TrimRight(text[:a.Start], " \n")
	listed := strings.HasSuffix(before, `",`) && strings.LastIndexAny(before, "[{(") > strings.LastIndexAny(before, "]})")
	return listed || hasCode(text[a.End:b.Start])
}

// hasCode reports whether a text has a code for which a program puts in something: %s, %1$d, {name},
// ${name}.
func hasCode(text string) bool {
	for rest := text; ; {
		at := strings.IndexAny(rest, "%{")
		if at < 0 {
			return false
		}
		sign := rest[at]
		rest = rest[at+1:]
		if sign == '{' {
			if name, _, closed := strings.Cut(rest, "}"); closed && !strings.ContainsAny(name, " \n") {
				return true
			}
			continue
		}
		code := strings.TrimLeft(rest, "0123456789.$-+#*l")
		if code != "" && strings.IndexByte("sdifgxXuvqcTp@", code[0]) >= 0 && (len(code) == 1 || !isLetterOrDigit(code[1])) {
			return true
		}
	}
}

func isLetterOrDigit(c byte) bool {
	return c >= '0' && c <= '9' || c|' ' >= 'a' && c|' ' <= 'z'
}
