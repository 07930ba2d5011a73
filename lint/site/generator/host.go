package generator

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/site/settings"
)

// mostHosts is the maximum number of hosts of a site. A longer list is not a list of the
// site's own hosts.
const mostHosts = 3

// AddHost adds the host of an address, with the place where the address was found.
func (site *Instance) AddHost(address, where string) {
	h := strings.TrimPrefix(HostOf(address), "www.") // the rules treat www as implied
	same := func(v settings.Value) bool { return v.Value == h }
	if h == "" || len(site.HostsFrom) == mostHosts || slices.ContainsFunc(site.HostsFrom, same) {
		return
	}
	site.HostsFrom = append(site.HostsFrom, settings.Value{Value: h, Where: where})
	site.Hosts = append(site.Hosts, h)
}

// hostName matches a host with a domain.
var hostName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$`)
})

// HostOf returns the host of an address. It returns "" if there is none, if the host is
// shared by many sites, or if it is a placeholder in a template.
func HostOf(address string) string {
	if address == "" || len(address) > 300 {
		return ""
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	h := strings.ToLower(u.Hostname())
	bare := strings.TrimPrefix(h, "www.")
	switch {
	case !hostName().MatchString(h), strings.Trim(h, "0123456789.") == "", strings.HasSuffix(h, ".localhost"),
		bare == "github.com", bare == "gitlab.com", bare == "npmjs.com", strings.Contains(h, "your-"), strings.HasPrefix(bare, "your"):
		return ""
	}
	for _, placeholder := range [...]string{"example.com", "example.org", "example.net"} {
		if h == placeholder || strings.HasSuffix(h, "."+placeholder) {
			return ""
		}
	}
	return h
}
