package links

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language"
)

// claim is a stretch of a text that claims something of research or numbers. What
// says what it lacks, as words of a message.
type claim struct {
	start, end int
	what       string
}

// claimIn returns the first claim of a sentence, or a zero claim.
func claimIn(text string, words []language.Word) claim {
	for k, w := range words {
		if w.Voice != language.Author {
			continue
		}
		word := text[w.Start:w.End]
		if word[0] >= '0' && word[0] <= '9' {
			if c := share(text, words, k); c.what != "" {
				return c
			}
			continue
		}
		if !cue(word) {
			continue
		}
		if strings.EqualFold(word, "according") && k+2 < len(words) && vague(text, words[k+2:]) {
			return claim{int(w.Start), int(words[k+2].End), "names no study, poll or person"}
		}
		if n := authority(text, words, k); n > 0 {
			return claim{int(w.Start), int(words[k+n].End), "names no study, poll or person"}
		}
	}
	return claim{}
}

// cue reports whether a word may be an authority or "according", by its first letter
// and its length: most words are neither, and need not be compared with a list.
func cue(word string) bool {
	switch word[0] | 0x20 {
	case 'a', 'e', 'h', 'p', 'r', 's':
		return len(word) >= len("study")
	}
	return false
}

// authority returns how many words behind word k the verb stands, where word k is an
// authority without a name ("studies", "experts") that is said to show something;
// otherwise 0. "The study found" speaks of one that was named before.
func authority(text string, words []language.Word, k int) int {
	if !isAuthority(text[words[k].Start:words[k].End]) || named(text, words, k) {
		return 0
	}
	for n := 1; n <= 2 && k+n < len(words); n++ {
		w := words[k+n]
		if w.Voice != language.Author || strings.TrimSpace(text[words[k+n-1].End:w.Start]) != "" {
			return 0
		}
		word := text[w.Start:w.End]
		if shows(word) {
			return n
		}
		if !adverb(word) {
			return 0
		}
	}
	return 0
}

// named reports whether a determiner or a name before word k ties the authority to
// one that the reader knows: "the study", "our survey", "a Gallup poll".
func named(text string, words []language.Word, k int) bool {
	for n := 1; n <= 3 && n <= k; n++ {
		word := text[words[k-n].Start:words[k-n].End]
		switch strings.ToLower(word) {
		case "the", "this", "that", "these", "those", "our", "my", "its", "their", "his", "her", "your", "whose", "which", "what", "if", "whether", "no":
			return true
		case "many", "some", "several", "most", "multiple", "numerous", "new", "recent", "other", "all", "a", "an", "one":
			continue
		}
		first, _ := utf8.DecodeRuneInString(word)
		if unicode.IsUpper(first) && k-n > 0 || unicode.IsDigit(first) && n > 1 {
			return true
		}
		return n == 1 && unicode.IsUpper(first) && k-n > 0
	}
	return false
}

func isAuthority(word string) bool {
	switch strings.ToLower(word) {
	case "studies", "study", "research", "polls", "surveys", "experts", "scientists", "researchers", "statistics", "analysts", "economists", "psychologists", "historians":
		return true
	}
	return false
}

func shows(word string) bool {
	switch strings.ToLower(word) {
	case "show", "shows", "showed", "shown", "suggest", "suggests", "suggested", "find", "finds", "found", "indicate", "indicates", "indicated",
		"reveal", "reveals", "revealed", "prove", "proves", "proved", "confirm", "confirms", "demonstrate", "demonstrates",
		"say", "agree", "believe", "warn", "estimate", "predict":
		return true
	}
	return false
}

func adverb(word string) bool {
	switch strings.ToLower(word) {
	case "also", "now", "have", "has", "consistently", "repeatedly", "clearly", "often", "even", "generally", "widely", "increasingly":
		return true
	}
	return false
}

