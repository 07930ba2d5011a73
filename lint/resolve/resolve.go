// Package resolve determines whether the files that a draft refers to exist.
//
// An address is interpreted in every way in which the site's generator may interpret it:
// below the folder that a prefix such as "@/" stands for; relative to the folder of the
// draft; relative to the address of the draft, which may be a level deeper; from the
// folders that are served from the root; and, where pages are linked by name, in any
// folder. If any interpretation leads to a file, the file exists. It is missing only if
// one interpretation is certainly the right one. For an address with a variable or an
// unknown alias, the answer is [Unknown].
//
// The trade-off: a link that works only in a generous interpretation may still be broken
// on the site. Such links are missed because rules report missing files as errors, and an
// error has to be certain.
package resolve

import (
	"io/fs"
	"net/url"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Answer says whether a file exists.
type Answer uint8

// The possible answers.
const (
	Unknown Answer = iota // the files do not allow a conclusion
	Found
	Missing
	Deleted // the file is in git, but not on disk
)

// Path returns the path of a link or image address, unescaped and without query and
// fragment.
func Path(target string) string {
	target, _, _ = strings.Cut(target, "#")
	target, _, _ = strings.Cut(target, "?")
	if plain, err := url.PathUnescape(target); err == nil {
		return plain
	}
	return target
}

// File reports whether the file at a path exists, for a reference in the draft of a pass.
// The path must be one returned by [Path].
func File(p *lint.Pass, name string) Answer {
	if p.Files == nil || p.Name == "" || name == "" {
		return Unknown
	}
	r := &reader{p: p, site: p.Site}
	if r.site == nil {
		r.site = &lint.Site{}
	}
	answer := r.file(name)
	if answer == Missing {
		answer = unlessAbsent(r, name)
	}
	if answer == Missing && (r.unsure(name) || built(r, name)) {
		return Unknown
	}
	return answer
}

// file is [File] for a tree in which nothing is built, linked or a submodule.
func (r *reader) file(name string) Answer {
	for i := range r.site.Links.Prefixes {
		pre := &r.site.Links.Prefixes[i]
		if rest, ok := strings.CutPrefix(name, pre.Text); ok && pre.Text != "/" {
			return r.prefixed(pre, rest)
		}
	}
	switch {
	case variable(name):
		return Unknown
	case name[0] == '/':
		return r.rooted(name)
	}
	return r.relative(name)
}

// variable reports whether a path has a part that a template or an alias fills in: "~/x",
// "@site/x", "${base}/x", "[% base %]/x", "%BASE%/x", "__BASE__/x". It is also true for
// names of npm packages, which begin with "@" and are not files of the site.
func variable(name string) bool {
	if strings.ContainsAny(name, "{}<>|$") || strings.Contains(name, "%(") || strings.ContainsRune(name, lint.Object) {
		return true
	}
	first, _, _ := strings.Cut(name, "/")
	switch {
	case first == "":
		return false
	case first[0] == '~', first[0] == '@', first[0] == '#', strings.HasPrefix(first, "[%"), strings.HasPrefix(first, "[["):
		return true
	case strings.Contains(first, ":"): // such as "pathname:///plan.pdf"
		return true
	case len(first) > 2 && first[0] == '%' && first[len(first)-1] == '%':
		return true
	}
	return len(first) > 4 && strings.HasPrefix(first, "__") && strings.HasSuffix(first, "__")
}

// reader looks up files for one draft.
type reader struct {
	p    *lint.Pass
	site *lint.Site
	also map[string]bool // files that count as being there
}

// prefixed looks in the folders that a prefix stands for.
func (r *reader) prefixed(pre *lint.Prefix, rest string) Answer {
	switch {
	case len(pre.Folders) == 0 || variable(rest):
		return Unknown
	case pre.Beside && !strings.HasPrefix(rest, "/"):
		return r.either(path.Join(path.Dir(r.p.Name), rest))
	}
	for _, dir := range pre.Folders {
		if r.there(path.Join(dir, rest)) {
			return Found
		}
	}
	return Missing
}

// Aliased returns the path of the file that an address with an alias of the site's generator
// leads to, such as "@/guide/cost.md"; ok is false if it has none or the file does not exist.
func Aliased(p *lint.Pass, name string) (full string, ok bool) {
	if p.Files == nil || p.Site == nil {
		return "", false
	}
	r := &reader{p: p, site: p.Site}
	for i := range p.Site.Links.Prefixes {
		pre := &p.Site.Links.Prefixes[i]
		rest, is := strings.CutPrefix(name, pre.Text)
		if !is || pre.Text == "/" || variable(rest) {
			continue
		}
		folders := pre.Folders
		if pre.Beside && !strings.HasPrefix(rest, "/") {
			folders = []string{path.Dir(p.Name)}
		}
		for _, dir := range folders {
			if full = path.Join(dir, rest); r.exists(full) {
				return full, true
			}
		}
		break
	}
	return "", false
}

// either returns whether a path exists, if it is certain that the path is meant.
func (r *reader) either(full string) Answer {
	switch {
	case !fs.ValidPath(full):
		return Unknown // outside of the file tree
	case r.there(full):
		return Found
	}
	return Missing
}

// rooted looks up a path from the root in the folders that may be served from there. If
// even its first folder does not exist in any of them, the answer is [Unknown], since the
// files must come from elsewhere.
func (r *reader) rooted(name string) Answer {
	name = strings.TrimPrefix(path.Clean(name), "/")
	top, _, nested := strings.Cut(name, "/")
	known := false
	for _, dir := range r.roots() {
		if r.there(path.Join(dir, name)) {
			return Found
		}
		known = known || nested && r.exists(path.Join(dir, top))
	}
	if len(r.site.Static) == 0 || nested && !known {
		return Unknown
	}
	return Missing
}

// roots returns the folders that the root of an address may stand for.
func (r *reader) roots() []string {
	dirs := append([]string{"."}, r.site.Static...)
	if r.site.Base != "" {
		dirs = append(dirs, r.site.Base)
	}
	dirs = append(dirs, r.site.Content...)
	for i := range r.site.Links.Prefixes {
		if pre := &r.site.Links.Prefixes[i]; pre.Text == "/" {
			dirs = append(dirs, pre.Folders...)
		}
	}
	return dirs
}

// relative looks up a relative path from the folder of the draft, from its address and
// from the roots. Where files are linked by name, it looks in all folders.
func (r *reader) relative(name string) Answer {
	dir, file := path.Split(r.p.Name)
	full := path.Join(dir, name)
	if !fs.ValidPath(full) {
		return Unknown
	}
	if r.there(full) {
		return Found
	}
	stem := lint.StemOf(file)
	known := r.site.Generator != ""
	if stem != "index" && (!known || r.site.Links.Relative != lint.RelativeToFile || r.site.Links.OwnFolder) {
		if r.there(path.Join(dir, stem, name)) {
			return Found
		}
	}
	for _, root := range r.roots() {
		if within := path.Join(root, path.Clean("/"+name)); r.there(within) {
			return Found
		}
	}
	if r.byName(name) || besideAddress(r, dir, stem, name) || !known && r.above(dir, name) {
		return Found
	}
	if r.generated(name) || !known && r.elsewhere(name) {
		return Unknown
	}
	return Missing
}

// above reports whether a relative path leads to a file from a folder above the draft, which
// some generators take for the root of the site.
func (r *reader) above(dir, name string) bool {
	for dir = path.Dir(path.Clean(dir)); dir != "." && dir != "/"; dir = path.Dir(dir) {
		if full := path.Join(dir, name); fs.ValidPath(full) && r.there(full) {
			return true
		}
	}
	return false
}

// generated reports whether an address may name a generated page whose file has another
// name: a date in the name of a draft is not part of its address, and a slug in its
// metadata replaces its name.
func (r *reader) generated(name string) bool {
	if !strings.HasPrefix(strings.ToLower(path.Ext(name)), ".htm") {
		return false
	}
	if r.p.Doc != nil {
		slug := r.p.Doc.Meta.Get(lint.RoleSlug).Value().Plain()
		if slug != "" && !strings.Contains(slug, "/") && slug != lint.StemOf(path.Base(r.p.Name)) {
			return true
		}
	}
	return lint.SlugOf(r.p.Name)+lint.SuffixOf(r.p.Name) != path.Base(r.p.Name) &&
		path.Base(lint.StemOf(r.p.Name)) != "index"
}

// byName reports whether any file's path ends with a given path. This applies to wikis,
// and to sites with several languages, where a page may be taken from another language. If
// the generator is unknown, a bare name may be a wiki link.
func (r *reader) byName(name string) bool {
	bare := !strings.Contains(name, "/") && r.site.Generator == ""
	if !bare && !r.site.Links.Wiki && len(r.site.Languages) == 0 {
		return false
	}
	end := path.Clean("/" + strings.TrimLeft(name, "./"))
	meant := path.Join(path.Dir(r.p.Name), name)
	mapped := strings.HasPrefix(meant, "i18n/") || strings.Contains(meant, "/i18n/") // translations are below the name of a part of the site
	for _, full := range named(r.p.Files, path.Base(end)) {
		if hasSuffixFold("/"+full, end) && (bare || mapped || r.site.Links.Wiki || sameButLanguage(full, meant)) {
			return true
		}
	}
	return false
}

// sameButLanguage reports whether two paths are the same except for one folder, which is
// missing from one of them or has a different name there.
func sameButLanguage(a, b string) bool {
	one, other := strings.Split(strings.ToLower(a), "/"), strings.Split(strings.ToLower(b), "/")
	for len(one) > 0 && len(other) > 0 && one[0] == other[0] {
		one, other = one[1:], other[1:]
	}
	for len(one) > 0 && len(other) > 0 && one[len(one)-1] == other[len(other)-1] {
		one, other = one[:len(one)-1], other[:len(other)-1]
	}
	return len(one) <= 1 && len(other) <= 1
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}
