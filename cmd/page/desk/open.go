package desk

import (
	"context"
	"regexp"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
)

// opened is the answer to “open”: what a file holds. It has either Markdown or HTML, which the
// page turns into Markdown.
type opened struct {
	Markdown    string   `json:"markdown"`
	HTML        string   `json:"html"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Keyphrase   string   `json:"keyphrase"`
	Left        []string `json:"left"`  // what is found in the file and cannot be in the editor, such as comments
	Error       string   `json:"error"` // why the file cannot be read
}

// openDraft reads a file that a writer drops on the page.
func openDraft(d *Desk, name string, file []byte) *opened {
	format, known := lint.FormatOf(name)
	if !known {
		return &opened{Error: "this kind of file cannot be read here; these can: " + lint.ExtensionList()}
	}
	s := d.profiles[config.Profiles[0]]
	doc, reason := engine.ParseAs(name, file, format, s.Parse)
	if doc == nil {
		return &opened{Error: reason}
	}
	if doc.Unread {
		for _, n := range engine.Unchecked(doc) {
			return &opened{Error: n.Reason}
		}
		return &opened{Error: "it holds no text"}
	}
	out := &opened{Left: []string{}}
	switch {
	case format.Can(lint.HoldsHTML):
		out.Markdown = string(doc.Source.Bytes)
		return out
	case format.Can(lint.MarksHeadings):
		out.HTML = string(doc.Source.Bytes)
	default:
		out.Markdown = asMarkdown(doc)
	}
	out.Title, out.Description, out.Keyphrase = doc.Meta.Title().Plain(), doc.Meta.Description().Plain(), doc.Meta.Keyphrase().Plain()
	if out.Title == doc.Headline().Plain() {
		out.Title = "" // the text has it
	}
	if len(doc.Review) > 0 {
		out.Left = reviewOf(d, name, file, doc, s)
	}
	return out
}

// openReview is the rule about what reviewers leave in the file of a word processor.
const openReview = "open-review"

// reviewOf returns the findings on what reviewers left in a file, with their places.
func reviewOf(d *Desk, name string, file []byte, doc *lint.Document, s *config.Settings) (all []string) {
	result, err := d.engine.Run(context.Background(), true, engine.Draft{Path: name, Content: file, Doc: doc, Settings: s, Now: d.now()})
	if err != nil {
		return nil
	}
	for f := range result.Findings.All() {
		if f.Rule == openReview {
			all = append(all, strings.TrimPrefix(f.Place+": ", ": ")+f.Message)
		}
	}
	return all
}

// special matches what would be markup at the beginning of a line of Markdown.
var special = regexp.MustCompile(`^(#{1,6}\s|[-+*]\s|>|\d+[.)]\s|={3,}|-{3,}|~{3,}|\x60{3,})`)

// asMarkdown writes the blocks of a plain text as Markdown.
func asMarkdown(doc *lint.Document) string {
	var b strings.Builder
	head := doc.Source.Slice(doc.Meta.Span)
	b.WriteString(head)
	last := lint.Paragraph
	for i := range doc.Blocks {
		block := &doc.Blocks[i]
		if b.Len() > 0 {
			b.WriteString("\n")
			if block.Kind != lint.Item || last != lint.Item {
				b.WriteString("\n")
			}
		}
		last = block.Kind
		text := block.Text.String()
		switch block.Kind {
		case lint.Heading:
			b.WriteString(strings.Repeat("#", max(block.Level, 1)) + " " + text)
		case lint.Item:
			b.WriteString("- " + text)
		case lint.Code:
			b.WriteString("```\n" + strings.TrimRight(text, "\n") + "\n```")
		default:
			if block.Quote != lint.None {
				b.WriteString("> ")
			}
			b.WriteString(special.ReplaceAllString(text, `\$1`))
		}
	}
	return b.String()
}
