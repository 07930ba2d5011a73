package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language"
)

// authorityAt returns the distance in words from word k to the verb if word k is an unnamed
// authority ("studies", "experts") that is said to show something; otherwise 0. "The study found"
// refers to a study that was named before.
func authorityAt(p *passage, k int) int {
	if !isAuthority(p, k) {
		return 0
	}
	for n := 1; n <= 2 && k+n < len(p.words); n++ {
		if p.words[k+n].Voice != language.Author || strings.TrimSpace(p.gap(k+n)) != "" {
			return 0
		}
		if p.is(k+n, p.findings) {
			if isNamedAuthority(p, k) || p.small(k+n+1, p.foundIn) && p.adjoins(k+n+1) { // statistics found in a table
				return 0
			}
			return n
		}
		if !p.is(k+n, p.findingAdverbs) {
			return 0
		}
	}
	return 0
}

// isAuthority reports whether word k means people or research that a claim can rely on,
// capitalised or not.
func isAuthority(p *passage, k int) bool {
	return p.is(k, p.authorities) && !hasCapital(p.word(k)[1:])
}

// isNamedAuthority reports whether a determiner, a name or a modifier before word k makes the authority a
// known one ("the study", "a Gallup poll", "user research"), or whether the claim is conditional.
func isNamedAuthority(p *passage, k int) bool {
	modified := false // by an unlisted word, which needs a determiner before it: "the download statistics"
	for n := 1; n <= 3 && n <= k; n++ {
		if strings.ContainsAny(p.gap(k-n+1), ",;:.–—(") {
			return false
		}
		word := p.word(k - n)
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case p.is(k-n, p.knownAuthority), strings.HasSuffix(word, "’s"), strings.HasSuffix(word, "'s"):
			return true
		case p.is(k-n, p.anyAuthority):
			continue
		case unicode.IsUpper(first) && (k-n > 0 || recurs(p.text, word)), unicode.IsLower(first) && hasCapital(word):
			return !modified
		case unicode.IsDigit(first):
			if n > 1 {
				return true
			}
		case p.is(k-n, p.functionWords):
			return false
		default:
			modified = true
		}
	}
	return false
}

// recurs reports whether a word that begins a paragraph is a name, because it is capitalised within a
// sentence as well: "Stanford researchers found … The Stanford team".
func recurs(text, word string) bool {
	for rest, found := text, true; found; {
		var before string
		if before, rest, found = strings.Cut(rest, " "+word); found && before != "" {
			last, _ := utf8.DecodeLastRuneInString(before)
			return unicode.IsLower(last) || last == ','
		}
	}
	return false
}

// vagueSource returns the number of words from word from on, after "according to", that name nobody in
// particular ("some experts"), or 0 if somebody is named there or right after: "a study by Lund".
func vagueSource(p *passage, from int) int {
	const most = 4 // words
	k := from
	for ; k < min(len(p.words), from+most) && !isAuthority(p, k); k++ {
		if !p.is(k, p.vagueModifiers) {
			return 0
		}
	}
	if k >= len(p.words) || k == from+most {
		return 0
	}
	for n := k + 1; n < min(len(p.words), k+9) && !strings.ContainsAny(p.gap(n), ".!?"); n++ {
		if capital(p.word(n)) || n == k+1 && p.small(n, p.vagueNamed) {
			return 0
		}
	}
	return k - from + 1
}

func capital(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}
