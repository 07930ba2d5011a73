package site

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// sample is the beginning of a draft that was read.
type sample struct {
	name  string
	head  []byte
	doc   *lint.Document
	names map[string]int // folded names of fields with a value -> index into the fields
}

// surveyNames reads a sample of the drafts of each site.
func surveyNames(r *Recognised, files *repository, drafts []string, look Look) {
	of := map[*Found][]string{}
	for _, d := range drafts {
		f := r.For(d)
		of[f] = append(of[f], d)
	}
	for _, f := range r.Sites {
		own := of[f]
		if len(own) == 0 {
			continue
		}
		f.layout(own)
		findParts(f, own)
		findCompanions(files, f, own)
		look := look
		look.Drafts = max(8, look.Drafts*len(own)/len(drafts))
		samples := samplesOf(files, f, own, look)
		f.Read = len(samples)
		f.fields(samples)
		findAuthored(f, samples)
		f.canonicalHosts(samples)
		findCopies(f, samples)
		findDescription(files, f)
		findServed(files, f, samples)
	}
}

// samplesOf reads the beginnings of drafts, spread evenly over those that may be articles.
func samplesOf(r *repository, f *Found, drafts []string, look Look) (all []sample) {
	likely := make([]string, 0, len(drafts))
	for _, d := range drafts {
		switch KindOf(&f.Site, d) {
		case lint.KindUnknown, lint.KindArticle, lint.KindPage:
			likely = append(likely, d)
		default:
		}
	}
	if len(likely) == 0 {
		likely = drafts
	}
	options := parse.Options{Fields: f.Names}
	n := len(likely)
	for i := range min(n, look.Drafts) {
		name := likely[i*n/min(n, look.Drafts)]
		head := r.head(name, look.Bytes, false)
		if len(head) == 0 {
			continue
		}
		s := sample{name: name, head: head, doc: parse.Head(name, head, options), names: map[string]int{}}
		for k := range s.doc.Meta.Fields {
			if field := &s.doc.Meta.Fields[k]; field.Value().Len() > 0 && plainName(field.Name) {
				if _, twice := s.names[fold(field.Name)]; !twice {
					s.names[fold(field.Name)] = k
				}
			}
		}
		all = append(all, s)
	}
	return all
}

// field returns the field with a folded name, or nil.
func (s *sample) field(folded string) *lint.Field {
	if k, ok := s.names[folded]; ok {
		return &s.doc.Meta.Fields[k]
	}
	return nil
}

// plainName reports whether a field name is short and simple enough for a configuration.
func plainName(name string) bool {
	return name != "" && len(name) <= 60 && strings.Trim(name, alphanumeric+"_-. ") == ""
}

// fold converts a field name to the form in which names are compared: in lower case, without
// hyphens, underscores and spaces.
func fold(name string) string {
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789.") == "" {
		return name
	}
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// canonicalHosts adds the host of the canonical addresses if most of them agree.
func (f *Found) canonicalHosts(samples []sample) {
	hosts := map[string]int{}
	all := 0
	for i := range samples {
		if v := samples[i].doc.Meta.Get(lint.RoleCanonical).Value(); v.Len() > 0 {
			if h := hostOf(v.Plain()); h != "" {
				hosts[h]++
				all++
			}
		}
	}
	for h, n := range hosts {
		if n >= 2 && 2*n > all {
			addHost(f, "https://"+h, "canonical addresses")
		}
	}
}

// layout finds languages in the paths of the drafts.
func (f *Found) layout(drafts []string) {
	siblings := map[string]map[string]bool{} // folder -> subfolders named after a language
	others := map[string]map[string]bool{}   // folder -> other subfolders
	add := func(m map[string]map[string]bool, dir, name string) {
		if m[dir] == nil {
			m[dir] = map[string]bool{}
		}
		m[dir][name] = true
	}
	seen := map[string]bool{}
	for _, d := range drafts {
		for dir := path.Dir(d); dir != "." && !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			if base := path.Base(dir); isLanguage(base) {
				add(siblings, path.Dir(dir), base)
			} else {
				add(others, path.Dir(dir), base)
			}
		}
	}
	for _, dir := range sortedKeys(siblings) {
		names := sortedKeys(siblings[dir])
		beside := len(names) >= 2 && len(names) >= len(others[dir]) && (f.speaks(names) || counterparts(drafts, dir, names))
		if !beside && !mirrors(drafts, dir, names) {
			continue // “no” and “is” are also words, and teams and products are called by two letters
		}
		for _, n := range names {
			f.folderLanguage(dir, n)
		}
	}
	f.suffixes(drafts)
	main := strings.ToLower(f.Language.Value)
	primary, _, _ := strings.Cut(main, "-")
	known := func(tag string) bool { p, _, _ := strings.Cut(tag, "-"); return p == primary }
	if main != "" && len(f.Languages) > 0 && !slices.ContainsFunc(f.Languages, known) {
		f.Languages = append([]string{main}, f.Languages...)
	}
}

// speaks reports whether one of the languages is English or the main language of the site.
func (f *Found) speaks(names []string) bool {
	main, _, _ := strings.Cut(strings.ToLower(f.Language.Value), "-")
	return slices.ContainsFunc(names, func(n string) bool {
		n, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(n, "_", "-")), "-")
		return n == "en" || n == main
	})
}

// counterparts reports whether two of the language folders have a draft with the same path,
// apart from the first page.
func counterparts(drafts []string, dir string, names []string) bool {
	in := map[string]string{} // path without language -> language
	for _, n := range names {
		prefix := path.Join(dir, n) + "/"
		for _, d := range drafts {
			rest, ok := strings.CutPrefix(d, prefix)
			stem := strings.TrimSuffix(rest, path.Ext(rest))
			if !ok || stem == "index" || stem == "_index" || strings.EqualFold(stem, "readme") {
				continue
			}
			if other, found := in[rest]; found && other != n {
				return true
			}
			in[rest] = n
		}
	}
	return false
}

// folderLanguage records that the drafts in a folder are in a language.
func (f *Found) folderLanguage(dir, name string) {
	tag := strings.ToLower(strings.ReplaceAll(name, "_", "-"))
	f.LanguageFolders = append(f.LanguageFolders, lint.LanguageFolder{Folder: path.Join(dir, name), Language: tag})
	if !slices.Contains(f.Languages, tag) {
		f.Languages = append(f.Languages, tag)
	}
}

// mirrors reports whether most of the drafts in language folders have a counterpart
// outside of them with the same path: de/guide/frost.md and guide/frost.md.
func mirrors(drafts []string, dir string, names []string) bool {
	there := map[string]bool{}
	for _, d := range drafts {
		there[d] = true
	}
	all, same := 0, 0
	for _, n := range names {
		prefix := path.Join(dir, n) + "/"
		for _, d := range drafts {
			if rest, ok := strings.CutPrefix(d, prefix); ok {
				all++
				if there[path.Join(dir, rest)] {
					same++
				}
			}
		}
	}
	return same > 0 && 2*same > all
}
