package lint

import (
	"cmp"
	"slices"
	"strings"
)

// Rule describes what it looks for and makes the checker that does.
type Rule struct {
	Name     string // kebab-case, named after the problem: "long-headline"
	Family   Family
	Summary  string   // one line, lower case, no full stop
	Severity Severity // Error, Warning or Advice: the default; configuration decides
	Basis    Basis
	Off      bool   // runs only if the configuration turns it on
	Needs    []Need // if one is not met, the rule is skipped and counted as skipped
	// Languages are the primary subtags of the languages that the rule supports; it is
	// skipped, and counted as skipped, on drafts in others. Empty means all languages.
	Languages []string
	Locked    bool // cannot be configured: it is about the run, not the draft
	Always    bool // also runs on drafts whose body could not be read
	// Profiles are the profiles with which the rule runs by default; empty means all.
	Profiles []string
	// Digest identifies what the rule is made from besides the program, such as a file of
	// the repository; cached results of another digest are not used. The program's own
	// rules have none.
	Digest string
	// Articles says that the rule is about articles as a whole: it skips drafts that are
	// something else, such as a README or a list of pages; see [Kind].
	Articles bool
	// Anywhere says that the rule is about faults of files of any kind, such as a broken
	// link: it also checks what somebody edits that is not for readers of the site, such
	// as a README or a record.
	Anywhere bool
	// Markup says that the rule also checks templates and pages made for their layout. Their
	// texts and links are often samples, so most rules skip them.
	Markup bool
	// Dummy says that the rule is about dummy text: it also checks drafts that consist of it.
	Dummy bool
	// Absence is set for a rule that finds something missing. It says what other articles
	// of the place do, as a verb phrase: "have a meta description". Findings of the rule
	// count only where that is the practice of the place; see [Pass.Present].
	Absence string
	// Habit is set for a rule about a form that a site may have chosen. Findings on a form
	// that is the practice of the place are held back.
	Habit Habit
	// Structure says that the rule is about what a translation takes over from its source
	// (structure, links, images, metadata), not about wording.
	Structure bool
	// Measure says that the rule compares the size of parts of the text with a limit, or
	// judges their form. A translation takes over the form of its source but is longer or
	// shorter, so findings are held back where it has the same form.
	Measure bool
	// Search says that the rule is about how search results show a page, as all rules on
	// descriptions, keyphrases and sites are. Its findings on pages that are not in search
	// results are held back.
	Search bool
	// Lifetime says on which articles findings of the rule are worth the time.
	Lifetime Lifetime
	Docs     string // txtar: an explanation, then examples that are also the tests

	// New returns a checker with the default options: a pointer to a struct whose
	// exported fields, with yaml and doc tags, are the options.
	New func() Checker
	// NewSite is for a rule about all pages of a run. A rule has either New or NewSite.
	NewSite func() SiteChecker
}

// Lifetime says on which articles findings of a rule are worth a writer's time. The others are held back
// in a run over more than a few drafts, unless they have changed.
type Lifetime uint8

// The lifetimes.
const (
	Forever      Lifetime = iota // on all articles
	UntilOld                     // not on those that were published years ago: they are in the archive
	WhileCurrent                 // only on those that were published within the last years, not on pages without a date; with Search also on the others, if many articles of the site have a meta description
)

// Knows reports whether the rule supports the language of a draft (a BCP 47 tag in lower
// case; "" is English).
func (r *Rule) Knows(language string) bool {
	if len(r.Languages) == 0 {
		return true
	}
	primary, _, _ := strings.Cut(cmp.Or(language, "en"), "-")
	return slices.Contains(r.Languages, primary)
}

// Conditions returns the reasons for which the rule may be skipped on a draft, as shown
// to users. [NeedsQuotations] is not among them, since it is always met in a program that lists them.
func (r *Rule) Conditions() []string {
	var list []string
	for _, n := range r.Needs {
		if n != NeedsQuotations {
			list = append(list, string(n))
		}
	}
	if len(r.Languages) > 0 {
		list = append(list, "language not supported")
	}
	return list
}

