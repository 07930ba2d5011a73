package generator

import (
	"path"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// mostInherited is the maximum number of fields that a draft inherits from its site.
const mostInherited = 200

// InheritedIn returns the metadata that drafts in a folder inherit from their site. Metadata
// from closer folders comes first.
func (site *Instance) InheritedIn(files *repository.Files, dir string) []parse.Inherited {
	if site.generator == nil || site.generator.inherited == nil {
		return nil
	}
	all := site.generator.inherited(files, site, dir)
	return all[:min(len(all), mostInherited)]
}

// fieldsOf converts settings into fields, without the prefix of their keys. The items of a
// list become the values of one field.
func fieldsOf(s settings.Map, prefix, where string) (all []parse.Inherited) {
	at := map[string]int{}
	for _, key := range s.Keys(prefix) {
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
func foldersUpward(site *Instance, dir string) (all []string) {
	for ; ; dir = path.Dir(dir) {
		all = append(all, dir)
		if dir == site.Base || dir == "." {
			return all
		}
	}
}

// metaFile reads a file with metadata for a whole folder: .meta.yml of Material for
// MkDocs, _metadata.yml of Quarto.
func metaFile(names ...string) func(*repository.Files, *Instance, string) []parse.Inherited {
	return func(files *repository.Files, site *Instance, dir string) (all []parse.Inherited) {
		for _, d := range foldersUpward(site, dir) {
			for _, base := range names {
				if files.Has(d, base) {
					name := path.Join(d, base)
					all = append(all, fieldsOf(files.Settings(name), "", name)...)
				}
			}
		}
		return all
	}
}
