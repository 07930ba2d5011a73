package anchor

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// filling lists the beginnings of tags that may insert headings or ids from elsewhere into
// a page.
var filling = [...]string{"{{", "{%", "<%", "{!", "--8<--", "@include", "\nimport ", "<slot", "<?", "%%", "\n::include", "![[", "```{", ":::{"}

// component matches a tag of a component, which may have headings of its own.
var component = regexp.MustCompile(`</?[A-Z][A-Za-z.]*[\s/>]`)

// markup matches the targets of links and the tags in a heading.
var markup = regexp.MustCompile(`\]\([^)]*\)|\]\[[^\]]*\]|<[^>]*>`)

// heads matches headings in HTML.
var heads = regexp.MustCompile(`(?is)<(?:h[1-6]|dt|summary|caption|th)\b[^>]*>(.*?)</`)

// InDraft reports whether the page of another draft, in Markdown, may have an anchor with
// an id. It reads the source line by line, without parsing it: whatever may be a heading
// counts, and a page into which a tag inserts text may have any anchor.
func InDraft(text []byte, id string, styles []lint.IDStyle) bool {
	id, _, _ = strings.Cut(id, ":~:")
	id = strings.TrimPrefix(id[strings.LastIndexByte(id, '#')+1:], "user-content-")
	if id == "" || ofLayout(id) || ownIDIn(text, nil, strings.TrimPrefix(id, "^")) || filled(text) {
		return true
	}
	wanted, again := spellings(id), repetition(id)
	before := ""
	for line := range strings.Lines(string(text)) {
		name := headingIn(line, before)
		before = strings.TrimSpace(line)
		if name == "" {
			continue
		}
		name = markup.ReplaceAllString(name, "]")
		if headed(name, wanted, styles) || countedIn(name, id) || again.reached(name, styles) {
			return true
		}
	}
	for _, m := range heads.FindAllSubmatch(text, -1) {
		name := markup.ReplaceAllString(string(m[1]), "")
		if headed(name, wanted, styles) || again.reached(name, styles) {
			return true
		}
	}
	found := false
	titled(text, func(title string) { found = found || headed(title, wanted, nil) })
	return found || bytes.Contains(text, []byte("\n=== "))
}

// filled reports whether tags insert text from elsewhere into a draft.
func filled(text []byte) bool {
	return slices.ContainsFunc(filling[:], func(sign string) bool { return bytes.Contains(text, []byte(sign)) }) || component.Match(text)
}

// headingIn returns the text of a heading or a term at a line, given the line before it, or "".
func headingIn(line, before string) string {
	trimmed := strings.TrimLeft(line, " \t>-*+0123456789.)")
	if text := strings.TrimLeft(trimmed, "#"); len(text) < len(trimmed) {
		return strings.TrimRight(strings.TrimSpace(text), "# ")
	}
	under := strings.TrimSpace(line)
	if before != "" && (strings.HasPrefix(under, ": ") || under != "" && (strings.Trim(under, "=") == "" || strings.Trim(under, "-") == "")) {
		return strings.TrimLeft(before, "> ")
	}
	return ""
}

// countedIn reports whether an id is one that generators give to a heading without usable
// letters.
func countedIn(heading, id string) bool {
	return isCount(id) && !strings.ContainsFunc(heading, func(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' })
}
