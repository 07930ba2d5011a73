// Package resolve tells whether the files that a draft names are there.
//
// An address is read in every way in which the site's generator may read it: below the
// folder that a prefix such as "@/" stands for, from the folder of the draft, from its
// address, which may be a level deeper, from the folders that are served from the root,
// and, where pages are linked by name, from anywhere. If one of the readings leads to a
// file, it is there. It is missing only if there is a reading that holds for certain;
// an address with a variable or an alias of unknown meaning is neither.
//
// The trade: a link that a more generous reading saves may be broken on the site. Rules
// report errors by what is found here, and an error has to be certain.
package resolve

import (
	"io/fs"
	"net/url"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Answer says whether a file is there.
type Answer uint8

// The answers.
const (
	Unknown Answer = iota // the files do not tell
	Found
	Missing
)

// Path returns the path in the address of a link or an image, without query and fragment,
// unescaped.
func Path(target string) string {
	target, _, _ = strings.Cut(target, "#")
	target, _, _ = strings.Cut(target, "?")
	if plain, err := url.PathUnescape(target); err == nil {
		return plain
	}
	return target
}

// File says whether the file that a path names, as [Path] returns it, is there, seen from
// the draft of a pass.
func File(p *lint.Pass, name string) Answer {
	if p.Files == nil || p.Name == "" || name == "" {
		return Unknown
	}
	r := &reader{p: p, site: p.Site}
	if r.site == nil {
		r.site = &lint.Site{}
	}
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
// "@site/x", "${base}/x", "[% base %]/x", "%BASE%/x", "__BASE__/x". Folders of packages
// begin with "@" as well, and are none of a site's files.
func variable(name string) bool {
	if strings.ContainsAny(name, "{}<>|$") || strings.ContainsRune(name, lint.Object) {
		return true
	}
	first, _, _ := strings.Cut(name, "/")
	switch {
	case first == "":
		return false
	case first[0] == '~', first[0] == '@', first[0] == '#', strings.HasPrefix(first, "[%"), strings.HasPrefix(first, "[["):
		return true
	case strings.Contains(first, ":"): // "pathname:///plan.pdf"
		return true
	case len(first) > 2 && first[0] == '%' && first[len(first)-1] == '%':
		return true
	}
	return len(first) > 4 && strings.HasPrefix(first, "__") && strings.HasSuffix(first, "__")
}

// reader looks for files from a draft.
type reader struct {
	p    *lint.Pass
	site *lint.Site
}

// prefixed looks below the folders that a prefix stands for.
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

// either turns what is known for certain into an answer.
func (r *reader) either(full string) Answer {
	switch {
	case !fs.ValidPath(full):
		return Unknown // outside of what can be seen
	case r.there(full):
		return Found
	}
	return Missing
}

// rooted looks for a path from the root in the folders that are served from there. Where
// not even its first folder is in one of them, the files come from elsewhere.
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

// roots returns the folders that the root of the address may stand for.
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

// relative looks for a relative path from the folder of the draft, from its address and
// from the roots, and for its last part anywhere where names alone lead to files.
func (r *reader) relative(name string) Answer {
	dir, file := path.Split(r.p.Name)
	full := path.Join(dir, name)
	if !fs.ValidPath(full) {
		return Unknown
	}
	if r.there(full) {
		return Found
	}
	stem := strings.TrimSuffix(file, path.Ext(file))
	known := r.site.Generator != ""
	if !known || r.site.Links.Relative != lint.RelativeToFile || r.site.Links.OwnFolder {
		if r.there(path.Join(dir, stem, name)) {
			return Found
		}
	}
	for _, root := range r.roots() {
		if within := path.Join(root, path.Clean("/"+name)); r.there(within) {
			return Found
		}
	}
	if r.byName(name) {
		return Found
	}
	if r.generated(name) {
		return Unknown
	}
	return Missing
}

// generated reports whether a page is named by an address that its file need not have:
// dates in the names of drafts are not in their addresses.
func (r *reader) generated(name string) bool {
	return strings.HasPrefix(strings.ToLower(path.Ext(name)), ".htm") && lint.SlugOf(r.p.Name)+path.Ext(r.p.Name) != path.Base(r.p.Name) &&
		path.Base(strings.TrimSuffix(r.p.Name, path.Ext(r.p.Name))) != "index"
}

// byName reports whether a file is found by the end of its path, wherever it lies: in a
// wiki, and where a page of a translation may be taken from another language. Where the
// generator is not known, a bare name may be a wiki's.
func (r *reader) byName(name string) bool {
	bare := !strings.Contains(name, "/") && r.site.Generator == ""
	if !bare && !r.site.Links.Wiki && len(r.site.Languages) == 0 {
		return false
	}
	end := path.Clean("/" + strings.TrimLeft(name, "./"))
	for _, full := range named(r.p.Files, path.Base(end)) {
		if hasSuffixFold("/"+full, end) {
			return true
		}
	}
	return false
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}
