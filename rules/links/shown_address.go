package links

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/href"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// isSampleHost reports whether the name of a host is the word for an example in some language:
// www.beispiel.de.
func isSampleHost(a *href.URL) bool {
	label, rest, _ := strings.Cut(bareHost(a.Host), ".")
	return rest != "" && wordpack.Shared().Words("example-hosts").HasWord(label)
}

// isRequest reports whether the text before an address ends in the method of a request: GET http://….
func isRequest(before string) bool {
	before = strings.TrimRight(before, " \u00a0")
	last := before[strings.LastIndexAny(before, " \n\u00a0(")+1:]
	switch last {
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "curl", "wget":
		return true
	}
	return false
}

// isOrigin reports whether a text before an address says that a page was or is to be found there: “Moved
// from”, “originally published at”.
func isOrigin(before string) bool {
	const near = 48 // bytes
	before = strings.ToLower(before)
	before = strings.TrimRight(before[max(0, len(before)-near):], " :\n(")
	in := func(note string) bool { return strings.Contains(before, note) }
	return slices.ContainsFunc(wordpack.Shared().Lines("origin-notes"), in) ||
		slices.ContainsFunc(wordpack.Shared().Lines("move-notes"), func(note string) bool { return strings.HasSuffix(before, note) })
}
