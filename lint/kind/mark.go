package kind

import (
	"bytes"
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// licences returns phrases from the beginnings of licences, and generators the comments by
// which programs mark what they write, one per line of a list.
var (
	//go:embed licences.txt
	licenceList string
	//go:embed generators.txt
	generatorList string

	licences, generators = phrases(licenceList), phrases(generatorList)
)

// Marks are searched for at the beginning of a draft, in bytes.
const (
	licenceReach = 2 << 10
	markReach    = 2 << 10
)

// byMark recognises texts that nobody edits by marks in their content, whatever their name
// and metadata.
func byMark(d *lint.Document) lint.Kind {
	text := d.Source.Bytes[:min(len(d.Source.Bytes), markReach)]
	switch {
	case d.Format == lint.HTML && saved(string(text)):
		return lint.KindCopy
	case d.Format == lint.HTML && (mail(d.Source.Bytes) || bytes.Contains(text, []byte("{% load "))): // only Django loads
		return lint.KindTemplate
	case d.Format == lint.HTML && !hasFrontMatter(d) && isShell(d):
		return lint.KindSample
	case bytes.HasPrefix(text, []byte("-----BEGIN PGP ")):
		return lint.KindVerbatim
	case d.Format == lint.PlainText && (licence(d) || bytes.Contains(text, []byte("Project Gutenberg"))):
		return lint.KindVerbatim
	case d.Format == lint.PlainText && otherMarkup(d.Source.Bytes):
		return lint.KindAsset
	case generated(text), isPseudo(text), d.Format == lint.HTML && !hasFrontMatter(d) && (converted(string(text)) || isReference(string(text))):
		return lint.KindGenerated
	case isData(d):
		return lint.KindAsset
	case isSet(d, "archived"):
		return lint.KindArchived
	case isSet(d, "headless"):
		return lint.KindFragment
	}
	return lint.KindUnknown
}

// saved reports whether an HTML page begins with the comment of a program that saves pages
// of other sites.
func saved(text string) bool {
	for _, mark := range [...]string{"saved from url=", "Page saved with SingleFile", "Mirrored from ", "FILE ARCHIVED ON ", "using monolith", "ScrapBook"} {
		if strings.Contains(text, mark) {
			return strings.Contains(text, "<!--")
		}
	}
	return strings.Contains(text, `name="savepage-`)
}

// converted reports whether a page of HTML has the elements that Asciidoctor and Sphinx write around
// each section: its source is another file.
func converted(text string) bool {
	for _, mark := range [...]string{`<div class="sect1">`, `<div class="sect2">`, `<div class="sect3">`, `<div class="paragraph">`, `<div class="ulist">`, `class="headerlink"`} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

// isPseudo reports whether a text is in the language that Crowdin makes up for translating in the page:
// each text has the name of its entry in it.
func isPseudo(text []byte) bool { return bytes.Count(text, []byte("crwdns")) >= fewestMarked }

// fewestTables is the minimum number of layout tables of an e-mail.
const fewestTables = 3

// mail reports whether a page of HTML is the template of an e-mail: it has markup for mail
// programs, or is laid out with tables that say so.
func mail(src []byte) bool {
	return bytes.Contains(src, []byte("<!--[if mso")) || bytes.Contains(src, []byte("<mjml")) ||
		bytes.Count(src, []byte(`role="presentation"`)) >= fewestTables && bytes.Contains(src, []byte("<table"))
}

// licence reports whether a text is a licence, judging by how its body begins.
func licence(d *lint.Document) bool {
	from := min(d.Meta.Span.End, len(d.Source.Bytes))
	text := strings.Join(strings.Fields(string(d.Source.Bytes[from:min(len(d.Source.Bytes), from+licenceReach)])), " ")
	return containsAny(text, licences())
}

// generated reports whether a comment at the beginning of a text says that a program
// writes it.
func generated(text []byte) bool {
	if i := bytes.LastIndexByte(text, '\n'); i >= 0 && len(text) == markReach {
		text = text[:i]
	}
	html := bytes.Contains(text, []byte("<!--"))
	inside := false
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); !inside && !html && !mayBeComment(line) {
			continue // most lines
		}
		inside = inside || html && bytes.Contains(line, []byte("<!--")) || bytes.HasPrefix(line, []byte("{/*")) || bytes.HasPrefix(line, []byte("{#"))
		if !inside && !isComment(text, line) {
			continue
		}
		if containsAny(string(line), generators()) && !boundsRegion(strings.ToLower(string(line))) {
			return true
		}
		if bytes.Contains(line, []byte("-->")) || bytes.Contains(line, []byte("*/}")) || bytes.Contains(line, []byte("#}")) {
			inside = false
		}
	}
	return false
}

// mayBeComment reports whether a line begins like a comment other than one of HTML.
func mayBeComment(line []byte) bool {
	return len(line) > 0 && (line[0] == '#' || line[0] == '/' || line[0] == '[' || line[0] == '{')
}

// isComment reports whether a line of a text is a comment: in front matter, or of Markdown.
func isComment(text, line []byte) bool {
	if bytes.HasPrefix(line, []byte("# ")) {
		return inMeta(text, line) // otherwise a heading
	}
	return bytes.HasPrefix(line, []byte("//")) || bytes.HasPrefix(line, []byte("[//]:")) || bytes.HasPrefix(line, []byte("[comment]:"))
}

// inMeta reports whether a line is in the front matter that a text begins with.
func inMeta(text, line []byte) bool {
	if !bytes.HasPrefix(text, []byte("---")) && !bytes.HasPrefix(text, []byte("+++")) {
		return false
	}
	end := bytes.Index(text[3:], []byte("\n"+string(text[:3])))
	return end < 0 || bytes.Index(text, line) < end
}

// fewestLines is the minimum number of lines of a text without sentences that is a list of
// data.
const fewestLines = 8

// sentences reports whether at least a third of a plain text consists of paragraphs that
// end as sentences do. Lists of data, rules for servers and logs do not.
func sentences(d *lint.Document) bool {
	if bytes.Count(d.Source.Bytes, []byte("\n")) < fewestLines {
		return true
	}
	prose, all := 0, 0
	for i := range d.Blocks {
		text := strings.TrimRightFunc(d.Blocks[i].Text.Plain(), closing)
		all += len(text)
		last, _ := utf8.DecodeLastRuneInString(text)
		if unicode.Is(unicode.Sentence_Terminal, last) || unicode.In(last, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			prose += len(text)
		}
	}
	return 3*prose >= all
}

// closing reports whether a character may follow the end of a sentence.
func closing(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Quotation_Mark, unicode.Pe, unicode.Pf) || r == '*' || r == '_' || r == '…'
}
