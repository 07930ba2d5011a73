package drafting

import (
	"slices"
	"strings"
)

// isLinked reports whether the text after a bracket makes the bracket the text of a link,
// which may be defined elsewhere, or a part of the name of a file: [name].astro.
func isLinked(after string) bool {
	return strings.HasPrefix(after, "(") || strings.HasPrefix(after, "[") || len(after) > 1 && after[0] == '.' && 'a' <= after[1] && after[1] <= 'z'
}

// bracket returns the length of a bracketed request at i, or 0, and whether it is a blank.
// A single word is a request only if it is alone: inside a sentence, “[name]” is the
// notation of a command or of a form.
func (k *kinds) bracket(text string, i int) (n int, blank bool) {
	rest := text[i:]
	end := strings.IndexByte(rest[:min(len(rest), 120)], ']')
	if end < 0 || isLinked(rest[end+1:]) {
		return 0, false
	}
	inner := strings.TrimSpace(rest[1:end])
	first, _, more := strings.Cut(inner, " ")
	alone := strings.TrimSpace(text[:i]) == "" && strings.TrimSpace(rest[end+1:]) == ""
	switch {
	case k.isMark(first):
		return end + 1, false
	case k.requests.HasWord(first):
		if alone || more && !k.inJest(inner) {
			return end + 1, !alone
		}
	case k.things.HasWord(first):
		last := strings.ToLower(inner[strings.LastIndexByte(inner, ' ')+1:])
		if !more && (alone || strings.HasSuffix(inner, "?")) || more && slices.Contains(k.endings, last) {
			return end + 1, false
		}
	}
	return 0, false
}

// inJest reports whether a request names something that writers mock, as in “[insert buzzword
// here]”.
func (k *kinds) inJest(inner string) bool { return k.jests.HasAnyWord(inner) }
