package survey

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/place"
	"github.com/copychief/copychief/lint/site/repository"
)

// mostFontFolders is the number of folders with pages of HTML that are searched for fonts.
const mostFontFolders = 60

// findFonts finds pages that a program has made to show the icons or the letters of a font, beside
// the font: demo_symbol.html, icons-reference.html, Ferry-Regular-demo.html.
func findFonts(files *repository.Files, site *generator.Instance, drafts []string) {
	looked, has := 0, map[string]bool{}
	for _, d := range drafts {
		dir, file := path.Split(d)
		if dir = path.Clean(dir); !isPlainPage(path.Ext(file)) || !showsFont(strings.ToLower(lint.StemOf(file))) || place.InPackage(d) {
			continue
		}
		fonts, known := has[dir]
		if !known && looked < mostFontFolders {
			looked++
			fonts = hasFonts(files, dir)
			has[dir] = fonts
		}
		if fonts {
			site.Places = append(site.Places, lint.Place{Kind: lint.KindGenerated, Folder: dir, Name: file})
		}
	}
}

// showsFont reports whether a page has a name that programs give to pages that show a font.
func showsFont(stem string) bool {
	for _, word := range [...]string{"demo", "specimen", "preview", "icons", "reference", "cheatsheet", "glyphs"} {
		if strings.Contains(stem, word) {
			return true
		}
	}
	return false
}

// hasFonts reports whether a font is in a folder, or in the folder that such programs make in it, and
// so is the style sheet or the list that they write.
func hasFonts(files *repository.Files, dir string) bool {
	names := files.List(dir)
	if names["demo-files"] || names["specimen_files"] || names["iconfont.css"] || names["iconfont.json"] {
		return true
	}
	if isFontFolder(names) {
		return true
	}
	for _, folder := range [...]string{"font", "fonts"} {
		if names[folder] && (names["selection.json"] || names["config.json"] || names["style.css"] || names["styles.css"]) && isFontFolder(files.List(path.Join(dir, folder))) {
			return true
		}
	}
	return false
}

// isFontFolder reports whether one of the names is that of a font for pages.
func isFontFolder(names map[string]bool) bool {
	for name := range names {
		switch path.Ext(name) {
		case ".woff", ".woff2", ".eot":
			return true
		}
	}
	return false
}
