// Package href splits the targets of a document's links.
//
// [Of] is the door: scheme, host, path and query of each link that names a host, derived
// once. They are split by hand: net/url refuses addresses that browsers follow, and it
// allocates. The trade: nothing is unescaped or checked, so what a URL holds is exactly
// what the document says, and part of its memory.
package href

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/internal/bufpool"
)

// URL is the address that a link leads to, each field a part of its target.
type URL struct {
	Scheme string // "https"; "" for a target that begins with two slashes
	Host   string // without user and port
	Path   string // from the slash on, or ""
	Query  string // behind the question mark
}

var urls = bufpool.NewFact(func(d *lint.Document, into *[]URL) {
	list := (*into)[:0]
	for i := range d.Links {
		a, _ := Parse(d.Links[i].Target.String())
		list = append(list, a)
	}
	*into = list
})

// Of returns the addresses of a document's links, in order. That of a link that names no
// host is the zero value.
func Of(d *lint.Document) []URL { return *urls.Of(d) }

// Parse splits a target that names a host; ok is false for any other.
func Parse(target string) (a URL, ok bool) {
	scheme, rest, found := strings.Cut(target, "//")
	if !found || scheme != "" && !strings.EqualFold(scheme, "http:") && !strings.EqualFold(scheme, "https:") {
		return URL{}, false
	}
	a.Scheme = strings.TrimSuffix(scheme, ":")
	from, port, end := 0, lint.None, 0 // of the host, behind the user
authority:
	for ; end < len(rest); end++ {
		switch rest[end] {
		case '/', '?', '#':
			break authority
		case '@':
			from, port = end+1, lint.None
		case ':':
			port = end
		}
	}
	a.Host, rest = rest[from:end], rest[end:]
	if port >= 0 && !strings.HasSuffix(a.Host, "]") {
		a.Host = a.Host[:port-from]
	}
	if a.Host == "" {
		return URL{}, false
	}
	if i := strings.IndexByte(rest, '#'); i >= 0 {
		rest = rest[:i]
	}
	a.Path, a.Query, _ = strings.Cut(rest, "?")
	return a, true
}

// Known reports whether the address names a host.
func (a *URL) Known() bool { return a.Host != "" }

// Domain returns the last two labels of the host in lower case, as most sites are told
// apart by them.
func (a *URL) Domain() string {
	last := strings.LastIndexByte(a.Host, '.')
	return strings.ToLower(a.Host[strings.LastIndexByte(a.Host[:max(last, 0)], '.')+1:])
}

// Under reports whether the address is on a host or on a subdomain of it.
func (a *URL) Under(host string) bool {
	n := len(a.Host) - len(host)
	return n >= 0 && strings.EqualFold(a.Host[n:], host) && (n == 0 || a.Host[n-1] == '.')
}

// UnderAny returns the first of several hosts that the address is under, or "".
func (a *URL) UnderAny(hosts []string) string {
	for _, host := range hosts {
		if a.Under(host) {
			return host
		}
	}
	return ""
}
