package survey

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/place"
	"github.com/copychief/copychief/lint/site/repository"
)

// Limits for the search for packages of other people that are kept in the repository.
const (
	mostPackages = 100 // folders to look into, and packages to list
	deepPackages = 6   // depth of such a folder at most
	mostModules  = 50  // submodules of a repository to read
)

// findPackages finds folders with copies of packages by other people, which their paths do not
// show: their package manager has left a file there, or they are submodules. A package has a readme, so only
// folders with one are looked into and, in a run on few drafts, those above the drafts. The site's
// own packages, such as those of a monorepo, have a manifest, too, but none that a package
// manager has written into.
func findPackages(files *repository.Files, site *generator.Instance, drafts []string) {
	var globs []string
	for _, dir := range packageFolders(site, drafts) {
		if !slices.ContainsFunc(globs, func(glob string) bool { return strings.HasPrefix(dir+"/", strings.TrimSuffix(glob, "**")) }) && isPackage(files, dir) {
			globs = append(globs, dir+"/**")
		}
	}
	globs = append(globs, submodules(files, site)...)
	if len(globs) > 0 { // before the generator's list: a package is one wherever it is
		site.Exclusions = slices.Insert(site.Exclusions, 0, lint.Exclusion{Kind: lint.KindVendored, Globs: globs[:min(len(globs), mostPackages)]})
	}
}

// packageFolders returns the folders below that of the site that may hold a package, those
// that contain others first.
func packageFolders(site *generator.Instance, drafts []string) []string {
	seen := map[string]bool{}
	few := len(drafts) <= mostPackages
	for _, d := range drafts {
		if !few && !strings.HasPrefix(strings.ToLower(path.Base(d)), "readme") {
			continue
		}
		for dir := path.Dir(d); dir != "." && dir != site.Base && !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = strings.Count(dir, "/") < deepPackages && !strings.ContainsAny(dir, `*?[\`) && !place.InPackage(dir+"/")
		}
	}
	maps.DeleteFunc(seen, func(_ string, is bool) bool { return !is })
	all := slices.Sorted(maps.Keys(seen))
	return all[:min(len(all), mostPackages)]
}

// isPackage reports whether a folder holds a package that somebody has copied.
func isPackage(files *repository.Files, dir string) bool {
	names := files.List(dir)
	switch base := path.Base(dir); {
	case names[".bower.json"], names["PKG-INFO"]:
		return true
	case base == "vendor" || base == "_vendor":
		return names["modules.txt"] || names["autoload.php"] || names["composer"] && files.List(path.Join(dir, "composer"))["installed.json"]
	case names["theme.toml"] && path.Base(path.Dir(dir)) == "themes":
		return names["exampleSite"] || files.List(path.Join(dir, "images"))["tn.png"]
	case place.IsRelease(base):
		return hasManifest(names)
	case names["package.json"]:
		return isInstalled(files.Read(path.Join(dir, "package.json")))
	}
	return false
}

// hasManifest reports whether one of the files in a folder describes a package or licenses it.
func hasManifest(names map[string]bool) bool {
	for name := range names {
		switch strings.ToLower(name) {
		case "package.json", "bower.json", "component.json", "composer.json", "setup.py", "cargo.toml", "license", "license.txt", "license.md", "copying":
			return true
		}
		if strings.HasSuffix(name, ".gemspec") {
			return true
		}
	}
	return false
}

// isInstalled reports whether npm has written into a package.json from where it installed the
// package, as it did until version 6.
func isInstalled(manifest []byte) bool {
	for _, key := range [...]string{`"_resolved"`, `"_from"`, `"_shasum"`, `"_npmVersion"`, `"_requiredBy"`} {
		if bytes.Contains(manifest, []byte(key)) {
			return true
		}
	}
	return false
}

// submodules returns globs for the documents about the repositories that are submodules of this one.
// Their readmes belong to other repositories, unless they are pages of the site.
func submodules(files *repository.Files, site *generator.Instance) (globs []string) {
	if site.Base != "." || !files.Has(".", ".gitmodules") {
		return nil
	}
	for line := range bytes.Lines(files.Read(".gitmodules")) {
		key, value, _ := strings.Cut(string(line), "=")
		dir := path.Clean(strings.TrimSpace(value))
		if strings.TrimSpace(key) != "path" || !repository.IsLocal(dir) || strings.ContainsAny(dir, `*?[\`) || len(globs) >= mostModules {
			continue
		}
		if !slices.ContainsFunc(site.Content, func(content string) bool { return within(dir, content) || content != "." && within(content, dir) }) {
			globs = append(globs, path.Join(dir, "**", "[Rr][Ee][Aa][Dd][Mm][Ee]*"), path.Join(dir, "**", "[Cc][Hh][Aa][Nn][Gg][Ee][Ll][Oo][Gg]*"))
		}
	}
	return globs
}

// within reports whether a path is that of a folder or of something in it.
func within(folder, name string) bool { return name == folder || strings.HasPrefix(name, folder+"/") }
