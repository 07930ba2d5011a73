package links

import (
	_ "embed"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
)

//go:embed secure_hosts.txt
var secureHostList string

// secureHosts are hosts and top-level domains of which everything answers to https://.
var secureHosts = entries(secureHostList)

// entries returns the lines of a list that are not comments.
func entries(list string) map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all[line] = true
		}
	}
	return all
}

// answers reports whether the host of an address is known to answer to https://: it is widely
// known, the site's own, or linked that way elsewhere in the draft.
func answers(s *lint.Site, links []href.URL, a *href.URL) bool {
	for host := strings.ToLower(a.Host); ; {
		if secureHosts[host] {
			return true
		}
		_, parent, found := strings.Cut(host, ".")
		if !found {
			break
		}
		host = parent
	}
	bare := bareHost(a.Host)
	if s != nil && a.UnderAny(s.Hosts) != "" {
		return true
	}
	const most = 1000 // links
	for i := range links[:min(len(links), most)] {
		if o := &links[i]; len(o.Scheme) == len("https") && strings.EqualFold(bareHost(o.Host), bare) {
			return true
		}
	}
	return false
}
