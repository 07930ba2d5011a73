package drafting

// The lists of editor-note. All entries are lower case; an entry earns its place on
// real drafts.

// noteLabels open a block that was written for the editor: "Headline options:".
var noteLabels = [...]string{
	"alt text suggestion", "alt-text suggestion", "alternative headline", "alternative title",
	"focus keyphrase", "focus keyword", "headline idea", "headline option", "headline suggestion",
	"image suggestion", "internal link suggestion", "internal linking suggestion",
	"keyword suggestion", "meta description", "meta title", "note for editor", "note for the editor",
	"note to editor", "note to self", "note to the editor", "possible headline", "primary keyword",
	"secondary keyword", "seo description", "seo keyword", "seo note", "seo title",
	"suggested headline", "suggested image", "suggested meta", "suggested slug", "suggested tag",
	"suggested title", "target audience and tone", "target keyword", "title idea", "title option",
	"title suggestion", "word count",
}

// notePreambles open a block that a writing assistant put around its answer.
var notePreambles = [...]string{
	"absolutely! here", "as an ai language model", "as an ai assistant, i", "as a large language model, i",
	"certainly! here", "certainly, here", "here is a draft of", "here is a rewritten", "here is the revised",
	"here is the rewritten", "here is your article", "here’s a draft of", "here's a draft of",
	"here’s a polished", "here's a polished", "here’s a rewritten", "here's a rewritten",
	"here’s the revised", "here's the revised", "here’s your article", "here's your article",
	"i hope this helps! let me know", "if you’d like, i can", "if you'd like, i can",
	"let me know if you’d like me to", "let me know if you'd like me to",
	"let me know if you want me to", "of course! here", "sure! here", "sure, here is", "sure, here’s",
	"sure, here's", "would you like me to",
}

// noteTerms are what advice about searching is made of.
var noteTerms = [...]string{
	"seo", "keyword", "meta description", "alt text", "alt-text", "discoverab", "search engine",
	"internal linking", "external linking", "internal & external link", "backlink", "scan-ab", "scannab", "subheadings:", "slug",
}

// noteSelves speak of the article as of a thing that is being made.
var noteSelves = [...]string{
	"title above", "headline above", "as done above", "this piece", "this article", "this post",
	"the article above", "the piece above", "the draft",
}
