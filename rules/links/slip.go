package links

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// slip says what is wrong with a target that was meant to lead to another host and does
// not, and how to correct it; "" for any other target. For a browser, each of these is a
// path on the same site, or invalid.
func slip(l *lint.Link) string {
	target := l.Target.String()
	if l.Bare || target == "" {
		return ""
	}
	head, _, _ := strings.Cut(target, "/")
	switch {
	case hasFold(target, "www."):
		return "is a path on this site for a browser; put https:// before it"
	case hasFold(target, "localhost:"):
		return "has no scheme, and no reader has that server; put in the public address"
	case l.Kind == lint.Internal && isMail(head) && head == target:
		return "is a path on this site for a browser; put mailto: before it"
	case doubled(target):
		return "has its scheme twice; take one out"
	}
	for _, wrong := range [...]string{"http//", "https//", "htp://", "htps://", "ttp://", "ttps://", "http:///", "https:///", "hhttp://", "hhttps://", "http:://", "https:://"} {
		if hasFold(target, wrong) {
			return "has a slip in its scheme; write https://"
		}
	}
	for _, wrong := range [...]string{"http:/", "https:/"} {
		if hasFold(target, wrong) && !hasFold(target, wrong+"/") {
			return "lacks a slash; write https://"
		}
	}
	return ""
}

func doubled(target string) bool {
	rest, found := strings.CutPrefix(target, "https://")
	if !found {
		rest, found = strings.CutPrefix(target, "http://")
	}
	return found && (hasFold(rest, "http://") || hasFold(rest, "https://") || hasFold(rest, "https//"))
}

// isMail reports whether a path is an e-mail address.
func isMail(s string) bool {
	name, host, found := strings.Cut(s, "@")
	return found && name != "" && strings.IndexByte(host, '.') > 0 && !strings.ContainsAny(s, "{}$?#:") && !strings.HasSuffix(host, ".")
}
