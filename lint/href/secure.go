package href

import (
	_ "embed"
	"strings"
)

//go:embed secure_hosts.txt
var secureHostList string

// secureHosts are hosts and top-level domains that support https:// everywhere, one per line of a
// list.
var secureHosts = entries(secureHostList)

func entries(list string) map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all[line] = true
		}
	}
	return all
}

// AnswersSecurely reports whether the host of an address is widely known to answer to https://. Of
// most hosts, that is not known.
func (a *URL) AnswersSecurely() bool {
	for host := strings.ToLower(a.Host); ; {
		if secureHosts[host] {
			return true
		}
		_, parent, found := strings.Cut(host, ".")
		if !found {
			return false
		}
		host = parent
	}
}
