package setup

import (
	"bytes"
	"cmp"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Shortcode is a template tag that is an image or a quotation, judging by its name and
// arguments.
type Shortcode struct {
	Name, Kind           string
	Source, Alt, Caption string // arguments; "" for none
	Uses                 int
}

var (
	hugoTag   = pattern(`\{\{[<%]\s*([A-Za-z][\w-]{0,40})\s([^<>{}\n]{0,500})[>%]\}\}`)
	liquidTag = pattern(`\{%-?\s*(include(?:_cached|_relative)?\s+[\w./-]{1,60}|[A-Za-z][\w-]{0,40})\s([^%{}\n]{0,500})%\}`)
	argument  = pattern(`(?:([A-Za-z][\w-]*)\s*=\s*)?(?:"([^"]*)"|'([^']*)')`)
	imageFile = pattern(`(?i)\.(jpe?g|png|gif|webp|svg|avif)$`)
)

// lookForShortcodes finds template tags that are images or quotations but that copychief does not
// know.
func lookForShortcodes(l *looker) {
	found := map[string]*Shortcode{}
	for i := range l.sample {
		src := l.sample[i]
		for _, tag := range []*regexp.Regexp{hugoTag(), liquidTag()} {
			for _, m := range tag.FindAllSubmatch(src, 200) {
				countShortcode(found, string(m[1]), string(m[2]), src)
			}
		}
	}
	maps.DeleteFunc(found, func(_ string, s *Shortcode) bool {
		return s.Uses < 2 || s.Kind == "image" && s.Alt == "" // a tag that takes no alt text cannot lack one
	})
	for _, s := range found {
		l.Shortcodes = append(l.Shortcodes, *s)
	}
	slices.SortFunc(l.Shortcodes, func(a, b Shortcode) int { return cmp.Or(b.Uses-a.Uses, strings.Compare(a.Name, b.Name)) })
	l.Shortcodes = l.Shortcodes[:min(len(l.Shortcodes), 8)]
}

// countShortcode examines one tag.
func countShortcode(found map[string]*Shortcode, name, arguments string, src []byte) {
	if word, file, ok := strings.Cut(name, " "); ok && strings.HasPrefix(word, "include") {
		name = strings.TrimSpace(file)
		if base := path.Base(name); strings.Contains(base, "image") || strings.Contains(base, "figure") || strings.HasPrefix(base, "img") {
			return // known by name
		}
	}
	if known(name) {
		return
	}
	s := found[name]
	if s == nil {
		s = describe(name, arguments, src)
		if s == nil {
			return
		}
		found[name] = s
	}
	s.Uses++
	for key, value := range named(arguments) {
		switch folded(key) {
		case "alt", "alttext", "description", "desc":
			if s.Kind == "image" {
				s.Alt = key
			}
		case "caption", "title", "credit":
			if s.Kind == "image" && (s.Caption == "" || folded(key) == "caption") && value != "" {
				s.Caption = key
			}
		}
	}
}

// known reports whether copychief knows a tag, or it is not for content.
func known(name string) bool {
	switch name {
	case "figure", "img", "image", "image_with_class", "if", "elsif", "unless", "for", "assign", "capture", "case", "when", "set", "raw", "highlight",
		"link", "post_url", "ref", "relref", "youtube", "vimeo", "tweet", "gist", "include", "render", "partial", "block", "extends", "import", "from":
		return true
	}
	return false
}

// describe classifies a tag. It is an image if an argument names an image file, and a
// quotation if its name says so and it has a closing tag; otherwise, describe returns nil.
func describe(name, arguments string, src []byte) *Shortcode {
	position := 0
	for _, m := range argument().FindAllStringSubmatch(arguments, 20) {
		key, value := m[1], m[2]+m[3]
		if key == "" {
			position++
			key = string(rune('0' + min(position, 9)))
		}
		if imageFile().MatchString(value) {
			return &Shortcode{Name: name, Kind: "image", Source: key}
		}
	}
	switch folded(name) {
	case "quote", "blockquote", "pullquote", "epigraph":
		closed := bytes.Contains(src, []byte("{{< /"+name)) || bytes.Contains(src, []byte("{{% /"+name)) || bytes.Contains(src, []byte("end"+name))
		if !closed {
			return nil
		}
		s := &Shortcode{Name: name, Kind: "quote"}
		for key := range named(arguments) {
			switch folded(key) {
			case "author", "by", "speaker", "name", "cite", "source", "attribution":
				s.Source = key
			}
		}
		return s
	}
	return nil
}

// named returns the named arguments of a tag.
func named(arguments string) map[string]string {
	all := map[string]string{}
	for _, m := range argument().FindAllStringSubmatch(arguments, 20) {
		if m[1] != "" {
			all[m[1]] = m[2] + m[3]
		}
	}
	return all
}

// folded returns the name of an argument for comparison.
func folded(name string) string {
	return strings.ToLower(strings.NewReplacer("-", "", "_", "").Replace(name))
}
