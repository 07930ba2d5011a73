package site

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint/parse"
)

// mostInherited is the maximum number of fields that a draft inherits from its site.
const mostInherited = 200

// Inherited returns the metadata that a draft inherits from its site, given the path of
// the draft. Metadata from closer folders comes first.
func (r *Recognised) Inherited(f *Found, name string) []parse.Inherited {
	if f.generator.inherited == nil || r.files == nil {
		return nil
	}
	dir := path.Dir(name)
	if all, ok := r.inherited[dir]; ok {
		return all
	}
	all := f.generator.inherited(r.files, f, dir)
	all = all[:min(len(all), mostInherited)]
	r.inherited[dir] = all
	return all
}

// fieldsOf converts settings into fields, without the prefix of their keys. The items of a
// list become the values of one field.
func fieldsOf(s settings, prefix, where string) (all []parse.Inherited) {
	at := map[string]int{}
	for _, key := range s.keys(prefix) {
		value, name := s[prefix+key], key
		if i := strings.LastIndexByte(key, '.'); i > 0 {
			if _, err := strconv.Atoi(key[i+1:]); err == nil {
				name = key[:i]
			}
		}
		if i, ok := at[name]; ok {
			all[i].Values = append(all[i].Values, value)
			continue
		}
		at[name] = len(all)
		all = append(all, parse.Inherited{Name: name, Values: []string{value}, Where: where})
	}
	return all
}

// foldersUpward returns a folder and its parents up to the folder of the site.
func foldersUpward(f *Found, dir string) (all []string) {
	for ; ; dir = path.Dir(dir) {
		all = append(all, dir)
		if dir == f.base || dir == "." {
			return all
		}
	}
}

// jekyllDefaults reads the defaults in _config.yml, a list of scopes with values. Narrower
// scopes take precedence over wider ones, and later ones over earlier ones.
func jekyllDefaults(r *repository, f *Found, dir string) (all []parse.Inherited) {
	s := r.setting(f.Marker)
	type scope struct {
		prefix string
		narrow int
	}
	var scopes []scope
	for i := range 100 {
		prefix := "defaults." + strconv.Itoa(i) + "."
		if len(s.keys(prefix)) == 0 {
			break
		}
		within := strings.Trim(s[prefix+"scope.path"], "/")
		rel := strings.TrimPrefix(strings.TrimPrefix(dir, f.base), "/")
		if strings.Contains(within, "*") || within != "" && rel != within && !strings.HasPrefix(rel, within+"/") || !ofType(s[prefix+"scope.type"], rel) {
			continue
		}
		scopes = append(scopes, scope{prefix, len(within)})
	}
	slices.Reverse(scopes)
	slices.SortStableFunc(scopes, func(a, b scope) int { return b.narrow - a.narrow })
	for _, sc := range scopes {
		all = append(all, fieldsOf(s, sc.prefix+"values.", f.Marker)...)
	}
	return all
}

// ofType reports whether drafts in a folder have a Jekyll type: posts, drafts, pages, or a
// collection.
func ofType(kind, dir string) bool {
	in := func(name string) bool { return strings.Contains("/"+dir+"/", "/"+name+"/") }
	switch kind {
	case "":
		return true
	case "pages":
		return !strings.Contains("/"+dir, "/_")
	case "posts":
		return in("_posts") || in("_drafts")
	}
	return in("_" + kind)
}

// folderData reads the data files of Eleventy's folders: posts/posts.json,
// posts/posts.11tydata.js.
func folderData(r *repository, f *Found, dir string) (all []parse.Inherited) {
	for _, d := range foldersUpward(f, dir) {
		for _, extension := range []string{".11tydata.json", ".11tydata.yaml", ".11tydata.yml", ".json", ".yaml", ".yml", ".11tydata.js", ".11tydata.cjs", ".11tydata.mjs"} {
			base := path.Base(d) + extension
			if r.has(d, base) {
				name := path.Join(d, base)
				all = append(all, fieldsOf(r.setting(name), "", name)...)
			}
		}
	}
	return all
}

// cascade reads the metadata that Hugo's sections pass on to their pages.
func cascade(r *repository, f *Found, dir string) (all []parse.Inherited) {
	for _, d := range foldersUpward(f, dir) {
		name := path.Join(d, "_index.md")
		if !r.has(d, "_index.md") {
			continue
		}
		doc := parse.Head(name, r.head(name, 1<<14, false), parse.Options{})
		for i := range doc.Meta.Fields {
			field := &doc.Meta.Fields[i]
			rest, ok := strings.CutPrefix(strings.ToLower(field.Name), "cascade.")
			if !ok || strings.HasPrefix(rest, "_target") || strings.HasPrefix(rest, "target.") || field.Value().Len() == 0 {
				continue
			}
			var values []string
			for _, v := range field.Values {
				values = append(values, v.Plain())
			}
			all = append(all, parse.Inherited{Name: rest, Values: values, Where: name})
		}
	}
	return append(all, fieldsOf(r.configuration(f), "cascade.", f.Marker)...)
}

// metaFile reads a file with metadata for a whole folder: .meta.yml of Material for
// MkDocs, _metadata.yml of Quarto.
func metaFile(names ...string) func(*repository, *Found, string) []parse.Inherited {
	return func(r *repository, f *Found, dir string) (all []parse.Inherited) {
		for _, d := range foldersUpward(f, dir) {
			for _, base := range names {
				if r.has(d, base) {
					name := path.Join(d, base)
					all = append(all, fieldsOf(r.setting(name), "", name)...)
				}
			}
		}
		return all
	}
}

// pelicanDefaults reads the default metadata of Pelican, which applies to every article.
func pelicanDefaults(r *repository, f *Found, _ string) (all []parse.Inherited) {
	if author := r.configuration(f)["author"]; author != "" {
		all = append(all, parse.Inherited{Name: "author", Values: []string{author}, Where: f.Marker})
	}
	return all
}
