// Package href splits the targets of a document's links.
//
// [Of] returns the scheme, host, path and query of each link that names a host, computed
// once per document. It does not use net/url, which rejects addresses that browsers accept,
// and allocates. The trade-off: nothing is unescaped or validated, so the fields of a URL
// are exactly what the document says, as substrings of its text.
package href

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/internal/bufpool"
)

// URL is the address of a link. Each field is a substring of the link's target.
type URL struct {
	Scheme string // "https"; "" for a target that begins with two slashes
	Host   string // without user and port
	Path   string // from the slash on, or ""
	Query  string // after the question mark
}

var urls = bufpool.NewFact(func(d *lint.Document, into *[]URL) {
	list := (*into)[:0]
	for i := range d.Links {
		a, _ := Parse(d.Links[i].Target.String())
		list = append(list, a)
	}
	*into = list
})

// Of returns the addresses of a document's links, in order. It is the zero value for a link
// that names no host.
func Of(d *lint.Document) []URL { return *urls.Of(d) }

// Parse splits a target that names a host; ok is false for any other.
func Parse(target string) (a URL, ok bool) {
	scheme, rest, found := strings.Cut(target, "//")
	if !found || scheme != "" && !strings.EqualFold(scheme, "http:") && !strings.EqualFold(scheme, "https:") {
		return URL{}, false
	}
	a.Scheme = strings.TrimSuffix(scheme, ":")
	from, port, end := 0, lint.None, 0 // of the host, after the user name
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

// Domain returns the last two labels of the host in lower case, which identify most sites.
func (a *URL) Domain() string {
	last := strings.LastIndexByte(a.Host, '.')
	return strings.ToLower(a.Host[strings.LastIndexByte(a.Host[:max(last, 0)], '.')+1:])
}

// Under reports whether the host of the address is a host or a subdomain of it.
func (a *URL) Under(host string) bool {
	n := len(a.Host) - len(host)
	return n >= 0 && strings.EqualFold(a.Host[n:], host) && (n == 0 || a.Host[n-1] == '.')
}

// UnderAny returns the first of hosts for which [URL.Under] is true, or "".
func (a *URL) UnderAny(hosts []string) string {
	for _, host := range hosts {
		if a.Under(host) {
			return host
		}
	}
	return ""
}

// IsEmbed reports whether publishing systems turn an address that is alone in its paragraph, or
// in the place of an image, into the post, the film or the piece of music it leads to (oEmbed).
func IsEmbed(address string) bool {
	a, ok := Parse(address)
	if !ok {
		return false
	}
	switch strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(a.Host), "www."), "m.") {
	case "twitter.com", "x.com", "bsky.app", "youtube.com", "youtu.be", "vimeo.com", "instagram.com", "tiktok.com",
		"facebook.com", "soundcloud.com", "open.spotify.com", "flickr.com", "codepen.io", "gist.github.com", "ted.com",
		"egghead.io", "codesandbox.io", "stackblitz.com", "speakerdeck.com", "slideshare.net", "loom.com", "giphy.com",
		"mixcloud.com", "dailymotion.com", "reddit.com", "figma.com", "threads.net", "wistia.com":
		return true
	}
	return false
}

// BareHost returns a host without www.
func BareHost(host string) string {
	const www = "www."
	if len(host) > len(www) && strings.EqualFold(host[:len(www)], www) {
		return host[len(www):]
	}
	return host
}
