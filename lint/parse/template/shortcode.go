package template

import (
	"bytes"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/address"
)

// Shortcode says what a template tag is and which of its arguments matter. An argument
// is given by name ("src") or by position from 1 ("1"); several, separated by vertical
// bars, are tried in turn ("src|1"). For a link, Source is the target and Alt the text.
// For a quotation, which "endNAME" or "/NAME" closes, Source is the speaker.
type Shortcode struct {
	Kind    string // image, quote, link, ignore
	Source  string
	Alt     string
	Caption string

	// standsIn is the argument that the template of a tag uses as the alternative text if there is
	// none: the figure of Hugo uses its caption.
	standsIn string
}

// builtin returns the meaning of tags that are common on many sites. Arguments are
// tried in the given order, by name or by position.
func builtin(name string) (code Shortcode, ok bool) {
	switch name {
	case "figure":
		return Shortcode{Kind: "image", Source: "src", Alt: "alt", Caption: "caption|title", standsIn: "caption"}, true
	case "img", "image":
		return Shortcode{Kind: "image", Source: "src|url|1", Alt: "alt|2", Caption: "caption"}, true
	case "image_tag": // of Rails and Middleman
		return Shortcode{Kind: "image", Source: "1", Alt: "alt"}, true
	case "link_to":
		return Shortcode{Kind: "link", Source: "2", Alt: "1"}, true
	case "image_with_class":
		return Shortcode{Kind: "image", Source: "src|1", Alt: "alt|3"}, true
	}
	if file, found := strings.CutPrefix(name, "include "); found {
		file = file[strings.LastIndexByte(file, '/')+1:]
		if strings.Contains(file, "image") || strings.Contains(file, "figure") || strings.HasPrefix(file, "img") {
			return Shortcode{Kind: "image", Source: "src|url|file|path|image", Alt: "alt", Caption: "caption|title"}, true
		}
	}
	return code, false
}

// declared returns what the options say that a tag means.
func (m *masker) declared(name string) (code Shortcode, ok bool) {
	if len(m.o.Shortcodes) == 0 {
		return code, false
	}
	if code, ok = m.o.Shortcodes[name]; !ok && strings.HasPrefix(name, "include ") {
		code, ok = m.o.Shortcodes[strings.TrimPrefix(name, "include ")]
	}
	return code, ok
}

// means reports whether the options or the built-in tags give a tag a meaning.
func (m *masker) means(name string) bool {
	_, ok := m.declared(name)
	if !ok {
		_, ok = builtin(name)
	}
	return ok
}

// add records a tag with the span [start, end) whose content is [from, to), and
// continues after it.
func (m *masker) add(start, end, from, to int) {
	t := Tag{Span: lint.Span{Start: start, End: end}}
	if !m.mdx && from < to {
		m.describe(&t, argumentsOf(m, from, to))
	}
	m.tags = append(m.tags, t)
	m.at = end
}

// describe determines what the tag is by its name and arguments.
func (m *masker) describe(t *Tag, a arguments) {
	t.Literal = a.literal
	t.pair = a.name
	code, ok := m.declared(a.name)
	if !ok {
		if name, closes := closesPair(a.name); closes && m.o.Shortcodes[name].Kind == "quote" {
			t.Kind, t.pair = QuoteEnd, name
			return
		}
		code, ok = builtin(a.name)
	}
	if !ok {
		return
	}
	t.Source, _ = a.get(code.Source)
	switch code.Kind {
	case "image":
		// A variable may be called "image"; without a file name it is not an image.
		if !t.Source.Placed() || a.name == "image_tag" && !m.quotedAt(t.Source) {
			return
		}
		t.Kind = Image
		t.Alt, t.hasAlt = a.get(code.Alt)
		if a.name == "img" && !a.named("src|url|alt") {
			m.bareImage(t, a)
		}
		if t.hasAlt && m.variable(t, a, code) {
			t.Alt = unknown(t.Alt)
		}
		if other, _ := a.get(code.standsIn); !t.hasAlt && !other.Blank() {
			t.Alt, t.hasAlt = unknown(other), true
		}
		t.caption, _ = a.get(code.Caption)
	case "link":
		t.Alt, t.hasAlt = a.get(code.Alt)
		if a.name == "link_to" && (!m.quotedAt(t.Source) || !m.quotedAt(t.Alt)) {
			return // variables
		}
		t.Kind = Link
		t.Link = address.Classify(t.Source.String(), m.o.Hosts)
	case "quote":
		t.Kind = Quote
	}
}

// unknown returns the place of an argument with an Object as its text, which rules treat as unknown.
func unknown(arg lint.Text) lint.Text {
	return lint.NewText(string(lint.Object), []lint.Run{{Source: arg.All(), Whole: true}})
}

// variable reports whether the alt text of an image is the name of a variable: in a
// statement such as {% image "/pear.png", alt %}, a word without quotation marks is one if
// it has a key or the source of the image has quotation marks. The shortcodes of Hugo take
// any word for text.
func (m *masker) variable(t *Tag, a arguments, code Shortcode) bool {
	open := m.src[t.Span.Start:]
	shortcode := bytes.HasPrefix(open, []byte("{{<")) || bytes.HasPrefix(open, []byte("{{%"))
	if shortcode || t.Alt.Len() == 0 || m.quotedAt(t.Alt) {
		return false
	}
	return a.named(code.Alt) || m.quotedAt(t.Source)
}

// bareImage reads the arguments of an image without keys, as in Hexo and Octopress: classes,
// the path, sizes, the title and the alt text. The title serves as a missing alt text.
func (m *masker) bareImage(t *Tag, a arguments) {
	for k := range a.list {
		value := a.list[k].value
		if !strings.ContainsAny(value.String(), "./") {
			continue
		}
		t.Source, t.Alt, t.hasAlt = value, lint.Text{}, false
		for _, text := range a.list[k+1:] {
			if m.quotedAt(text.value) || strings.Trim(text.value.String(), "0123456789") != "" && !t.hasAlt {
				t.Alt, t.hasAlt = text.value, true
			}
		}
		return
	}
}

// quotedAt reports whether an argument is in quotation marks.
func (m *masker) quotedAt(arg lint.Text) bool {
	start := arg.All().Start
	return start > 0 && quoteByte(m.src[start-1])
}

// closesPair returns the name of the pair that "/quote" or "endquote" closes.
func closesPair(name string) (string, bool) {
	if s, ok := strings.CutPrefix(name, "/"); ok {
		return s, true
	}
	return strings.CutPrefix(name, "end")
}

// pairQuotes turns unpaired quotation tags into plain ones.
func (m *masker) pairQuotes() {
	var open []int
	for i := range m.tags {
		t := &m.tags[i]
		switch t.Kind {
		case Quote:
			open = append(open, i)
		case QuoteEnd:
			n := len(open)
			if n > 0 && m.tags[open[n-1]].pair == t.pair {
				open = open[:n-1]
			} else {
				t.Kind = Plain
			}
		default:
		}
	}
	for _, i := range open {
		m.tags[i].Kind = Plain
	}
}
