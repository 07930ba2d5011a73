package links

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// address is what rules need of a link's target, each piece a part of it.
type address struct {
	scheme string // "https"; "" for a target that begins with two slashes
	host   string // without user and port
	path   string // from the slash on, or ""
	query  string // behind the question mark
}

// addressOf splits a target that names a host; ok is false for any other. It is read
// by hand: net/url refuses addresses that browsers follow, and allocates.
func addressOf(target string) (a address, ok bool) {
	scheme, rest, found := strings.Cut(target, "//")
	if !found || scheme != "" && !strings.EqualFold(scheme, "http:") && !strings.EqualFold(scheme, "https:") {
		return address{}, false
	}
	a.scheme = strings.TrimSuffix(scheme, ":")
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
	a.host, rest = rest[from:end], rest[end:]
	if port >= 0 && !strings.HasSuffix(a.host, "]") {
		a.host = a.host[:port-from]
	}
	if a.host == "" {
		return address{}, false
	}
	if i := strings.IndexByte(rest, '#'); i >= 0 {
		rest = rest[:i]
	}
	a.path, a.query, _ = strings.Cut(rest, "?")
	return a, true
}

// addresses are those of a document's links, in order; of a link that names no host it
// is the zero address.
var addresses = lint.NewReusedFact(func(d *lint.Document, spent []address) []address {
	list := spent[:0]
	for i := range d.Links {
		a, _ := addressOf(d.Links[i].Target.String())
		list = append(list, a)
	}
	return list
})

// known reports whether the address names a host.
func (a *address) known() bool { return a.host != "" }

// domain returns the last two labels of the host in lower case, as most sites are told
// apart by them.
func (a *address) domain() string {
	last := strings.LastIndexByte(a.host, '.')
	return strings.ToLower(a.host[strings.LastIndexByte(a.host[:max(last, 0)], '.')+1:])
}

// under reports whether the address is on a host or on a subdomain of it.
func (a *address) under(host string) bool {
	n := len(a.host) - len(host)
	return n >= 0 && strings.EqualFold(a.host[n:], host) && (n == 0 || a.host[n-1] == '.')
}

// underAny returns the first of several hosts that the address is under, or "".
func (a *address) underAny(hosts []string) string {
	for _, host := range hosts {
		if a.under(host) {
			return host
		}
	}
	return ""
}

// bareHost returns a host without www.
func bareHost(host string) string {
	if hasFold(host, "www.") {
		return host[len("www."):]
	}
	return host
}

// quoted reports whether a link stands in a block quotation: its target is somebody
// else's choice.
func quoted(d *lint.Document, l *lint.Link) bool {
	return l.Block != lint.None && d.Blocks[l.Block].Quote != lint.None
}

// targetSpan returns the place of a link's target, or of the link where it has none.
func targetSpan(l *lint.Link) lint.Span {
	if l.Target.Placed() && l.Target.Len() > 0 {
		return l.Target.All()
	}
	return l.Span
}
