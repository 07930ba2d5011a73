package markdown

import (
	"sync"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// engine returns goldmark's parser for CommonMark, GFM, footnotes, definition lists and
// heading attributes, with a guard around each expensive part. It is built once and is
// safe for concurrent use.
//
// Two transformers of goldmark's extensions are omitted: this package assigns the ids
// of headings, and footnotes stay where they were written. Unreferenced footnotes stay
// as well, since they are part of the author's text.
var engine = sync.OnceValue(func() parser.Parser {
	return newEngine(addressParser{extension.NewLinkifyParser(), allSigns}, true)
})

// engineWithoutHosts is the engine for a draft without a bare www.
var engineWithoutHosts = sync.OnceValue(func() parser.Parser {
	return newEngine(addressParser{extension.NewLinkifyParser(), withoutHost}, true)
})

// engineFor returns the engine that reads a draft with the fewest checks.
func engineFor(src []byte) parser.Parser {
	if bareHost(src) {
		return engine()
	}
	return engineWithoutHosts()
}

// newEngine returns an engine with a parser of bare addresses; plain says whether it
// reads runs of text without markup, a line at a time.
func newEngine(addresses parser.InlineParser, plain bool) parser.Parser {
	inlines := []util.PrioritizedValue{
		util.Prioritized(boxParser{extension.NewTaskCheckBoxParser()}, 0),
		util.Prioritized(guardedCode{parser.NewCodeSpanParser()}, 100),
		util.Prioritized(guardedReferences{extension.NewFootnoteParser()}, 101),
		util.Prioritized(guardedLinks{parser.NewLinkParser()}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(guardedHTML{quickTags{parser.NewRawHTMLParser()}}, 400),
		util.Prioritized(guardedDelimiters{parser.NewEmphasisParser()}, 500),
		util.Prioritized(guardedDelimiters{extension.NewStrikethroughParser()}, 500),
		util.Prioritized(addresses, 999),
	}
	if plain {
		inlines = append(inlines, util.Prioritized(newPlainParser(inlines), 1000))
	}
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(underlines{parser.NewSetextHeadingParser(parser.WithHeadingAttribute())}, 100),
			util.Prioritized(placed{extension.NewDefinitionListParser()}, 101),
			util.Prioritized(placed{extension.NewDefinitionDescriptionParser()}, 102),
			util.Prioritized(placed{parser.NewThematicBreakParser()}, 200),
			util.Prioritized(placed{guardedContainer{parser.NewListParser()}}, 300),
			util.Prioritized(placed{parser.NewListItemParser()}, 400),
			util.Prioritized(placed{parser.NewCodeBlockParser()}, 500),
			util.Prioritized(placed{parser.NewATXHeadingParser(parser.WithHeadingAttribute())}, 600),
			util.Prioritized(placed{parser.NewFencedCodeBlockParser()}, 700),
			util.Prioritized(placed{guardedContainer{parser.NewBlockquoteParser()}}, 800),
			util.Prioritized(placed{quickBlocks{parser.NewHTMLBlockParser()}}, 900),
			util.Prioritized(placed{guardedNotes{extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(paragraphs{parser.NewParagraphParser()}, 1000),
		),
		parser.WithInlineParsers(inlines...),
		parser.WithParagraphTransformers(
			util.Prioritized(guardedDefinitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(guardedTables{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
		),
	)
}
