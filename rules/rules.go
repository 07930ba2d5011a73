// Package rules lists every rule that copychief ships. A rule is two neighbouring
// files in its family's folder and one line here.
package rules

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/rules/description"
	"github.com/copychief/copychief/rules/drafting"
	"github.com/copychief/copychief/rules/headings"
	"github.com/copychief/copychief/rules/headline"
	"github.com/copychief/copychief/rules/images"
	"github.com/copychief/copychief/rules/keyphrase"
	"github.com/copychief/copychief/rules/length"
	"github.com/copychief/copychief/rules/links"
	"github.com/copychief/copychief/rules/quotes"
	"github.com/copychief/copychief/rules/readability"
	"github.com/copychief/copychief/rules/site"
)

// All returns every rule, family by family, in the order in which lists and
// documentation show them.
func All() []*lint.Rule {
	return []*lint.Rule{
		headline.Missing,
		headline.Long,
		headline.WithoutKeyphrase,
		headline.Repeated,
		description.Missing,
		description.Long,
		description.Short,
		headings.Skipped,
		headings.MultipleH1,
		headings.Empty,
		headings.MissingSubheadings,
		headings.LongSection,
		headings.EmptySection,
		headings.Duplicate,
		headings.Long,
		headings.Punctuation,
		headings.Emphasis,
		headings.WithoutKeyphrase,
		headings.Stuffed,
		headings.TackedOn,
		images.MissingAlt,
		images.FilenameAlt,
		images.RedundantAlt,
		images.LongAlt,
		images.AltRepeatsText,
		images.DuplicateAlt,
		images.StuffedAlt,
		images.MissingImage,
		images.BrokenImage,
		images.UnhelpfulImageName,
		links.MissingSources,
		links.MissingInternalLinks,
		links.GenericLinkText,
		links.BareURL,
		links.EmptyLink,
		links.UnresolvedReference,
		links.BrokenLink,
		links.UncitedClaim,
		length.Thin,
		keyphrase.IntroWithout,
		keyphrase.Scarce,
		keyphrase.Stuffed,
		keyphrase.Uneven,
		keyphrase.Long,
		keyphrase.Missing,
		quotes.Unattributed,
		quotes.Unsourced,
		quotes.Anonymous,
		quotes.Unbalanced,
		quotes.MixedMarks,
		quotes.Late,
		quotes.Long,
		quotes.Scare,
		quotes.ManyMouths,
		quotes.Crowded,
		quotes.Conflicting,
		readability.LongParagraph,
		readability.LongSentence,
		readability.LongSentences,
		readability.RepetitiveOpenings,
		readability.HardToRead,
		readability.PassiveVoice,
		readability.FewTransitions,
		readability.RepeatedWord,
		readability.WordyPhrase,
		readability.Cliche,
		readability.WeaselWord,
		readability.UndefinedAcronym,
		drafting.Placeholder,
		drafting.EditorNote,
		drafting.GluedText,
		drafting.Syntax,
		site.DuplicateHeadline,
		site.DuplicateDescription,
	}
}
