package cmd_test

import (
	"bytes"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
)

// outline is what a draft consists of besides the words of its author.
type outline struct {
	parts map[string][]string // by kind, in order; no fix may change any
	texts map[string]int      // the number of headings and paragraphs, by what they are in
}

// markup are the patterns for what Markdown does not know or does not parse.
func markup() map[string]*regexp.Regexp {
	return map[string]*regexp.Regexp{
		"template tag":   regexp.MustCompile(`(?s)\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|<\?.*?\?>`),
		"attribute list": regexp.MustCompile(`\{[:#.][^}\n]*\}|\{[^{}\n]*=[^{}\n]*\}`),
		"fence":          regexp.MustCompile("(?m)^[ >\t]*(?:```+|~~~+|:::+|!!!|\\?\\?\\?|--8<--|@[a-z]+|\\$\\$).*$"),
		"formula":        regexp.MustCompile(`(?s)\$\$.*?\$\$|\\\(.*?\\\)|\\begin\{.*?\\end\{`),
		"comment":        regexp.MustCompile(`(?s)<!--.*?-->|%%.*?%%`),
		"note":           regexp.MustCompile(`\[\^[^\]\n]+\]`),
		"tag":            regexp.MustCompile(`</?[A-Za-z][^<>]*>`),
		"shortcode":      regexp.MustCompile(`\[/?[a-z_-]+(?: [a-z_-]+=[^\]\n]*)?\](?:[^(\[:]|$)`),
		"address":        regexp.MustCompile("https?://[^\\s<>\"'`)\\]}|\\\\]+"),
		"emoji":          regexp.MustCompile(`:[a-z0-9_+-]+:`),
	}
}

// declared are the changes that fixes declare: another scheme, no tracking parameters, a
// shorter alternative.
var declared = []struct {
	what *regexp.Regexp
	with string
}{
	{regexp.MustCompile(`http://`), "https://"},
	{regexp.MustCompile(`([?&]|&amp;)(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|si|ref_src|ref_url|_hs\w+|mkt_tok|trk|yclid|WT\.mc_id|ncid|cmpid|s_cid|__s|vero_\w+|oly_\w+|wickedid|twclid)=[^&#\s"'<>)\]]*`), "$1"},
	{regexp.MustCompile(`[?&]+(?:amp;)?([&#\s"'<>)\]]|$)`), "$1"},
	{regexp.MustCompile(`\?(?:&amp;|&)+`), "?"},
	{regexp.MustCompile(`</?(?:p|b|strong|h[1-6])(?:\s+(?:style|align)="[^"]*")*\s*>`), ""}, // a line in bold becomes a heading
	{regexp.MustCompile(`alt="[^"]*"|alt='[^']*'|alt=\{"[^"]*"\}`), "alt"},
}

// images matches the tags of images, whose arguments of several words are alternatives.
var images = regexp.MustCompile(`\{[{%][<%]?\s*(?:include\s+\S*)?(?:image|img|figure|picture|photo)[^\n]*?[%}]\}`)

var sentences = regexp.MustCompile(`"[^"\s]+ [^"\n]*"`)

func plainly(s string) string {
	for _, d := range declared {
		s = d.what.ReplaceAllString(s, d.with)
	}
	return images.ReplaceAllStringFunc(s, func(tag string) string { return sentences.ReplaceAllString(tag, "alt") })
}

// outlineOf reads a draft.
func outlineOf(name string, content []byte) outline {
	o := outline{parts: map[string][]string{}, texts: map[string]int{}}
	head, body := headOf(content)
	for line := range strings.Lines(string(head)) {
		if key, _, found := strings.Cut(line, ":"); found {
			o.parts["key"] = append(o.parts["key"], key)
		}
	}
	source := plainly(string(body))
	for kind, pattern := range markup() {
		o.parts[kind] = pattern.FindAllString(source, -1)
	}
	if ext := strings.ToLower(filepath.Ext(name)); ext == ".html" || ext == ".htm" {
		o.parts["token"] = tokens([]byte(source))
	} else {
		o.markdown([]byte(source))
	}
	return o
}

// headOf splits front matter from the body.
func headOf(content []byte) (head, body []byte) {
	for _, fence := range []string{"---", "+++"} {
		if !bytes.HasPrefix(content, []byte(fence)) {
			continue
		}
		if k := bytes.Index(content[3:], []byte("\n"+fence)); k >= 0 {
			return content[:k+7], content[k+7:]
		}
	}
	return nil, content
}

// tokens lists the tags of HTML, and the text of elements that are no prose.
func tokens(source []byte) (all []string) {
	z := html.NewTokenizer(bytes.NewReader(source))
	raw := ""
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return all
		case html.TextToken:
			if raw != "" {
				all = append(all, string(z.Raw()))
			}
		default:
			all = append(all, string(z.Raw()))
			name, _ := z.TagName()
			if kind == html.StartTagToken && raw == "" && slices.Contains([]string{"script", "style", "pre", "code", "textarea", "svg", "math"}, string(name)) {
				raw = string(name)
			} else if kind == html.EndTagToken && raw == string(name) {
				raw = ""
			}
		}
	}
}

var indents = regexp.MustCompile(`(?m)^[ \t]+`)

// boxes matches the first lines of admonitions and tabs, whose text is indented.
var boxes = regexp.MustCompile(`(?m)^[ \t]*(?:!!!|\?\?\?|===)\+? `)

