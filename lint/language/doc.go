// Package language knows words: where words and sentences begin and end, which
// forms belong together, where a keyphrase stands, who speaks in a quotation.
//
// All of it is offered as facts about a [lint.Document], each derived once, on
// first use: [PairingOf] pairs quotation marks; [ProseOf] segments words and
// sentences (and uses the pairing, since a sentence does not end inside speech
// that goes on); [KeyphraseOf] finds the declared keyphrase; [QuotesOf] gives each
// quotation its speaker; [MetricsOf] counts. Rules ask for facts and never
// segment anything themselves.
//
// Offsets are byte offsets in the text of a block, so that the block's own table
// leads them back to the source. No type of a library leaves the package.
package language
