package parse

import (
	"fmt"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/frontmatter"
	"github.com/copychief/copychief/lint/parse/html"
	"github.com/copychief/copychief/lint/parse/markdown"
	"github.com/copychief/copychief/lint/parse/plain"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/template"
)

// Parse reads a draft. The path determines the format and appears in findings; content
// is not changed. Parse always returns a document: Problems lists what it could not
// read.
func Parse(path string, content []byte, o Options) *lint.Document {
	format, _ := FormatOf(path)
	return As(path, content, format, o)
}

// As reads a draft in a given format, whatever its name.
//
// The language of the document is the one that its front matter declares, otherwise the
// one that the parser found (html lang, stored in doc.Language), otherwise
// Options.Located or Options.Language, in this order. Options.Detect compares it with
// the text and decides. A draft of unknown language is in English.
func As(path string, content []byte, format lint.Format, o Options) *lint.Document {
	o.Limits = o.Limits.OrDefault()
	doc := &lint.Document{Format: format, Tagger: o.Tagger}
	s := bufferPool.Get().(*buffers) //nolint:forcetypeassert // the pool holds nothing else
	if src, ok := decode(doc, path, content, s, &o); ok {
		read(doc, src, s, &o)
	} else {
		doc.Unread = true
	}
	s.release()
	complete(doc, &o)
	return doc
}

// read parses the working copy of a draft: first the metadata, then the body with its
// template tags masked.
func read(doc *lint.Document, src []byte, s *buffers, o *Options) {
	from := readMeta(doc, src, o)
	if !readable(doc, src[from:], o.Limits.Parts) {
		return
	}
	defer survive(doc, from)
	mdx := strings.EqualFold(path.Ext(doc.Source.Path), ".mdx")
	s.tags = s.tags[:0]
	if doc.Format != lint.Word { // nobody writes templates in a Word file
		s.tags = template.Mask(s.tags, src, from, template.Options{
			Shortcodes: o.Shortcodes, Hosts: o.Hosts, Format: markupOf(doc),
			MDX: mdx,
		})
	}
	tags := s.tags
	for i := range tags {
		if tags[i].Kind != template.Code {
			doc.Templates = append(doc.Templates, tags[i].Span)
		}
	}
	b := build.New(doc, src, from, &s.builder)
	f := &build.Options{Hosts: o.Hosts, Fields: o.Fields, Limits: o.Limits}
	switch doc.Format {
	case lint.HTML, lint.Word:
		html.Parse(b, from, tags, f)
		if doc.Format == lint.Word {
			doc.Meta.Format = lint.NoMeta // properties of the file, which nobody needs to fill in
		}
	case lint.PlainText:
		plain.Parse(b, from, tags, f)
	default:
		markdown.Parse(b, from, tags, f, &s.markdown)
	}
	b.Finish()
	switch {
	case doc.Format == lint.Markdown && !mdx:
		unfenced(doc, src)
	case doc.Format == lint.Word:
		unfenced(doc, nil)
	}
}

// markupOf returns the format whose markup the text of a draft has.
func markupOf(doc *lint.Document) lint.Format {
	if doc.Format == lint.Notebook {
		return lint.Markdown
	}
	return doc.Format
}

// readMeta reads front matter. If that panics, the body is read from the beginning of
// the draft.
func readMeta(doc *lint.Document, src []byte, o *Options) (body int) {
	defer func() {
		if r := recover(); r != nil {
			doc.Meta = lint.Meta{}
			body = scan.MarkLength(src)
			doc.Problems = append(doc.Problems, lint.Problem{
				Span:      lint.Span{Start: body, End: body},
				Message:   "Front matter was not read: " + quota.OneLine(fmt.Sprint(r)),
				Unchecked: true,
			})
		}
	}()
	return frontmatter.Read(doc, src, o.Fields, o.Limits)
}

// survive turns a panic of a parser (goldmark has had some) into a problem, so that one
// draft cannot end a run. Half a document is worse than none: the body is discarded,
// and the metadata stays.
func survive(doc *lint.Document, from int) {
	r := recover()
	if r == nil {
		return
	}
	doc.Unread = true
	doc.Blocks, doc.Links, doc.Images = nil, nil, nil
	doc.Quotations, doc.Comments, doc.Anchors = nil, nil, nil
	doc.Problems = append(doc.Problems, lint.Problem{
		Span:      lint.Span{Start: from, End: from},
		Message:   "The draft was not checked, the parser failed: " + quota.OneLine(fmt.Sprint(r)),
		Unchecked: true,
	})
	doc.Index()
}

// complete sets what the draft does not declare from the configuration.
func complete(doc *lint.Document, o *Options) {
	inherit(doc, o)
	declared := doc.Meta.Get(lint.RoleLanguage).Value().Plain()
	for _, tag := range [...]string{declared, doc.Language, o.Located, o.Language} {
		if doc.Language = languageTag(tag); doc.Language != "" {
			break
		}
	}
	if o.Detect != nil {
		doc.Language = o.Detect(doc, doc.Language)
	}
	if doc.Language == "" {
		doc.Language = "en"
	}
	assign(doc, o)
	fields.LimitPhrases(doc)
}

// assign gives a draft without a keyphrase the one from the command line, or else those
// that the repository has for it.
func assign(doc *lint.Document, o *Options) {
	if doc.Meta.Keyphrase().Len() > 0 {
		return
	}
	if o.Keyphrase != "" {
		give(doc, lint.RoleKeyphrase, "--keyphrase", o.Keyphrase)
		return
	}
	if o.Assigned == nil {
		return
	}
	k := o.Assigned(doc.Meta.Get(lint.RoleSlug).Value().Plain())
	if k.Primary == "" {
		return
	}
	give(doc, lint.RoleKeyphrase, "keyphrase", k.Primary)
	if len(k.Secondary) > 0 && len(doc.Meta.Get(lint.RoleSecondary).Values) == 0 {
		give(doc, lint.RoleSecondary, "secondary_keyphrases", k.Secondary...)
	}
}

// give adds a field that is not in the draft.
func give(doc *lint.Document, role lint.Role, name string, values ...string) {
	f := lint.Field{Name: name}
	for _, v := range values {
		f.Values = append(f.Values, lint.NewText(v, nil))
	}
	doc.Meta.Fields = append(doc.Meta.Fields, f)
	doc.Meta.Assign(role, len(doc.Meta.Fields)-1)
}

// languageTag converts a language tag to lower-case BCP 47 form: "en_US.UTF-8" becomes
// "en-us". Anything that is not a language tag becomes "".
func languageTag(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, ".@"); i >= 0 {
		s = s[:i]
	}
	s = strings.ReplaceAll(strings.ToLower(s), "_", "-")
	if primary, _, _ := strings.Cut(s, "-"); len(primary) < 2 || len(primary) > 3 {
		return ""
	}
	for part := range strings.SplitSeq(s, "-") {
		if part == "" || len(part) > 8 || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return ""
		}
	}
	return s
}
