package generator

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/locale"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// Instance is a site that a generator builds: the facts about the generator, changed by
// what the site's own configuration says. While it is configured, its paths are relative to
// the folder of the site; [Instance.Resolve] makes them paths in the file tree.
type Instance struct {
	lint.Site

	Title  string       // name of the generator as shown to users; "" if unknown
	Marker string       // the file by which the site was recognised; "" if there is none
	Names  parse.Fields // field names to look for, by role: the usual ones, followed by the generator's

	HostsFrom []settings.Value // the hosts and where they were found
	Language  settings.Value   // of drafts that do not declare one; empty if unknown

	Served []string // folders that may be served from the root, the most likely first
	Code   []string // files and folders with the site's own code

	moved     bool // the configuration sets the content folder
	generator *generator
}

// start returns the generator's defaults for a site in a folder.
func start(g *generator, base, marker string) *Instance {
	site := &Instance{Site: g.Site, Title: g.Title, Marker: marker, generator: g}
	site.Generator, site.Base = g.Name, base
	site.Names = generatorNames(g)
	site.Served, site.Code = slices.Clone(g.Static), slices.Clone(g.Code)
	return site
}

// content sets the folder of the site's pages, replacing the default one.
func (site *Instance) content(dir string) {
	dir = path.Clean(dir)
	usual := "."
	if g := site.generator.Site.Content; len(g) > 0 {
		usual = g[0]
	}
	if dir == usual || !repository.IsLocal(dir) {
		return
	}
	if !site.moved {
		site.Content = nil
	}
	site.moved = true
	site.Content = append(site.Content, dir)
	for _, p := range slices.Clone(site.Places) {
		if p.Folder == usual || strings.HasPrefix(p.Folder, usual+"/") {
			p.Folder = path.Join(dir, strings.TrimPrefix(p.Folder, usual))
			site.Places = append(site.Places, p)
		}
	}
	for i := range site.Links.Prefixes {
		if p := &site.Links.Prefixes[i]; slices.Contains(p.Folders, usual) && !slices.Contains(p.Folders, dir) {
			p.Folders = append([]string{dir}, p.Folders...)
		}
	}
}

// articles records that a folder contains articles.
func (site *Instance) articles(dir string) {
	if dir = path.Clean(dir); dir != "." && repository.IsLocal(dir) {
		site.Places = append(site.Places, lint.Place{Kind: lint.KindArticle, Folder: dir})
	}
}

// language adds a language of the site, the main one first.
func (site *Instance) language(code string) {
	tag := locale.Tag(code)
	if tag == "" {
		return
	}
	if site.Language.Value == "" {
		site.Language = settings.Value{Value: tag, Where: site.Marker}
	}
	if tag = strings.ToLower(tag); !slices.Contains(site.Languages, tag) {
		site.Languages = append(site.Languages, tag)
	}
}

// mainLanguage reads the main language from the keys that most configurations use.
func (site *Instance) mainLanguage(s settings.Map) {
	for _, key := range [...]string{"languagecode", "defaultcontentlanguage", "lang", "locale", "language", "defaultlocale"} {
		if tag := locale.Tag(s[key]); tag != "" && site.Language.Value == "" {
			site.Language = settings.Value{Value: tag, Where: site.Marker}
		}
	}
}

// Resolve converts paths relative to the site into paths in the file tree.
func (site *Instance) Resolve() {
	site.Content = site.inside(site.Content)
	site.Served = site.inside(site.Served)
	site.Links.Prefixes = slices.Clone(site.Links.Prefixes)
	for i := range site.Links.Prefixes {
		site.Links.Prefixes[i].Folders = site.inside(site.Links.Prefixes[i].Folders)
	}
	slices.SortStableFunc(site.Links.Prefixes, func(a, b lint.Prefix) int { return len(b.Text) - len(a.Text) })
	site.Appended = site.inside(site.Appended)
	site.Includes = slices.Clone(site.Includes)
	for i := range site.Includes {
		site.Includes[i].Folders = site.inside(site.Includes[i].Folders)
	}
	site.Places = slices.Clone(site.Places)
	for i := range site.Places {
		if p := &site.Places[i]; site.Base != "." {
			p.Folder = path.Join(site.Base, p.Folder)
		} else if p.Folder == "." {
			p.Folder = ""
		}
	}
	site.languageFolders()
}

