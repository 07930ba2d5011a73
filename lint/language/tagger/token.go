package tagger

import (
	"regexp"
	"strings"
	"sync"
)

// appendTokens splits a word into the tokens that the model knows, and appends them: punctuation at
// either end, and the endings of contractions, are tokens of their own.
func appendTokens(tokens []string, word string) []string {
	after := 0 // marks at the end
	whole := word
	for word != "" && !isAbbreviation(word) {
		if len(word) > 1 && strings.IndexByte("$(\"[", word[0]) >= 0 {
			tokens = append(tokens, word[:1])
			word = word[1:]
			continue
		}
		if i := contraction(word); i >= 0 {
			if i > 0 {
				tokens = append(tokens, word[:i])
				word = word[i:]
				continue
			}
			break
		}
		if last := len(word) - 1; last > 0 && strings.IndexByte(",)\"]!;.?:'", word[last]) >= 0 {
			after++
			word = word[:last]
			continue
		}
		break
	}
	if word != "" {
		tokens = append(tokens, word)
	}
	for i := len(whole) - after; i < len(whole); i++ {
		tokens = append(tokens, whole[i:i+1])
	}
	return tokens
}

// contraction returns where the ending of a contraction begins, or -1: they'll, Ann's, don't. The
// endings are the tokens of the treebank that the model was trained on: “n't” is one, but “'d” and
// “'ve” are not. They belong to the model rather than to the words of a language, so they are not
// among the word lists.
func contraction(word string) int {
	if strings.IndexByte(word, '\'') < 0 {
		return -1
	}
	lower := strings.ToLower(word)
	for _, ending := range [...]string{"'ll", "'s", "'re", "'m", "n't"} {
		if i := strings.Index(lower, ending); i >= 0 && len(lower) > len(ending) {
			return i
		}
	}
	return -1
}

// isAbbreviation reports whether a word is one whose full stops are part of it: U.S., Mr.
func isAbbreviation(word string) bool {
	n := len(word)
	if n < 3 || word[n-1] != '.' {
		return false
	}
	if n <= 4 && upper(word[0]) && lower(word[1]) && (n == 3 || lower(word[2])) {
		return true
	}
	for i := 0; i < n; i += 2 {
		if i+1 == n || !upper(word[i]) && !lower(word[i]) || word[i+1] != '.' {
			return false
		}
	}
	return n >= 4
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }
func lower(c byte) bool { return 'a' <= c && c <= 'z' }

// isAddress reports whether a word contains an address of the web or of email.
func isAddress(word string) bool {
	at := strings.IndexByte(word, '@')
	for i := 1; i < len(word); i++ {
		if word[i] != '.' {
			continue
		}
		c := word[i-1]
		if at > 0 && i > at+1 && i+1 < len(word) && alphanumeric(c) && alphanumeric(word[i+1]) {
			return true
		}
		if (lower(c) || '0' <= c && c <= '9' || c == '.' || c == '-') && endsAddress(word[i+1:]) {
			return true
		}
	}
	return false
}

// endsAddress reports whether a text begins with what may follow the full stop in an address: two
// characters or more, the last of which is not punctuation.
func endsAddress(s string) bool {
	for i := range len(s) {
		switch {
		case strings.IndexByte("()<>", s[i]) >= 0:
			return false
		case i > 0 && strings.IndexByte("![]{};:'\".,?", s[i]) < 0:
			return true
		}
	}
	return false
}

func alphanumeric(c byte) bool { return lower(c) || upper(c) || '0' <= c && c <= '9' }

// traces are marks for omitted words, as the treebank writes them.
var traces = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\*[\w?]\*|\*\-\d{1,3}|\*[A-Z]+\*\-\d{1,3}|\*)$`)
})

func isTrace(word string) bool {
	return word == "0" || strings.HasPrefix(word, "*") && traces().MatchString(word)
}

// isBracket reports whether a word is a bracket, as the treebank writes them: -LRB-.
func isBracket(word string) bool {
	return len(word) == 5 && word[0] == '-' && upper(word[1]) && upper(word[2]) && upper(word[3]) && word[4] == '-'
}
