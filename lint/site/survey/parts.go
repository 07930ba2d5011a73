package survey

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/place"
	"github.com/copychief/copychief/lint/site/repository"
)

// mostParts is the maximum number of files in the folders of pages to list.
const mostParts = 500

// findParts finds drafts in the folders of pages that are not pages: in Hugo, whatever is
// beside an index.md, or below it, belongs to the page.
func findParts(site *generator.Instance, drafts []string) {
	findComputed(site, drafts)
	findBuilt(site, drafts)
	findMarkup(site, drafts)
	if site.Generator != "hugo" {
		return
	}
	pages := map[string]bool{}
	for _, d := range drafts {
		if isIndex(d) {
			pages[path.Dir(d)] = true
		}
	}
	n := 0
	for _, d := range drafts {
		if isIndex(d) || !slices.ContainsFunc(site.Content, func(dir string) bool { return strings.HasPrefix(d, dir+"/") }) {
			continue
		}
		for dir := path.Dir(d); dir != "." && n < mostParts; dir = path.Dir(dir) {
			if pages[dir] {
				site.Places = append(site.Places, lint.Place{Kind: lint.KindFragment, Folder: path.Dir(d), Name: path.Base(d)})
				n++
				break
			}
		}
	}
}

// findComputed finds documents with code whose output is beside them: ferry.Rmd, from which a
// program makes ferry.md. The page is the output.
func findComputed(site *generator.Instance, drafts []string) {
	there := map[string]bool{}
	for _, d := range drafts {
		there[d] = true
	}
	n := 0
	for _, d := range drafts {
		if place.IsComputed(d) && there[strings.TrimSuffix(d, path.Ext(d))+".md"] && n < mostParts {
			site.Places = append(site.Places, lint.Place{Kind: lint.KindAsset, Folder: path.Dir(d), Name: path.Base(d)})
			n++
		}
	}
}

// fewestMarkdown is the minimum number of Markdown drafts for concluding that the articles of
// a site are in Markdown.
const fewestMarkdown = 5

// findMarkup finds out whether the articles of the site are in Markdown: at least half of the
// drafts are, apart from those about the repository and from parts of pages.
func findMarkup(site *generator.Instance, drafts []string) {
	written, plain := 0, 0
	for _, d := range drafts {
		switch place.KindOf(&site.Site, d) {
		case lint.KindUnknown, lint.KindArticle, lint.KindPage, lint.KindSection:
		default:
			continue
		}
		switch format, _ := lint.FormatOf(d); format {
		case lint.Markdown:
			written++
		case lint.HTML:
			plain++
		default:
		}
	}
	site.Markdown = site.Markdown || written >= fewestMarkdown && written >= plain
}

// isIndex reports whether a draft makes its folder a page: index.md, index.fr.md.
func isIndex(draft string) bool { return strings.HasPrefix(path.Base(draft), "index.") }

// findAuthored finds the folders that drafts of the site are in, if nearly all drafts have
// metadata. A draft elsewhere that has none is not meant to be a page.
func findAuthored(site *generator.Instance, samples []sample) {
	has := 0
	var folders []string
	for i := range samples {
		if samples[i].doc.Meta.Format == lint.NoMeta {
			continue
		}
		has++
		if top := place.TopFolder(samples[i].name); !slices.Contains(folders, top) {
			folders = append(folders, top)
		}
	}
	if len(samples) >= fewestAuthored && 20*has >= 19*len(samples) {
		slices.Sort(folders)
		site.Authored = folders
	}
}

// findBare finds out whether hardly any draft of a repository without a generator has metadata. The
// files are read where they are, beside a readme, on no page that could have a description. Without
// a readme, a few drafts may be those of a writer whose system asks for descriptions.
func findBare(files *repository.Files, site *generator.Instance, samples []sample) {
	if site.Generator != "" || len(samples) < fewest && !files.Exists(path.Join(site.Base, "README.md")) {
		return
	}
	described := 0
	for i := range samples {
		if samples[i].doc.Meta.Format != lint.NoMeta {
			described++
		}
	}
	if 10*described <= len(samples) {
		site.Description = lint.DescriptionNowhere
	}
}

// fewestAuthored is the minimum number of drafts for concluding what nearly all of them
// have.
const fewestAuthored = 8
