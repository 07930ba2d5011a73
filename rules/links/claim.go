package links

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language"
)

// claim is a stretch of a text that claims something of research or numbers. What
// says what it lacks, as words of a message; of a share it is the constant below.
type claim struct {
	start, end int
	what       string
	mild       bool // a figure, which may be well known
}

const unsourcedShare = "gives a share without its source"

// What a claim turns on, if not on a number in figures.
var (
	authorities = []string{
		"according", "analysts", "economists", "experts", "historians", "polls", "psychologists", "research", "researchers", "scientists",
		"statistics", "studies", "study", "surveys",
	}
	numerals = []string{
		"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "hundred", "dozen", "twice",
	}
	ranks        = []string{"rank", "ranked", "ranking", "ranks"}
	superlatives = []string{
		"best", "biggest", "cheapest", "coldest", "deadliest", "driest", "fastest", "greatest", "highest", "hottest", "largest", "longest", "lowest",
		"poorest", "richest", "shortest", "slowest", "smallest", "steepest", "strongest", "weakest", "wettest", "worst",
	}
)

var (
	leads    = language.NewWordSet(slices.Concat(authorities, numerals, ranks, superlatives)...)
	leaning  = language.NewWordSet(authorities...)
	ranking  = language.NewWordSet(ranks...)
	extremes = language.NewWordSet(superlatives...)
)

// leading reports whether a claim may begin with, or turn on, a word of the author's
// with a key. Most words are turned away here.
func leading(w *language.Word, key uint64) bool {
	return (w.Shape&language.Figure != 0 || leads.Has(key)) && w.Voice == language.Author
}

// firstLeading returns the index of the first word that is leading, or their number.
func firstLeading(words []language.Word, keys []uint64) int {
	for k := range words {
		if leading(&words[k], keys[k]) {
			return k
		}
	}
	return len(words)
}

// claimIn returns the first claim of a sentence, or a zero claim; keys are those of its
// words, of which word from is the first that is leading. Where figures count, the first
// that needs a source stands in for a claim.
func claimIn(text string, words []language.Word, keys []uint64, from int, figures bool) (figure claim) {
	for k := from; k < len(words); k++ {
		if k > from && !leading(&words[k], keys[k]) {
			continue
		}
		if c := claimAt(text, words, keys[k], k); c.what != "" {
			return c
		}
		if !figures {
			continue
		}
		if c := figureAt(text, words, keys, k); c.what != "" {
			figures = false
			if !supposed(text, words, c.what) {
				figure = c
				figure.mild = true
			}
		}
	}
	return figure
}

// claimAt returns the claim that word k, which is leading, begins or turns on.
func claimAt(text string, words []language.Word, key uint64, k int) claim {
	w := &words[k]
	if w.Shape&language.Figure != 0 {
		return share(text, words, k)
	}
	if !leaning.Has(key) {
		return claim{}
	}
	const what = "names no study, poll or person"
	if strings.EqualFold(text[w.Start:w.End], "according") && k+2 < len(words) {
		if n := vague(text, words[k+2:]); n > 0 {
			return claim{start: int(w.Start), end: int(words[k+1+n].End), what: what}
		}
		return claim{}
	}
	if n := authority(text, words, k); n > 0 {
		return claim{start: int(w.Start), end: int(words[k+n].End), what: what}
	}
	return claim{}
}

// authority returns how many words behind word k the verb stands, where word k is an
// authority without a name ("studies", "experts") that is said to show something;
// otherwise 0. "The study found" speaks of one that was named before.
func authority(text string, words []language.Word, k int) int {
	if !isAuthority(text[words[k].Start:words[k].End]) {
		return 0
	}
	for n := 1; n <= 2 && k+n < len(words); n++ {
		w := words[k+n]
		if w.Voice != language.Author || strings.TrimSpace(text[words[k+n-1].End:w.Start]) != "" {
			return 0
		}
		word := text[w.Start:w.End]
		if shows(word) {
			if named(text, words, k) {
				return 0
			}
			return n
		}
		if !adverb(word) {
			return 0
		}
	}
	return 0
}

// named reports whether a determiner, a name or a modifier before word k ties the
// authority to one that the reader knows: "the study", "a Gallup poll", "user
// research"; or whether the claim is conditional.
func named(text string, words []language.Word, k int) bool {
	for n := 1; n <= 3 && n <= k; n++ {
		before, word := words[k-n], text[words[k-n].Start:words[k-n].End]
		if strings.ContainsAny(text[before.End:words[k-n+1].Start], ",;:.–—(") {
			return false
		}
		switch strings.ToLower(word) {
		case "the", "this", "that", "these", "those", "our", "my", "its", "their", "his", "her", "your", "whose", "which", "what",
			"if", "whether", "when", "unless", "until", "where", "no",
			"user", "customer", "usability", "design", "discovery", "client", "stakeholder", "reader", "internal", "own", "field", "previous", "earlier":
			return true
		case "many", "some", "several", "most", "multiple", "numerous", "new", "recent", "other", "all", "a", "an", "one":
			continue
		}
		first, _ := utf8.DecodeRuneInString(word)
		if unicode.IsUpper(first) && k-n > 0 || unicode.IsDigit(first) && n > 1 {
			return true
		}
		return false
	}
	return false
}

// isAuthority reports whether a word stands for people or work that one leans on,
// whether it begins with a capital or not.
func isAuthority(word string) bool {
	if len(word) < len("study") {
		return false
	}
	switch word[1:] {
	case "tudies", "tudy", "urveys", "cientists", "tatistics":
		return word[0]|0x20 == 's'
	case "esearch", "esearchers":
		return word[0]|0x20 == 'r'
	case "xperts", "conomists":
		return word[0]|0x20 == 'e'
	case "olls", "sychologists":
		return word[0]|0x20 == 'p'
	case "nalysts":
		return word[0]|0x20 == 'a'
	case "istorians":
		return word[0]|0x20 == 'h'
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
	case n+1 < len(words) && hasFold(text[words[n].Start:words[n].End], "per") && words[n].End-words[n].Start == 3 && strings.EqualFold(text[words[n+1].Start:words[n+1].End], "cent"):
		n += 2
	default:
		return claim{}
	}
	if k > 0 && bound(text[words[k-1].Start:words[k-1].End]) {
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
			return claim{start: int(words[k].Start), end: int(words[n].End), what: unsourcedShare}
		}
	}
	return claim{}
}

// bound reports whether the word before a number makes it something else than a
// finding: "the top 1 percent of Americans", "shown to 10% of users".
func bound(word string) bool {
	switch strings.ToLower(word) {
	case "top", "bottom", "richest", "wealthiest", "poorest", "upper", "lower", "to":
		return true
	}
	return false
}

func isPercent(word string) bool {
	return hasFold(word, "p") && (strings.EqualFold(word, "percent") || strings.EqualFold(word, "pct"))
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