// share returns a claim where word k is a number that is a share of people:
// "40 per cent of voters", "62% of Americans".
func share(text string, words []language.Word, k int) claim {
	n := k + 1
	switch {
	case strings.HasPrefix(text[words[k].End:], "%"):
	case n < len(words) && isPercent(text[words[n].Start:words[n].End]):
		n++
	case n+1 < len(words) && strings.EqualFold(text[words[n].Start:words[n].End], "per") && strings.EqualFold(text[words[n+1].Start:words[n+1].End], "cent"):
		n += 2
	default:
		return claim{}
	}
	if n >= len(words) || text[words[n].Start:words[n].End] != "of" {
		return claim{}
	}
	for n++; n < len(words) && n < k+8; n++ {
		if words[n].Voice != language.Author {
			return claim{}
		}
		if word := text[words[n].Start:words[n].End]; people(word) {
			return claim{int(words[k].Start), int(words[n].End), "gives a share without its source"}
		}
	}
	return claim{}
}

func isPercent(word string) bool {
	return strings.EqualFold(word, "percent") || strings.EqualFold(word, "pct")
}

func people(word string) bool {
	switch strings.ToLower(word) {
	case "adults", "americans", "britons", "europeans", "children", "citizens", "companies", "businesses", "consumers", "customers", "drivers",
		"employees", "employers", "families", "firms", "girls", "boys", "households", "marketers", "men", "women", "parents", "patients",
		"people", "persons", "population", "pupils", "readers", "respondents", "shoppers", "students", "teachers", "teenagers",
		"users", "veterans", "visitors", "voters", "workers", "republicans", "democrats", "canadians", "germans", "internet":
		return true
	}
	return false
}

// namesSource reports whether a sentence says whose claim it is: "according to the
// Census Bureau", "Pew found", "the ministry says", or that it is the author's own.
func namesSource(text string, words []language.Word) bool {
	for k, w := range words {
		word := text[w.Start:w.End]
		switch strings.ToLower(word) {
		case "we", "our", "i", "my":
			return true
		case "according":
			return k+2 < len(words) && !vague(text, words[k+2:])
		}
		if reports(word) && (k > 0 && isName(text, words[k-1], w) || k+1 < len(words) && isName(text, w, words[k+1])) {
			return true
		}
	}
	return false
}

// isName reports whether the one of two neighbouring words that is no verb is
// capitalised, with nothing but a space between them: "Pew found", "said Lund".
func isName(text string, a, b language.Word) bool {
	if text[a.End:b.Start] != " " {
		return false
	}
	if reports(text[a.Start:a.End]) {
		a = b
	}
	word := text[a.Start:a.End]
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && !isAuthority(word) && !pronoun(word)
}

func pronoun(word string) bool {
	switch strings.ToLower(word) {
	case "it", "this", "that", "they", "he", "she", "one", "some", "most", "many":
		return true
	}
	return false
}

// vague reports whether what follows "according to" is nobody in particular.
func vague(text string, words []language.Word) bool {
	for k := 0; k < len(words) && k < 3; k++ {
		word := text[words[k].Start:words[k].End]
		if isAuthority(word) {
			return true
		}
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			return false
		}
	}
	return false
}

// reports reports whether a word is a verb with which one source speaks. Plural
// forms in the present ("Americans say") are left out: they tell of the many.
func reports(word string) bool {
	switch strings.ToLower(word) {
	case "shows", "showed", "suggests", "suggested", "finds", "found", "indicates", "indicated", "reveals", "revealed",
		"says", "said", "reports", "reported", "estimates", "estimated", "wrote", "writes", "notes", "noted", "published",
		"announced", "announces", "told", "surveyed", "polled", "calculates", "calculated", "counted", "counts", "concluded":
		return true
	}
	return false
}

// cites reports whether a text cites in brackets: "[3]", "(Lund 2019)", "(Lund et
// al., 2019)".
func cites(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] != '[' && text[i] != '(' {
			continue
		}
		end := strings.IndexAny(text[i+1:min(len(text), i+80)], ")]")
		if end <= 0 {
			continue
		}
		inner := text[i+1 : i+1+end]
		if text[i] == '[' && strings.Trim(inner, "0123456789, –-") == "" {
			return true
		}
		if text[i] == '(' && unicode.IsUpper(rune(inner[0])) && year(inner) {
			return true
		}
	}
	return false
}

// year reports whether s ends in a year, perhaps with a letter ("2019a").
func year(s string) bool {
	s = strings.TrimRight(s, "abc")
	if len(s) < 6 {
		return false
	}
	s = s[len(s)-5:]
	return s[0] == ' ' && (s[1] == '1' || s[1] == '2') && strings.Trim(s[1:], "0123456789") == ""
}
