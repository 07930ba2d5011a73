package links

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed bare_url.txtar
var bareURLDocs string

// BareURL flags a bare URL in running text.
var BareURL = &lint.Rule{
	Name:     "bare-url",
	Family:   lint.LinksFamily,
	Summary:  "an address is shown as text",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, success criterion 2.4.4 Link Purpose (In Context) (level A)",
		URL:    "https://www.w3.org/TR/WCAG22/#link-purpose-in-context",
	},
	Articles:  true,
	Structure: true,
	Habit:     lint.Habit{Does: "show addresses as they are"},
	Lifetime:  lint.UntilOld,
	Docs:      bareURLDocs,
	New:       func() lint.Checker { return &bareURL{References: "allow"} },
}

type bareURL struct {
	References string `yaml:"references" choice:"allow|flag" doc:"allow or flag addresses in a list of references and in footnotes"`
}

// Init rejects unknown values of the option.
func (r *bareURL) Init() error {
	if r.References != "allow" && r.References != "flag" {
		return fmt.Errorf("references: %q is neither allow nor flag", r.References)
	}
	return nil
}

// Check looks at links whose text is an address with a scheme or a path: a bare host name
// such as example.org reads as a name.
func (r *bareURL) Check(p *lint.Pass) {
	if p.Kind == lint.KindPaste {
		return // its links were lost in pasting
	}
	var headings []int // block indexes, collected at the first address
	var last *lint.Link
	for i := range p.Doc.Links {
		l := &p.Doc.Links[i]
		if l.Kind == lint.Email || l.Text.Len() < len("www.x.yz") || !isAddress(l) {
			continue
		}
		if headings == nil {
			if r.References == "allow" && isRecordOfSources(p.Doc) || showsAddresses(p.Doc) {
				return // its addresses are what it records or chose to show
			}
			headings = dividing(p.Doc)
		}
		if r.References == "allow" && isReference(p.Doc, l, headings) || isShown(p.Doc, l) || isSpoken(p.Site, l) || isDescribed(p.Doc, l) || !written(p.Doc, l) || isNested(last, l) {
			continue
		}
		last = l
		shown := lint.Shorten(l.Text.Plain(), 32)
		f := lint.Finding{
			Span:     textSpan(l),
			Message:  fmt.Sprintf("Bare address “%s”; put the link on words that say what it is", shown),
			Together: "%d bare addresses in the text, such as “" + strings.ReplaceAll(shown, "%", "%%") + "”; put the links on words that say what they are",
		}
		p.Report(f)
	}
}

// showsAddresses reports whether a draft shows some addresses of other sites and puts none on words: then
// that is its way, and no slip. Editors called 3 of 19 findings on such drafts worth the time, and three
// fifths of those on others.
func showsAddresses(d *lint.Document) bool {
	const some = 3
	shown := 0
	for i := range d.Links {
		l := &d.Links[i]
		switch {
		case l.Kind == lint.Email || !strings.Contains(l.Target.String(), "://"):
		case !isAddress(l):
			return false
		default:
			shown++
		}
	}
	return shown >= some
}

// isNested reports whether the address of a link was already recorded: Markdown parses an
// address inside an HTML link as a second link.
func isNested(last, l *lint.Link) bool {
	if last == nil {
		return false
	}
	return last.Span.Start <= l.Span.Start && l.Span.End <= last.Span.End || l.Span.Start <= last.Span.Start && last.Span.End <= l.Span.End
}

