package links

import (
	"strings"

	"github.com/copychief/copychief/lint/language"
)

// limit reports whether the words before number k make it something that is wanted,
// allowed or named rather than found: "up to 20 percent", "the top 1 percent".
func limit(text string, words []language.Word, k int) bool {
	before := strings.ToLower(text[words[k-1].Start:words[k-1].End])
	if bound(before) && before != "to" {
		return true
	}
	switch before {
	case "level", "version", "no", "least", "section", "page", "chapter", "figure", "type", "under", "exactly", "example", "e.g", "e.g.", "say", "maybe":
		return true
	case "to":
		return k > 1 && strings.EqualFold(text[words[k-2].Start:words[k-2].End], "up")
	case "than": // less than 99 percent is a bound; more than 5 million is said of what was counted
		return k > 1 && strings.EqualFold(text[words[k-2].Start:words[k-2].End], "less") || k > 1 && strings.EqualFold(text[words[k-2].Start:words[k-2].End], "fewer")
	}
	return false
}

// supposed reports whether a sentence supposes, plans, asks or prescribes what its figures
// say, or sets a price: there is nothing to look up.
func supposed(text string, words []language.Word, what string) bool {
	if n := len(words); n > 0 && strings.HasPrefix(strings.TrimLeft(text[words[n-1].End:], "”\"’) "), "?") {
		return true
	}
	for k, w := range words {
		if w.Voice != language.Author {
			continue
		}
		switch word := strings.ToLower(text[w.Start:w.End]); word {
		case "imagine", "suppose", "assume", "assuming", "pretend", "if", "would", "could", "should", "must", "might", "may", "hypothetical",
			"goal", "goals", "target", "targets", "aim", "aims", "hope", "hopes", "discount", "discounts", "prize", "prizes",
			"fee", "fees", "ticket", "tickets", "admission", "deductible", "threshold", "thresholds", "maximum", "minimum", "limit", "limits",
			"require", "requires", "required", "whether", "unless", "perhaps", "plan", "plans", "planned", "proposal", "proposals", "propose",
			"proposes", "proposed", "proposing", "pledged", "pledges", "promised", "promises", "unveiled", "unveils", "offering", "offers",
			"requested", "requests", "ensure", "calls", "call", "allow", "allows", "allowing", "permits", "eligible", "qualify":
			if word != "may" || k == 0 || text[w.Start] == 'm' { // May is a month
				return true
			}
		case "let’s", "let's":
			return true
		case "tax", "surtax", "tariff", "tariffs", "levy", "mortgage", "loan":
			if what == unsourcedFigure { // a rate that is set
				return true
			}
		case "you", "your":
			if what != unsourcedRatio { // what the reader might pay or get
				return true
			}
		}
	}
	return false
}

// elections are words of a paragraph that tells how an election went.
var elections = language.NewWordSet(
	"vote", "votes", "voted", "ballot", "ballots", "referendum", "turnout", "electorate", "precincts", "caucus", "caucuses",
	"election", "elections", "primary", "primaries", "delegates", "superdelegates",
)
