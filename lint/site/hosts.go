package site

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// findHosts looks for the hosts of a site in its configuration and in other files that
// commonly name them.
func findHosts(files *repository.Files, site *generator.Instance) {
	s := site.Configuration(files)
	keys := []string{"baseurl", "base_url", "url", "site", "siteurl", "site_url", "site_url.0", "site_url.1", "hostname", "html_baseurl",
		"website", "website.site-url", "book.site-url", "output.html.site-url"}
	if site.Generator == "jekyll" {
		keys = []string{"url"} // its baseurl is a path
	}
	for _, key := range keys {
		site.AddHost(s[key], site.Marker)
	}
	for _, key := range s.Keys("languages.") {
		if strings.HasSuffix(key, ".baseurl") {
			site.AddHost(s["languages."+key], site.Marker)
		}
	}
	for _, folder := range []string{".", "static", "public", "src", "docs"} {
		if name := path.Join(site.Base, folder, "CNAME"); isListed(files, name) {
			first, _, _ := strings.Cut(strings.TrimSpace(string(files.Read(name))), "\n")
			site.AddHost("https://"+strings.TrimSpace(first), name)
		}
	}
	if len(site.HostsFrom) == 0 {
		hostsInData(files, site)
	}
}

// hostsInData looks for hosts in package.json and in the files in which JavaScript
// projects usually define the address of the site.
func hostsInData(files *repository.Files, site *generator.Instance) {
	for _, stem := range []string{"_data/metadata", "_data/site", "src/_data/metadata", "src/_data/site", "src/consts", "src/config", "src/site.config", "siteMetadata", "next-sitemap.config", "data/siteMetadata"} {
		for _, extension := range []string{".json", ".js", ".cjs", ".mjs", ".ts", ".yml", ".yaml"} {
			if name := path.Join(site.Base, stem+extension); isListed(files, name) {
				s := files.Settings(name)
				for _, key := range []string{"url", "siteurl", "site", "website", "site_url"} {
					site.AddHost(s[key], name)
				}
			}
		}
	}
	if name := path.Join(site.Base, "package.json"); len(site.HostsFrom) == 0 && isListed(files, name) {
		site.AddHost(files.Settings(name)["homepage"], name)
	}
}

// isListed reports whether a path exists, using the cached listings of its parent folders: a
// system call for each of many names would be slower than listing the folder once.
func isListed(files *repository.Files, name string) bool {
	dir := path.Dir(name)
	if dir != "." && !isListed(files, dir) {
		return false
	}
	return files.Has(dir, path.Base(name))
}
