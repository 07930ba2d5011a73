// Package address classifies the addresses that links lead to.
package address

import (
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// Classify returns the kind of a link target on a site with these hosts. The scheme is
// parsed by hand: net/url rejects addresses that browsers follow.
func Classify(target string, hosts []string) lint.LinkKind {
	target = strings.TrimSpace(target)
	switch {
	case target == "", target[0] >= utf8.RuneSelf && strings.Trim(target, string(lint.Object)) == "":
		return lint.Other
	case strings.HasPrefix(target, "#{"):
		return lint.Internal // an expression: "#{base}/page.html"
	case target[0] == '#':
		return lint.Fragment
	}
	scheme, rest := splitScheme(target)
	switch {
	case scheme == "" && len(rest) > 1 && slash(rest[0]) && slash(rest[1]):
		return ownOrOther(rest[2:], hosts)
	case scheme == "":
		return lint.Internal
	case strings.EqualFold(scheme, "http"), strings.EqualFold(scheme, "https"), strings.EqualFold(scheme, "ftp"):
		if len(hosts) == 0 {
			return lint.External
		}
		return ownOrOther(strings.TrimLeft(rest, `/\`), hosts)
	case strings.EqualFold(scheme, "mailto"):
		return lint.Email
	}
	return lint.Other
}

// slash reports whether a browser reads a byte at the start of an address as a slash.
func slash(c byte) bool { return c == '/' || c == '\\' }

// splitScheme splits "https:rest"; the scheme is empty if the address has none.
func splitScheme(s string) (scheme, rest string) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ':' && i > 0:
			return s[:i], s[i+1:]
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return "", s
		}
	}
	return "", s
}

// ownOrOther compares the host at the start of an address with the site's own hosts.
func ownOrOther(address string, hosts []string) lint.LinkKind {
	if len(hosts) == 0 {
		return lint.External
	}
	host := address
	if i := strings.IndexAny(host, `/\?#`); i >= 0 {
		host = host[:i]
	}
	host = host[strings.LastIndexByte(host, '@')+1:]
	if i := strings.LastIndexByte(host, ':'); i >= 0 && !strings.HasSuffix(host, "]") {
		host = host[:i]
	}
	host = strings.TrimSuffix(host, ".")
	for _, own := range hosts {
		if strings.EqualFold(withoutWWW(host), withoutWWW(own)) {
			return lint.Internal
		}
	}
	return lint.External
}

func withoutWWW(host string) string {
	if len(host) > 4 && strings.EqualFold(host[:4], "www.") {
		return host[4:]
	}
	return host
}
