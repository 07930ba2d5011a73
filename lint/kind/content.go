package kind

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/locale"
)

// byContent determines the kind from the content of a draft.
func byContent(s *lint.Site, name string, d *lint.Document, dated bool) lint.Kind {
	body := hasBody(d)
	switch {
	case d.Format == lint.PlainText && d.Meta.Format == lint.NoMeta && s.Generator != "" && len(d.Source.Bytes) > 0:
		return lint.KindAsset // generators make no pages from it
	case redirects(d), !body && !dated && linksOut(d), untranslated(s, name, d, body):
		return lint.KindStub
	case len(d.Source.Bytes) == 0:
		return lint.KindStub
	case lists(d):
		return lint.KindSection
	case !body:
		switch {
		case len(d.Templates) > 0 && d.Meta.Format == lint.NoMeta:
			return lint.KindFragment
		case !dated && (d.Meta.Title().Len() == 0 && len(d.Meta.Fields) > 0 || laidOut(d)):
			return lint.KindRecord
		}
		return lint.KindArticle // not yet written
	case d.Meta.Format == lint.NoMeta && extends(d), !dated && bare(d):
		return lint.KindFragment
	case d.Format == lint.PlainText && d.Meta.Format == lint.NoMeta:
		if sentences(d) && !served(name) && !repeats(d) {
			return lint.KindPaste
		}
		return lint.KindAsset
	}
	return lint.KindArticle
}

// served reports whether a file is in a folder with files that programs read or serve.
func served(name string) bool {
	folders := strings.Split(strings.ToLower(path.Dir(name)), "/")
	return contains(folders, []string{"assets", "static", "public", "data", "dataset", "datasets", "corpus", "corpora", "samples", "fixtures", "files", ".well-known"}) ||
		slices.ContainsFunc(folders, func(folder string) bool {
			return strings.HasSuffix(folder, "-data") || strings.HasSuffix(folder, "_data")
		})
}

// fewestRepeated is the minimum number of lines of a text that may consist of repetitions
// only.
const fewestRepeated = 20

// repeats reports whether most lines at the beginning of a text are copies of others, as in a file
// that is only there to be long.
func repeats(d *lint.Document) bool {
	const reach = 16 << 10 // bytes
	all, different := 0, map[string]bool{}
	for line := range bytes.Lines(d.Source.Bytes[:min(len(d.Source.Bytes), reach)]) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			all++
			different[string(line)] = true
		}
	}
	return all >= fewestRepeated && 2*len(different) < all
}

// lists reports whether the metadata says that the page lists others, as in Quarto.
func lists(d *lint.Document) bool {
	for i := range d.Meta.Fields {
		if name := d.Meta.Fields[i].Name; name == "listing" || strings.HasPrefix(name, "listing.") {
			return words(d) < fewestOfList
		}
	}
	return false
}

// fewestOfList is the minimum number of words of a page with a list that is an article.
const fewestOfList = 100

// hasBody reports whether a document has images, or any text other than headings.
func hasBody(d *lint.Document) bool {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != lint.Heading && strings.TrimFunc(b.Text.String(), notWord) != "" {
			return true
		}
	}
	return len(d.Images) > 0
}

func notWord(r rune) bool { return r == lint.Object || r <= ' ' }

// redirects reports whether the metadata of a document makes it a redirect.
func redirects(d *lint.Document) bool {
	for i := range d.Meta.Fields {
		switch name := strings.ToLower(d.Meta.Fields[i].Name); name {
		case "redirect", "redirect_to", "redirect_url", "redirecturl", "redirect-to", "redirectto", "meta refresh":
			return d.Meta.Fields[i].Value().Len() > 0
		case "layout", "type":
			if strings.HasPrefix(strings.ToLower(d.Meta.Fields[i].Value().Plain()), "redirect") {
				return true
			}
		}
	}
	return false
}

// linksOut reports whether the metadata names a page of another site to which the draft only
// links.
func linksOut(d *lint.Document) bool {
	for i := range d.Meta.Fields {
		switch generator.Fold(d.Meta.Fields[i].Name) {
		case "sourceurl", "externalurl", "externallink", "linkurl", "linkto", "outboundurl", "originalurl":
			if strings.Contains(d.Meta.Fields[i].Value().Plain(), "://") {
				return true
			}
		}
	}
	return false
}

// untranslated reports whether the metadata says that the draft is still to be translated:
// it has no text yet or, in the folder of a language, that of another. On a source, the
// field says that it has no translations.
func untranslated(s *lint.Site, name string, d *lint.Document, body bool) bool {
	return isSet(d, "untranslated") && (!body || locale.Of(s, name) != "")
}

// isSet reports whether a field of the metadata with a name is true.
func isSet(d *lint.Document, name string) bool {
	for i := range d.Meta.Fields {
		if strings.EqualFold(d.Meta.Fields[i].Name, name) {
			switch strings.ToLower(d.Meta.Fields[i].Value().Plain()) {
			case "true", "1", "yes":
				return true
			}
		}
	}
	return false
}

// laidOut reports whether the metadata names a template for the page.
func laidOut(d *lint.Document) bool {
	for i := range d.Meta.Fields {
		switch strings.ToLower(d.Meta.Fields[i].Name) {
		case "layout", "template", "type":
			return true
		}
	}
	return false
}

// bare reports whether the metadata says that the page has no layout, like parts of other pages
// and pages for programs.
func bare(d *lint.Document) bool {
	for i := range d.Meta.Fields {
		if strings.EqualFold(d.Meta.Fields[i].Name, "layout") {
			switch strings.ToLower(d.Meta.Fields[i].Value().Plain()) {
			case "":
				return d.Meta.Title().Len() == 0
			case "null", "none", "nil", "~", "false", "blank", "empty", "raw":
				return true
			}
		}
	}
	return false
}

// extends reports whether a draft is a template that extends another, judging by its tags.
func extends(d *lint.Document) bool {
	for _, span := range d.Templates {
		tag := strings.TrimLeft(d.Source.Slice(span), "{%-~ \t")
		for _, word := range [...]string{"extends", "block ", "define ", "layout "} {
			if strings.HasPrefix(tag, word) {
				return true
			}
		}
	}
	return false
}