// isShown reports whether an address is what readers are to see: a whole site that is not
// linked otherwise, whose address reads as its name; one on their own machine; one that is an example, or that a
// template completes; one in bold, or with a part that is, which shows how it is made; the address of a page that is gone,
// linked to its copy in an archive; or the address of an API.
func isShown(d *lint.Document, l *lint.Link) bool {
	text := l.Text.Plain()
	a, _ := href.Parse(l.Target.String())
	if isCopy(l, &a) || isEndpoint(d, l, &a) || isSampleHost(&a) || a.Under("contributor-covenant.org") { // its text says where it comes from
		return true
	}
	if isRoot(text) || isLocal(&a) || isExample(&a) && a.Domain() == strings.TrimPrefix(a.Host, "www.") || strings.ContainsRune(l.Text.String(), lint.Object) {
		return true
	}
	return l.Block != lint.None && slices.ContainsFunc(d.Blocks[l.Block].Marks, func(m lint.Mark) bool {
		return m.Kind <= lint.MarkStrong && m.Start >= l.Start && m.End <= l.End && (m.End-m.Start < l.End-l.Start || m.Kind == lint.MarkStrong)
	})
}

// isDescribed reports whether an address begins an item of a list, and its description follows after a
// dash.
func isDescribed(d *lint.Document, l *lint.Link) bool {
	if l.Block == lint.None || l.Start > 0 || d.Blocks[l.Block].Kind != lint.Item {
		return false
	}
	text := d.Blocks[l.Block].Text
	rest := strings.TrimLeft(text.Slice(l.End, text.Len()), " ")
	for _, dash := range [...]string{"- ", "– ", "— "} {
		if description, is := strings.CutPrefix(rest, dash); is {
			return strings.Count(strings.TrimSpace(description), " ") > 0
		}
	}
	return false
}

// isCopy reports whether the text of a link is an address and its target a copy of that
// page in the web archive.
func isCopy(l *lint.Link, a *href.URL) bool {
	return !l.Bare && a.Host == "web.archive.org" && strings.HasSuffix(l.Target.String(), "/"+l.Text.String())
}

// isEndpoint reports whether an address is part of an API that the draft documents: it has a
// placeholder, or code of the draft shows another address on the host.
func isEndpoint(d *lint.Document, l *lint.Link, a *href.URL) bool {
	text := l.Text.String()
	if strings.ContainsAny(text, "{}") || strings.Contains(text, "/:") {
		return true
	}
	const most = 1000 // blocks
	for i := range d.Blocks[:min(len(d.Blocks), most)] {
		if b := &d.Blocks[i]; a.Host != "" && b.Kind == lint.Code && strings.Contains(b.Text.String(), "//"+a.Host+"/") {
			return true
		}
	}
	return false
}

// isDoubled reports whether the target of an address is also linked with words, so that
// the address alone in a paragraph is there for the site to embed.
func isDoubled(d *lint.Document, l *lint.Link) bool {
	const most = 200 // links
	target, _, _ := strings.Cut(l.Target.String(), "?")
	return slices.ContainsFunc(d.Links[:min(len(d.Links), most)], func(o lint.Link) bool {
		return !o.Bare && strings.HasPrefix(o.Target.String(), target) && !isAddress(&o)
	})
}

// isDisplayed reports whether the paragraph before block i ends in a colon, so that the address
// on a line of its own is what the sentence leads to: type this into your phone.
func isDisplayed(d *lint.Document, i int) bool {
	return i > 0 && d.Blocks[i-1].Kind == lint.Paragraph && strings.HasSuffix(strings.TrimSpace(d.Blocks[i-1].Text.String()), ":")
}

// isTicket reports whether an address is that of an issue, a pull request or a commit.
func isTicket(address string) bool {
	for _, part := range [...]string{"/issues/", "/pull/", "/pulls/", "/commit/", "/merge_requests/", "/browse/", "/show_bug.cgi"} {
		if strings.Contains(address, part) {
			return true
		}
	}
	return false
}

