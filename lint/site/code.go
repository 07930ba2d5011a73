package site

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// mostCode is the maximum number of files of the site's own code to read.
const mostCode = 20

// idsInCode matches code that writes an id: id="x", {: #x}, node["id"], auto_id, or that
// reads comments.
var idsInCode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<!--|\bid=|\{:\s?#|\[["']id["']\]|\bauto_?id|set_id|\.id\s*=`)
})

// idsInPlugin matches code of a plugin of remark, rehype or markdown-it that gives a node an id:
// hProperties: { id }, properties.id = x, token.attrSet("id", x).
var idsInPlugin = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:hProperties|properties|[dD]ata|attributes)\??!?\.id\s*(?:\?\?|\|\|)?=[^=]|(?:hProperties|properties|attributes)["']?\s*(?:\?\?)?[:=]\s*\{[^{}]{0,300}?\bid\s*[,:}\n]|` +
		`attr(?:Set|Push)\(\s*\[?\s*["'` + "`" + `]id["'` + "`" + `]|\[["'` + "`" + `]id["'` + "`" + `]\]\s*=[^=]`)
})

// hasOwnIDs reports whether the site's own code gives ids to parts of pages. Which ones
// cannot be known without running it.
func hasOwnIDs(files *repository.Files, site *generator.Instance) bool {
	return slices.ContainsFunc(ownCode(files, site), func(name string) bool { return idsInCode().Match(files.Read(name)) }) ||
		slices.ContainsFunc(ownPlugins(files, site), func(name string) bool { return idsInPlugin().Match(files.Read(name)) })
}

// isOnePage reports whether the first page of a Jekyll site shows the texts of all its posts, one below
// the other: a link to a section may lead to another post, and a template gives each an id.
func isOnePage(files *repository.Files, site *generator.Instance) bool {
	if site.Generator != "jekyll" {
		return false
	}
	for _, name := range [...]string{"index.html", "index.md"} {
		page := string(files.Head(path.Join(site.Base, name), mostFirstPage, false))
		_, loop, found := strings.Cut(page, "in site.posts")
		loop, _, _ = strings.Cut(loop, "endfor")
		head, _, _ := strings.Cut(loop, "%}")
		if found && strings.Contains(loop, ".content") && !strings.Contains(head, "limit") {
			return true
		}
	}
	return false
}

// mostFirstPage is how many bytes of the first page are read.
const mostFirstPage = 16 << 10

// ownCode returns the files with the site's own code.
func ownCode(files *repository.Files, site *generator.Instance) (code []string) {
	for _, name := range site.Code {
		if name = path.Join(site.Base, name); !files.IsFolder(name) {
			code = append(code, name)
			continue
		}
		for entry := range files.List(name) {
			if file := path.Join(name, entry); files.Exists(file) && !files.IsFolder(file) {
				code = append(code, file)
			}
		}
	}
	slices.Sort(code)
	return code[:min(len(code), mostCode)]
}

// imported matches the path of a file beside a script that the script imports.
var imported = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("(?:\\bfrom\\s*|\\b(?:import|require)\\s*\\(?\\s*)[\"'`](\\.{1,2}/[^\"'`\n]+)[\"'`]")
})

// ownPlugins returns the script that configures the site, which may hold plugins, and the files that
// it imports, with those that these import.
func ownPlugins(files *repository.Files, site *generator.Instance) (all []string) {
	if !isScript(site.Marker) {
		return nil
	}
	const levels = 3
	all = []string{site.Marker}
	for from, level := 0, 1; level < levels && from < len(all); level++ {
		last := all[from:]
		from = len(all)
		for _, name := range last {
			for _, match := range imported().FindAllSubmatch(files.Read(name), mostCode) {
				file := scriptAt(files, path.Join(path.Dir(name), string(match[1])))
				if file != "" && !slices.Contains(all, file) && len(all) < mostCode {
					all = append(all, file)
				}
			}
		}
	}
	return all
}

func isScript(name string) bool {
	switch path.Ext(name) {
	case ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts":
		return true
	}
	return false
}

// scriptAt returns the file that an import names, whose extension may be left out, or "".
func scriptAt(files *repository.Files, name string) string {
	if strings.Contains("/"+name+"/", "/node_modules/") || !repository.IsLocal(name) {
		return ""
	}
	if isScript(name) && files.Exists(name) {
		return name
	}
	for _, end := range [...]string{".ts", ".js", ".mjs", ".cjs", ".mts", "/index.ts", "/index.js", "/index.mjs"} {
		if files.Exists(name + end) {
			return name + end
		}
	}
	return ""
}
