package site

import (
	"net/url"
	"path"
	"slices"
	"strings"
)

// mostHosts is the maximum number of hosts of a site. A longer list is not a list of the
// site's own hosts.
const mostHosts = 3

// findHosts looks for the hosts of a site in its configuration and in other files that
// commonly name them.
func findHosts(r *repository, f *Found) {
	s := r.configuration(f)
	keys := []string{"baseurl", "base_url", "url", "site", "siteurl", "site_url", "site_url.0", "site_url.1", "hostname", "html_baseurl",
		"website", "website.site-url", "book.site-url", "output.html.site-url"}
	if f.Generator == "jekyll" {
		keys = []string{"url"} // its baseurl is a path
	}
	for _, key := range keys {
		addHost(f, s[key], f.Marker)
	}
	for _, key := range s.keys("languages.") {
		if strings.HasSuffix(key, ".baseurl") {
			addHost(f, s["languages."+key], f.Marker)
		}
	}
	for _, folder := range []string{".", "static", "public", "src", "docs"} {
		if name := path.Join(f.base, folder, "CNAME"); isListed(r, name) {
			first, _, _ := strings.Cut(strings.TrimSpace(string(r.read(name))), "\n")
			addHost(f, "https://"+strings.TrimSpace(first), name)
		}
	}
	if len(f.HostsFrom) == 0 {
		hostsInData(r, f)
	}
}

// hostsInData looks for hosts in package.json and in the files in which JavaScript
// projects usually define the address of the site.
func hostsInData(r *repository, f *Found) {
	for _, stem := range []string{"_data/metadata", "_data/site", "src/_data/metadata", "src/_data/site", "src/consts", "src/config", "src/site.config", "siteMetadata", "next-sitemap.config", "data/siteMetadata"} {
		for _, extension := range []string{".json", ".js", ".cjs", ".mjs", ".ts", ".yml", ".yaml"} {
			if name := path.Join(f.base, stem+extension); isListed(r, name) {
				s := r.setting(name)
				for _, key := range []string{"url", "siteurl", "site", "website", "site_url"} {
					addHost(f, s[key], name)
				}
			}
		}
	}
	if name := path.Join(f.base, "package.json"); len(f.HostsFrom) == 0 && isListed(r, name) {
		addHost(f, r.setting(name)["homepage"], name)
	}
}

// isListed reports whether a path exists, using the cached listings of its parent folders: a
// system call for each of many names would be slower than listing the folder once.
func isListed(r *repository, name string) bool {
	dir := path.Dir(name)
	if dir != "." && !isListed(r, dir) {
		return false
	}
	return r.has(dir, path.Base(name))
}

// addHost adds the host of an address, with the place where the address was found.
func addHost(f *Found, address, where string) {
	h := strings.TrimPrefix(hostOf(address), "www.") // the rules treat www as implied
	same := func(v Value) bool { return v.Value == h }
	if h == "" || len(f.HostsFrom) == mostHosts || slices.ContainsFunc(f.HostsFrom, same) {
		return
	}
	f.HostsFrom = append(f.HostsFrom, Value{h, where})
	f.Hosts = append(f.Hosts, h)
}

var hostName = pattern(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$`)

// hostOf returns the host of an address. It returns "" if there is none, if the host is
// shared by many sites, or if it is a placeholder in a template.
func hostOf(address string) string {
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