// written reports whether an address is text for readers, which should be words instead.
// It is not in quoted text; as code; alone in a paragraph, where the site may turn it into
// an embed; in a table, where it is data; or after “[text](” and “[text] ”, a
// failed link that unresolved-reference reports. An example of an address is not a link. After a
// label, in angle brackets, or as a term that is being explained, the address is the
// information, and so is that of an issue or a change, whose number matters. The last words
// of a short list item are labelled by those before: “Ada, https://people.example/ada”. In a request
// (GET https://…), and where a page says where it was before, the address is meant to be seen.
func written(d *lint.Document, l *lint.Link) bool {
	if isDefinition(d, l) {
		return false
	}
	if l.Block == lint.None {
		return true
	}
	b := &d.Blocks[l.Block]
	switch {
	case b.Quote != lint.None || b.Kind == lint.Cell || b.Marked(lint.MarkCode, l.Start):
		return false
	case l.End-l.Start == len(strings.TrimSpace(b.Text.String())):
		return !href.IsEmbed(l.Text.String()) && !isDoubled(d, l) && !isDisplayed(d, l.Block) && !isBelowLabel(d, l.Block)
	case l.Bare && strings.HasSuffix(b.Text.Slice(0, l.Start), "(") && strings.HasPrefix(b.Text.Slice(l.End, b.Text.Len()), ")"):
		return false
	case strings.HasPrefix(d.Source.Slice(l.Span), "<http"), isTicket(l.Text.String()):
		return false
	case b.Kind == lint.Item && l.End == b.Text.Len() && isEntry(b.Text.Slice(0, l.Start)):
		return false
	case isLabelled(b.Text.Slice(0, l.Start)), l.Start == 0 && strings.HasPrefix(b.Text.Slice(l.End, b.Text.Len()), ":"):
		return false
	}
	if isRequest(b.Text.Slice(0, l.Start)) || isOrigin(b.Text.Slice(0, l.Start)) {
		return false
	}
	before := strings.TrimRight(b.Text.Slice(0, l.Start), ", :")
	return !strings.HasSuffix(before, "] (") && !strings.HasSuffix(before, "](") && !strings.HasSuffix(before, ")[") &&
		!slices.ContainsFunc(wordpack.Shared().Lines("before-examples"), func(s string) bool { return strings.HasSuffix(before, s) })
}

// isDefinition reports whether an address is written as the definition of a reference, which
// may be indented, in a list, or not read as one: “[report]: https://region.example/report”.
func isDefinition(d *lint.Document, l *lint.Link) bool {
	const longest = 200 // bytes before the address
	before := d.Source.Bytes[max(0, l.Span.Start-longest):l.Span.Start]
	line := strings.Trim(string(before[bytes.LastIndexByte(before, '\n')+1:]), " \t-*+<")
	return strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]:") && strings.Count(line, "[") == 1
}

// isLabelled reports whether a text ends with a label and a colon: "Website:", "More
// information:". A sentence that ends with a colon is not a label.
func isLabelled(before string) bool {
	const longest, words = 40, 5 // characters and words in a label
	before = strings.TrimRight(before, " \n\t*_(<[")
	label, is := strings.CutSuffix(before, ":")
	if !is {
		if label, is = strings.CutSuffix(before, "："); !is {
			return false
		}
	}
	label = label[strings.LastIndexAny(label, ".,:;!?()|\\\n—–•")+1:]
	return utf8.RuneCountInString(label) <= longest && len(strings.Fields(label)) <= words
}

// isEntry reports whether the text before an address in a list item is the name of what is
// at the address: some words, and a sign that separates the two.
func isEntry(before string) bool {
	const most = 8 // words
	before = strings.TrimRight(before, " (<[")
	last, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune(",-–—|→", last) && len(strings.Fields(before)) <= most
}

// isRoot reports whether an address names a whole site: "https://example.org/". It reads
// as a name, though a clumsy one.
func isRoot(address string) bool {
	if _, rest, found := strings.Cut(address, "://"); found {
		address = rest
	}
	i := strings.IndexByte(address, '/')
	return i < 0 || i == len(address)-1
}

func isAddress(l *lint.Link) bool {
	text := l.Text.String()
	for _, scheme := range []string{"http://", "https://", "ftp://"} {
		if strings.HasPrefix(text, scheme) {
			return !strings.ContainsAny(text, " \n")
		}
	}
	return l.Bare && strings.HasPrefix(text, "www.") && strings.Contains(text, "/")
}
