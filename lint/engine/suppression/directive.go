package suppression

import "strings"

// directivePrefix is the prefix of all suppression comments.
const directivePrefix = "copychief-"

// The kinds of suppression comments.
const (
	ignoreBlock  = "ignore"
	ignoreFile   = "ignore-file"
	disableRange = "disable"
	enableRange  = "enable"
)

// directive is a suppression comment as written.
type directive struct {
	verb   ruleName   // the word after the prefix, valid or not
	names  []ruleName // of the rules
	reason string
}

// ruleName is a word of a directive with its offsets in the comment's text.
type ruleName struct {
	text       string
	start, end int
}

// parseDirective reads the text of a comment: "copychief-VERB RULE[, RULE…]: reason".
// ok is false if it is some other comment. Names may be separated by commas, spaces or
// both.
func parseDirective(text string) (d directive, ok bool) {
	at := len(text) - len(strings.TrimLeft(text, " \t\r\n"))
	if !strings.HasPrefix(text[at:], directivePrefix) {
		return d, false
	}
	end := at + strings.IndexAny(text[at:]+" ", " \t\r\n:,")
	d.verb = ruleName{text[at+len(directivePrefix) : end], at + len(directivePrefix), end}
	d.list(text[end:], end)
	return d, true
}

// list parses "RULE[, RULE…]: reason"; base is its offset in the comment.
func (d *directive) list(list string, base int) {
	if colon := strings.IndexByte(list, ':'); colon >= 0 {
		d.reason = strings.Join(strings.Fields(list[colon+1:]), " ")
		list = list[:colon]
	}
	d.names = splitNames(list, base)
}

// splitNames splits a list of names; base is its offset in the comment.
func splitNames(list string, base int) (names []ruleName) {
	for i := 0; i < len(list); {
		if strings.IndexByte(", \t\r\n", list[i]) >= 0 {
			i++
			continue
		}
		n := strings.IndexAny(list[i:], ", \t\r\n")
		if n < 0 {
			n = len(list) - i
		}
		names = append(names, ruleName{list[i : i+n], base + i, base + i + n})
		i += n
	}
	return names
}