// HeldBack returns the reasons for which findings of the rule may be held back, as shown to
// users.
func (r *Rule) HeldBack() []string {
	var list []string
	if r.Absence != "" {
		list = append(list, "few articles of the place "+r.Absence)
	}
	switch {
	case r.Habit.Does == "":
	case r.Habit.Most:
		list = append(list, "most drafts of the place "+r.Habit.Does)
	default:
		list = append(list, "many drafts of the place "+r.Habit.Does)
	}
	switch r.Lifetime {
	case UntilOld:
		list = append(list, "the article was published more than five years ago")
	case WhileCurrent:
		why := "the article was published more than five years ago, or has no date"
		if r.Search {
			why += ", and few articles have a meta description"
		}
		list = append(list, why)
	case Forever:
	}
	switch {
	case r.Structure:
		list = append(list, "the draft is a translation and its source has the same finding")
	case r.Measure:
		list = append(list, "the draft is a translation and its source has the same form")
	}
	return list
}

// Checker checks one document. Goroutines share one checker, so Check must not change it.
type Checker interface{ Check(*Pass) }

// SiteChecker checks all pages of a run, once, after every Check.
type SiteChecker interface{ CheckSite(*SitePass) }

// Digester is implemented by site checkers that need more of a document than a page
// normally has. Digest is called for each document before it is dropped, from many
// goroutines at once, and adds to the page.
type Digester interface{ Digest(*Document, *Page) }

// KeyDigester is implemented by site checkers that look for the keyphrases of pages in the texts of
// others. Keys returns the keys of the words of a document (see [Page.Keys]). It is called like
// Digest, but only once a document of the run declares a keyphrase, since most sites declare none.
// [SitePass.Keys] has the keys of all pages; those without any are read again.
type KeyDigester interface{ Keys(*Document) []uint32 }

// Initer is implemented by checkers that validate or compile their options. Init is
// called once, before any check; its error is shown with the position of the option in
// the configuration.
type Initer interface{ Init() error }

// Family groups rules as a writer thinks of them.
type Family string

// The families, in the order in which they are listed.
const (
	HeadlineFamily    Family = "headline"
	DescriptionFamily Family = "description"
	HeadingsFamily    Family = "headings"
	ImagesFamily      Family = "images"
	LinksFamily       Family = "links"
	LengthFamily      Family = "length"
	KeyphraseFamily   Family = "keyphrase"
	QuotesFamily      Family = "quotes"
	ReadabilityFamily Family = "readability"
	DraftingFamily    Family = "drafting"
	SiteFamily        Family = "site"
	HouseFamily       Family = "house" // rules that a repository declares; see package house
)

// Basis is the evidence for a rule and how strong it is.
type Basis struct {
	Kind   BasisKind
	Source string // title of the source
	URL    string // optional
}

// BasisKind is how strong the evidence for a rule is.
type BasisKind string

// The kinds of basis.
const (
	Requirement BasisKind = "requirement" // a standard or a format's specification
	Documented  BasisKind = "documented"  // the search engine's own documentation
	Observed    BasisKind = "observed"    // a published study
	Convention  BasisKind = "convention"  // newsroom or house style
)

// Need is a requirement of a rule.
type Need string

// The needs. The value of each is the reason shown when a rule is skipped.
const (
	NeedsKeyphrase Need = "no keyphrase declared"
	// NeedsSubject is for rules about overuse of a keyphrase. An inferred keyphrase is enough if
	// it is certain and the text repeats it often enough to be worth reporting.
	NeedsSubject Need = "no keyphrase declared, and none stands out"
	// NeedsSizes is for rules whose limits are lengths: in words or, where no spaces separate
	// words, in characters. Neither is known for a few languages, such as Vietnamese, which puts
	// spaces between syllables.
	NeedsSizes Need = "length of texts in the language not known"
	NeedsSite  Need = "no site hosts configured"
	NeedsFiles Need = "no site files to look at"
	// NeedsSources is for rules that compare a draft with the texts it quotes from. If
	// there are none, they are skipped silently, unless the configuration turns them on.
	NeedsSources Need = "no sources to compare with"
	// NeedsQuotations is for rules that look at quotations and their speakers. Some sentences take
	// the language model, which a program may not have loaded yet; most programs have it built in.
	NeedsQuotations Need = "language model not loaded"
)