// inside converts folders of the site into folders of the file tree, without duplicates
// and without those outside of the tree.
func (site *Instance) inside(folders []string) (out []string) {
	for _, dir := range folders {
		if dir = path.Join(site.Base, dir); repository.IsLocal(dir) && !slices.Contains(out, dir) {
			out = append(out, dir)
		}
	}
	return out
}

// languageFolders adds a folder for each language in the configuration, below the content folder
// and the usual folders for translations.
func (site *Instance) languageFolders() {
	if len(site.Languages) < 2 {
		site.Languages = nil
		return
	}
	for _, tag := range site.Languages {
		for _, dir := range append([]string{path.Join(site.Base, "i18n")}, site.Content...) {
			site.LanguageFolders = append(site.LanguageFolders, lint.LanguageFolder{Folder: path.Join(dir, tag), Language: tag})
		}
	}
}

// Output returns the folder to which the generator writes its pages, as the configuration names it, or "". A
// folder with the drafts is none.
func (site *Instance) Output(files *repository.Files) string {
	if site.generator == nil || site.generator.Output == "" || site.Marker == "" {
		return ""
	}
	s := site.Configuration(files)
	value := s[site.generator.Output]
	if value == "" {
		return ""
	}
	dir := path.Join(site.Base, value)
	if !repository.IsLocal(dir) || dir == site.Base || slices.ContainsFunc(site.Content, func(c string) bool {
		return dir == c || strings.HasPrefix(c, dir+"/") || c != site.Base && strings.HasPrefix(dir, c+"/")
	}) {
		return ""
	}
	return dir
}

// Unbuilt returns the settings that list, as globs, files that are not pages of the site.
func (site *Instance) Unbuilt() []string {
	if site.generator == nil {
		return nil
	}
	return site.generator.Unbuilt
}

// IsUsual reports whether a folder is the one that sites of the generator are served from
// by default.
func (site *Instance) IsUsual(dir string) bool {
	return site.generator != nil && len(site.generator.Static) > 0 && dir == path.Join(site.Base, site.generator.Static[0])
}

// Folded returns the names in the form in which they are compared, so that they need not
// be folded again for each draft.
func (site *Instance) Folded() parse.Fields {
	if len(site.Names) == 0 {
		return nil
	}
	all := make(parse.Fields, len(site.Names))
	for role, names := range site.Names {
		for _, n := range names {
			all[role] = append(all[role], Fold(n))
		}
	}
	return all
}

// Configuration returns the settings of the site. Hugo's may be split into one file for
// each group of settings, and Pelican's into one for development and one for publishing.
func (site *Instance) Configuration(files *repository.Files) settings.Map {
	if site.Marker == "" {
		return settings.Map{}
	}
	s := files.Settings(site.Marker)
	dir := path.Dir(site.Marker)
	switch {
	case path.Base(site.Marker) == "package.json":
		return settings.Map{}
	case strings.HasSuffix(dir, "config/_default"):
		s = s.With("", settings.Map{})
		for _, group := range [...]string{"languages", "markup", "frontmatter", "module", "params"} {
			for _, extension := range [...]string{".toml", ".yaml", ".yml", ".json"} {
				if name := path.Join(dir, group+extension); files.Exists(name) {
					s = s.With(group+".", files.Settings(name))
				}
			}
		}
	case path.Base(site.Marker) == "pelicanconf.py":
		s = s.With("", files.Settings(path.Join(dir, "publishconf.py")))
	}
	return s
}