func (o *outline) markdown(source []byte) {
	if boxes.Match(source) {
		source = indents.ReplaceAll(source, nil)
	}
	engine := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
	tree := engine.Parser().Parse(text.NewReader(source))
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the function returns no error
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text, *ast.String, *ast.Emphasis, *ast.Document:
		case *ast.Heading, *ast.Paragraph, *ast.TextBlock:
			o.texts[around(n)]++
		case *ast.CodeSpan, *ast.RawHTML, *ast.AutoLink:
			o.parts["inline"] = append(o.parts["inline"], n.Kind().String()+" "+written(n, source))
		case *ast.Link:
			o.parts["link"] = append(o.parts["link"], string(n.Destination)+" "+string(n.Title))
		case *ast.Image:
			o.parts["image"] = append(o.parts["image"], string(n.Destination)+" "+string(n.Title))
		default:
			part := n.Kind().String()
			if _, is := n.(*ast.HTMLBlock); is {
				if all := tokens(n.Lines().Value(source)); len(all) > 0 {
					o.parts["block"] = append(o.parts["block"], part+" "+strings.Join(all, ""))
				}
				return ast.WalkContinue, nil
			}
			if n.Type() == ast.TypeBlock && n.IsRaw() {
				part += " " + string(n.Lines().Value(source))
			}
			o.parts["block"] = append(o.parts["block"], part)
		}
		return ast.WalkContinue, nil
	})
}

// around names the containers of a node.
func around(n ast.Node) (path string) {
	for p := n.Parent(); p != nil; p = p.Parent() {
		path += "/" + p.Kind().String()
	}
	return path
}

func written(n ast.Node, source []byte) string {
	switch n := n.(type) {
	case *ast.RawHTML:
		return string(n.Segments.Value(source))
	case *ast.AutoLink:
		return string(n.URL(source))
	}
	var all strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			all.Write(t.Segment.Value(source))
		}
	}
	return all.String()
}

// differences lists what a fix may not have changed.
func differences(name string, old, now []byte) (all []string) {
	before, after := outlineOf(name, old), outlineOf(name, now)
	for kind, was := range before.parts {
		if is := after.parts[kind]; !slices.EqualFunc(was, is, samePart) {
			k := 0
			for k < len(was) && k < len(is) && samePart(was[k], is[k]) {
				k++
			}
			all = append(all, fmt.Sprintf("  %s: %d and %d; the first was %.200q and is %.200q", kind, len(was), len(is), strings.Join(was[k:min(k+1, len(was))], ""), strings.Join(is[k:min(k+1, len(is))], "")))
		}
	}
	lines, left := 0, map[string]int{}
	for line := range strings.Lines(string(now)) {
		left[line]++
	}
	for line := range strings.Lines(string(old)) {
		if left[line]--; left[line] < 0 {
			lines++
		}
	}
	for path, was := range before.texts {
		if is := after.texts[path]; is > was+2*lines || is < was-2*lines {
			all = append(all, fmt.Sprintf("  texts in %s: %d and %d, with %d lines changed", path, was, is, lines))
		}
	}
	return all
}

// addresses matches the addresses in a part.
var addresses = regexp.MustCompile(`https://[^\s"'<>)]+`)

// samePart reports whether two parts are the same, or each address in the second is a page to
// which that in the first, an address of a service that counts clicks, leads.
func samePart(was, is string) bool {
	if was == is {
		return true
	}
	old, now := addresses.FindAllString(was, -1), addresses.FindAllString(is, -1)
	return addresses.ReplaceAllString(was, "") == addresses.ReplaceAllString(is, "") && slices.EqualFunc(old, now, func(was, is string) bool {
		plain, err := url.QueryUnescape(was)
		return was == is || err == nil && strings.Contains(plainly(plain), is)
	})
}

// TestTheOutlineDetectsDamage changes each part of a draft and expects a difference.
func TestTheOutlineDetectsDamage(t *testing.T) {
	const draft = "---\ntitle: A pier\n---\n\n# A pier\n\nText with `some code` and [a link](https://example.org/a \"t\") and $$x x$$.\n\n{% note \"a a\" %}\n\n" +
		"![pier](/pier.png){: .wide title=\"b b\"}\n\n```sh\nls ls\n```\n\n- one\n- two\n\n> said\n\n<div title=\"c c\">d</div>\n\nNote.[^1]\n\n[^1]: Here :tada:.\n"
	if d := differences("a.md", []byte(draft), []byte(draft)); len(d) > 0 {
		t.Error(d)
	}
	for old, now := range map[string]string{
		"title:": "name:", "some code": "code", "example.org/a": "example.org/b", "x x": "x", "a a": "a", "b b": "b", "ls ls": "ls", "pier.png": "pir.png", "c c": "c",
		"- one\n": "", "> said": "said", "[^1]:": "[^2]:", ":tada:": ":tada", "```\n\n- one": "\n\n- one", "Text with": "Text\n\n    with",
	} {
		if d := differences("a.md", []byte(draft), []byte(strings.Replace(draft, old, now, 1))); len(d) == 0 {
			t.Errorf("%q instead of %q is no damage", now, old)
		}
	}
	for old, now := range map[string]string{"# A pier": "A pier", "Text with": "Text", "https:": "http:", "/a \"": "/a?utm_source=b \""} {
		if d := differences("a.md", []byte(draft), []byte(strings.Replace(draft, old, now, 1))); len(d) > 0 {
			t.Errorf("%q instead of %q: %v", now, old, d)
		}
	}
}
