package survey

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/place"
	"github.com/copychief/copychief/lint/site/repository"
)

// A folder holds pages that somebody has saved from other sites, such as samples for a crawler, if
// its pages belong to at least two sites: each says which one is its own, or takes nearly all that
// it loads from one and links to it. The pages of one site have one owner, whichever host serves their images.
const (
	savedPages   = 4        // of a folder that are read
	savedFolders = 12       // that are looked into
	savedHead    = 48 << 10 // bytes of each page
	savedLoads   = 3        // addresses by which the owner of a page is known
	savedShare   = 80       // percentage of the addresses that are its owner's
)

// findSaved finds folders with pages of HTML that were saved from other sites.
func findSaved(files *repository.Files, site *generator.Instance, drafts []string) {
	pages := map[string][]string{}
	var folders []string
	for _, d := range drafts {
		dir := path.Dir(d)
		if dir == "." || !isPlainPage(path.Ext(d)) || len(pages[dir]) == savedPages || place.KindOf(&site.Site, d) != lint.KindUnknown {
			continue
		}
		if pages[dir] == nil && len(folders) == savedFolders || !files.Exists(d) { // a neighbour of a draft may be assumed and not exist
			continue
		}
		if pages[dir] == nil {
			folders = append(folders, dir)
		}
		pages[dir] = append(pages[dir], d)
	}
	for _, dir := range folders {
		if len(pages[dir]) > 1 && areSaved(files, site, pages[dir]) {
			site.Places = append(site.Places, lint.Place{Kind: lint.KindCopy, Folder: dir, Name: "*" + path.Ext(pages[dir][0])})
		}
	}
}

// areSaved reports whether pages belong to several sites, none of which is the site's own.
func areSaved(files *repository.Files, site *generator.Instance, pages []string) bool {
	var owners []string
	owned := 0
	for _, name := range pages {
		head := files.Head(name, savedHead, false)
		if bytes.HasPrefix(head, []byte("---")) {
			return false // front matter: the generator makes a page of it
		}
		owner := ownerOf(head)
		if owner == "" {
			continue
		}
		if slices.ContainsFunc(site.Hosts, func(host string) bool { return ownerOfHost(host) == owner }) {
			return false
		}
		owned++
		if !slices.Contains(owners, owner) {
			owners = append(owners, owner)
		}
	}
	return len(owners) > 1 && 100*owned >= savedShare*len(pages)
}

// ownerOf returns the name of the site that a page belongs to, by its addresses; "" if unknown.
func ownerOf(page []byte) string {
	loads, links, all := map[string]int{}, map[string]bool{}, 0
	for at := 0; ; {
		n := bytes.Index(page[at:], []byte("://"))
		if n < 0 {
			break
		}
		at += n + len("://")
		before := page[:at-len("://")]
		quote := bytes.LastIndexAny(before, `"'`)
		if quote < 0 || len(before)-quote > len("https")+1 {
			continue
		}
		owner := ownerOfHost(hostAt(page[at:]))
		switch tag := before[bytes.LastIndexByte(before, '<')+1:]; {
		case owner == "":
		case bytes.Contains(tag, []byte("canonical")) || bytes.Contains(tag, []byte("og:url")):
			return owner
		case bytes.HasSuffix(before[:quote], []byte("src=")):
			loads[owner]++
			all++
		case bytes.HasSuffix(before[:quote], []byte("href=")):
			links[owner] = true
		}
	}
	for owner, n := range loads {
		if links[owner] && n >= savedLoads && 100*n >= savedShare*all {
			return owner
		}
	}
	return ""
}

// hostAt returns the host that an address without its scheme begins with.
func hostAt(address []byte) string {
	end := bytes.IndexAny(address, `/"'?#: <>`)
	if end < 0 {
		return ""
	}
	return strings.ToLower(string(address[:end]))
}

// ownerOfHost returns the part of a host that its owner has registered, without what follows:
// "ferry" for www.ferry.example and for img.ferry.co.uk. So the hosts of one owner in
// several countries have the same one.
func ownerOfHost(host string) string {
	const country = 2 // letters of its domain
	labels := strings.Split(host, ".")
	n := len(labels)
	if n < 2 {
		return ""
	}
	if n > 2 && len(labels[n-1]) == country && slices.Contains([]string{"co", "com", "or", "org", "ne", "net", "ac", "go", "gov", "gob", "edu"}, labels[n-2]) {
		return labels[n-3]
	}
	return labels[n-2]
}
