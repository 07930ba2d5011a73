package links

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/resolve"
)

// schemed reports whether a target begins with http:// or https:// and a host.
func schemed(target string) bool {
	for _, scheme := range [...]string{"https://", "http://"} {
		if hasFold(target, scheme) && len(target) > len(scheme) && target[len(scheme)] != '/' {
			return true
		}
	}
	return false
}

// slip says what is wrong with a target that was meant to lead to another host and does
// not, or that only works on the writer's machine, and how to correct it; "" for any other
// target. For a browser, each of these is a path on the same site, or invalid.
func slip(p *lint.Pass, l *lint.Link) string {
	target := l.Target.String()
	if l.Bare || target == "" {
		return ""
	}
	head, _, _ := strings.Cut(target, "/")
	switch {
	case hasFold(target, "www."):
		return "is a path on this site for a browser; put https:// before it"
	case hasFold(target, "localhost:"):
		return "has no scheme; write http:// if the reader runs that server, or the public address"
	case l.Kind == lint.Internal && isMail(head) && head == target:
		return "is a path on this site for a browser; put mailto: before it"
	case l.Kind == lint.External && strings.Contains(host(target), ","):
		return "has a comma in the name of its host; write a full stop"
	case l.Kind == lint.External && strings.Contains(host(target), ".."):
		return "has two full stops in the name of its host; delete one"
	case l.Kind == lint.Internal && isNumeric(head) && head != target:
		return "is a path on this site for a browser; put http:// before it"
	case doubled(target):
		return "has its scheme twice; delete one"
	case onDisk(target):
		return "is a file on one machine; put in the address that readers can open"
	case backslashed(p, l, target):
		return "has backslashes; write “/” for them"
	case l.Kind == lint.Internal && unschemed(head, head != target) && !inTag(p.Doc, l) && resolve.File(p, head) == resolve.Missing:
		return "is a path on this site for a browser; put https:// before it"
	}
	if schemed(target) {
		return ""
	}
	for _, wrong := range [...]string{
		"http//", "https//", "htp://", "htps://", "ttp://", "ttps://", "http:///", "https:///", "hhttp://", "hhttps://",
		"http:://", "https:://", "http;//", "https;//", "http.//", "https.//",
	} {
		if hasFold(target, wrong) {
			return "has a typo in its scheme; write https://"
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

// host returns the part of an address between its scheme and its path.
func host(target string) string {
	_, rest, _ := strings.Cut(target, "://")
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		return rest[:end]
	}
	return rest
}

// isNumeric reports whether the first part of a path is the number of a host, with or
// without a port: 192.168.0.1:3000.
func isNumeric(head string) bool {
	head, _, _ = strings.Cut(head, ":")
	return strings.Count(head, ".") == 3 && strings.Trim(head, "0123456789.") == "" && !strings.Contains(head, "..")
}

// onDisk reports whether a target is a file on the writer's machine: file:///home/ann/plan.pdf,
// C:\plans\plan.pdf.
func onDisk(target string) bool {
	if hasFold(target, "file:///") {
		return true
	}
	return len(target) > 3 && unicode.IsUpper(rune(target[0])) && target[1] == ':' && (target[2] == '\\' || target[2] == '/' && target[3] != '/')
}

// backslashed reports whether a path in Markdown has backslashes. Markdown encodes them, so
// that a browser cannot take them for slashes, except in kramdown.
func backslashed(p *lint.Pass, l *lint.Link, target string) bool {
	if l.Kind != lint.Internal || !strings.Contains(target, "\\") || !p.Doc.Can(lint.LinksByReference) || p.Doc.Source.Bytes[l.Span.Start] == '<' {
		return false
	}
	if p.Site != nil && slices.Contains(p.Site.HeadingIDs, lint.IDKramdown) {
		return false
	}
	name := strings.ReplaceAll(resolve.Path(target), "\\", "/")
	return file(name) != "" || path.Ext(name) == ""
}

// unschemed reports whether the first part of a path is the name of a host that was written
// without a scheme. Alone, it may as well be the name of a file, unless its ending is only
// that of hosts; before a path, it is one with the endings of most sites.
func unschemed(head string, before bool) bool {
	labels := strings.Split(strings.ToLower(head), ".")
	if len(labels) < 2 || slices.ContainsFunc(labels, func(s string) bool { return s == "" || strings.Trim(s, hostLetters) != "" }) {
		return false
	}
	last := labels[len(labels)-1]
	if slices.Contains([]string{"com", "org", "net", "edu", "gov"}, last) {
		return true
	}
	if last == "uk" {
		return slices.Contains([]string{"co", "org", "ac", "gov"}, labels[len(labels)-2])
	}
	return before && slices.Contains(endings(), last)
}

// inTag reports whether a link is the argument of a template tag, {% content-ref url="town.example/" %},
// which takes paths.
func inTag(d *lint.Document, l *lint.Link) bool {
	return strings.HasPrefix(d.Source.Slice(l.Span), "{%")
}

const hostLetters = "abcdefghijklmnopqrstuvwxyz0123456789-"

// endings returns the endings of hosts that folders and files do not have.
func endings() []string {
	return []string{
		"io", "dev", "app", "be", "gl", "ly", "tv", "eu", "info", "de", "fr", "nl", "it", "es", "ch", "at", "se", "no", "dk", "fi", "pl", "cz", "pt",
		"jp", "cn", "ca", "au", "br", "ru", "us", "kr",
	}
}
