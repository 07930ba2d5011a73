package lint

import (
	"cmp"
	"slices"
	"strings"
)

// Rule is a value that says what it looks for and makes a checker that looks.
type Rule struct {
	Name     string // kebab-case; names the problem: "long-headline"
	Family   Family
	Summary  string   // one line, lower case, no full stop
	Severity Severity // Error, Warning or Advice: the default; configuration decides
	Basis    Basis
	Off      bool   // runs only where configuration turns it on
	Needs    []Need // without which it is skipped, and counted as skipped
	// Languages are the primary subtags of the languages that the rule knows; on drafts
	// in others it is skipped, and counted as skipped. None means that it knows any.
	Languages []string
	Locked    bool   // no configuration sets it: it speaks of the run, not of the draft
	Always    bool   // looks at drafts whose body could not be read, too
	Docs      string // txtar: an explanation, then examples that are also the tests

	// New returns a fresh checker that holds the default options: a pointer to a
	// struct whose exported fields, with yaml and doc tags, are the options.
	New func() Checker
	// NewSite is for a rule that sees every page of a run. A rule has one of both.
	NewSite func() SiteChecker
}

// Knows reports whether the rule knows the language of a draft (a BCP 47 tag in lower
// case; "" is English).
func (r *Rule) Knows(language string) bool {
	if len(r.Languages) == 0 {
		return true
	}
	primary, _, _ := strings.Cut(cmp.Or(language, "en"), "-")
	return slices.Contains(r.Languages, primary)
}

// Conditions returns the reasons for which the rule may be skipped on a draft, as a
// reader is told of them.
func (r *Rule) Conditions() []string {
	var list []string
	for _, n := range r.Needs {
		list = append(list, string(n))
	}
	if len(r.Languages) > 0 {
		list = append(list, "language not supported")
	}
	return list
}

// Checker looks at one document. Many goroutines call one checker at once: what
// changes lives in locals.
type Checker interface{ Check(*Pass) }

// SiteChecker looks at all pages of a run, once, after every Check.
type SiteChecker interface{ CheckSite(*SitePass) }

// Digester is implemented by site checkers that need more of a document than every
// page has. It is called for each document before that is dropped, by many goroutines
// at once, and adds to the page.
type Digester interface{ Digest(*Document, *Page) }

// Initer is implemented by checkers that validate their options or compile them.
// It is called once, before any check; its error is shown with the place of the
// option in the configuration.
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
)

// Basis says why anyone should care, and how firm the ground is.
type Basis struct {
	Kind   BasisKind
	Source string // title of the source
	URL    string // may be empty
}

// BasisKind is how firm the ground under a rule is.
type BasisKind string

// The kinds of basis.
const (
	Requirement BasisKind = "requirement" // a standard or a format's specification
	Documented  BasisKind = "documented"  // the search engine's own documentation
	Observed    BasisKind = "observed"    // a published study
	Convention  BasisKind = "convention"  // newsroom or house style
)

// Need is something a rule cannot do without.
type Need string

// The needs; each reads as the reason for which a rule was skipped.
const (
	NeedsKeyphrase Need = "no keyphrase declared"
	NeedsSite      Need = "no site hosts configured"
	NeedsFiles     Need = "no site files to look at"
	// NeedsSources is for rules that compare a draft with the texts it quotes from. Where
	// there are none they are left out without a word, unless the writer asked for them.
	NeedsSources Need = "no sources to compare with"
)
