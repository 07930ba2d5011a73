package links

import (
	_ "embed"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed bare_url.txtar
var bareURLDocs string

// BareURL flags an address that stands where words should.
var BareURL = &lint.Rule{
	Name:     "bare-url",
	Family:   lint.LinksFamily,
	Summary:  "an address is shown as text",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, success criterion 2.4.4 Link Purpose (In Context) (level A)",
		URL:    "https://www.w3.org/TR/WCAG22/#link-purpose-in-context",
	},
	Docs: bareURLDocs,
	New:  func() lint.Checker { return &bareURL{References: "allow"} },
}

type bareURL struct {
	References string `yaml:"references" choice:"allow|flag" doc:"allow or flag addresses in a list of references and in footnotes"`
}

// Init refuses any other word than the two.
func (r *bareURL) Init() error {
	if r.References != "allow" && r.References != "flag" {
		return fmt.Errorf("references: %q is neither allow nor flag", r.References)
	}
	return nil
}

// Check looks at links whose text is an address with a scheme or a path: a bare
// host name such as example.org reads as a name.
func (r *bareURL) Check(p *lint.Pass) {
	var headings []int // indexes of blocks, gathered for the first address
	for i := range p.Doc.Links {
		l := &p.Doc.Links[i]
		if l.Kind == lint.Email || l.Text.Len() < len("www.x.yz") || !isAddress(l) {
			continue
		}
		if headings == nil {
			for i := range p.Doc.Headings() {
				headings = append(headings, i)
			}
		}
		if r.References == "allow" && isReference(p.Doc, l, headings) || !written(p.Doc, l) {
			continue
		}
		f := lint.Finding{
			Span:    textSpan(l),
			Message: fmt.Sprintf("Address “%s” stands in the text; put the link on words that say what it is", lint.Shorten(l.Text.Plain(), 32)),
		}
		if isRoot(l.Text.Plain()) || !p.Doc.Can(lint.LinksWords) {
			f.Severity = lint.Advice
		}
		p.Report(f)
	}
}

// written reports whether the author meant readers to read the address. Others'
// words are not the author's to mend, an address set as code is shown on purpose,
// one that fills its paragraph may be turned into what is behind it, and one behind
// “[text] ” is a link that failed, which unresolved-reference reports. An example of
// an address is no link at all.
func written(d *lint.Document, l *lint.Link) bool {
	if l.Block == lint.None {
		return true
	}
	b := &d.Blocks[l.Block]
	switch {
	case b.Quote != lint.None || b.Marked(lint.MarkCode, l.Start):
		return false
	case l.End-l.Start == len(strings.TrimSpace(b.Text.String())):
		return !isEmbed(l.Text.String())
	}
	before := strings.TrimRight(b.Text.Slice(0, l.Start), ", :")
	return !strings.HasSuffix(before, "] (") &&
		!slices.ContainsFunc(language.SharedPack().Lines("before-examples"), func(s string) bool { return strings.HasSuffix(before, s) })
}

// isEmbed reports whether publishing systems turn an address that stands alone into
// the post, the film or the piece of music it leads to (oEmbed).
func isEmbed(address string) bool {
	_, rest, _ := strings.Cut(address, "://")
	host, _, _ := strings.Cut(rest, "/")
	switch strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(host), "www."), "m.") {
	case "twitter.com", "x.com", "bsky.app", "youtube.com", "youtu.be", "vimeo.com", "instagram.com", "tiktok.com",
		"facebook.com", "soundcloud.com", "open.spotify.com", "flickr.com", "codepen.io", "gist.github.com", "ted.com":
		return true
	}
	return false
}

// isRoot reports whether an address names a site as a whole: "https://example.org/".
// It reads as a name, if a clumsy one.
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

// isReference reports whether a link belongs to a list of references: a footnote,
// a block under a heading that says so, or the address that makes up a whole line
// below the title it belongs to in such a list.
func isReference(d *lint.Document, l *lint.Link, headings []int) bool {
	if l.Block == lint.None {
		return false
	}
	if d.Blocks[l.Block].Footnote {
		return true
	}
	k := sort.SearchInts(headings, l.Block+1)
	if k == 0 {
		return false
	}
	heading := strings.ToLower(strings.TrimRight(d.Blocks[headings[k-1]].Text.Plain(), ":. "))
	_, is := language.SharedPack().Table("reference-headings")[heading]
	return is
}
