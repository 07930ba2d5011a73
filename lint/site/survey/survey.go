package survey

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/locale"
	"github.com/copychief/copychief/lint/site/place"
	"github.com/copychief/copychief/lint/site/repository"
)

// Field lists the names of metadata fields that play a role.
type Field struct {
	Role     lint.Role
	Names    []string // as written in the drafts: usual names first, each group by frequency
	Articles int      // number of articles that have one of them
	Own      bool     // one of the names is not looked for by default
}

// sample is the beginning of a draft that was read.
type sample struct {
	name  string
	head  []byte
	doc   *lint.Document
	names map[string]int // folded names of fields with a value -> index into the fields
}

// Result is what a sample of the drafts of a site says about their metadata.
type Result struct {
	Fields []Field  // the fields with a role
	Unused []string // fields without a role, the most frequent first
	Read   int      // number of drafts read
}

// Read reads up to most of the drafts of a site, and up to size bytes of each, adds what it
// learns to the site, and returns what it learns about fields.
func Read(files *repository.Files, site *generator.Instance, drafts []string, most int, size int64) (r Result) {
	drafts = written(drafts)
	locale.Find(&site.Site, site.Language.Value, drafts)
	findParts(site, drafts)
	findCompanions(files, site, drafts)
	findPackages(files, site, drafts)
	findFonts(files, site, drafts)
	findSaved(files, site, drafts)
	samples := samplesOf(files, site, drafts, most, size)
	r.Read = len(samples)
	findTeasers(files, site, samples)
	r.fields(site, samples)
	findAuthored(site, samples)
	findLayouts(site, samples)
	findSubtitles(site, samples)
	findBare(files, site, samples)
	findTheme(files, site, samples)
	canonicalHosts(site, samples)
	findCopies(site, samples)
	findDescription(files, site)
	findHeads(files, site, samples)
	findPrinted(files, site, samples)
	findPartners(site, samples)
	findServed(files, site, samples)
	return r
}

// written returns the drafts that are not in packages of other people, or all if there are no others.
func written(drafts []string) []string {
	if !slices.ContainsFunc(drafts, place.InPackage) {
		return drafts
	}
	own := slices.DeleteFunc(slices.Clone(drafts), place.InPackage)
	if len(own) == 0 {
		return drafts
	}
	return own
}

// samplesOf reads the beginnings of drafts, spread evenly over those that may be articles.
func samplesOf(files *repository.Files, site *generator.Instance, drafts []string, most int, size int64) (all []sample) {
	likely := make([]string, 0, len(drafts))
	for _, d := range drafts {
		switch place.KindOf(&site.Site, d) {
		case lint.KindUnknown, lint.KindArticle, lint.KindPage:
			likely = append(likely, d)
		default:
		}
	}
	if len(likely) == 0 {
		likely = drafts
	}
	options := parse.Options{Fields: site.Names}
	n := len(likely)
	for i := range min(n, most) {
		name := likely[i*n/min(n, most)]
		head := files.Head(name, size, false)
		if len(head) == 0 {
			continue
		}
		s := sample{name: name, head: head, doc: parse.Head(name, head, options), names: map[string]int{}}
		for k := range s.doc.Meta.Fields {
			if field := &s.doc.Meta.Fields[k]; field.Value().Len() > 0 && plainName(field.Name) {
				if _, twice := s.names[generator.Fold(field.Name)]; !twice {
					s.names[generator.Fold(field.Name)] = k
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

const alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// plainName reports whether a field name is short and simple enough for a configuration.
func plainName(name string) bool {
	return name != "" && len(name) <= 60 && strings.Trim(name, alphanumeric+"_-. ") == ""
}

// canonicalHosts adds the host of the canonical addresses if most of them agree.
func canonicalHosts(site *generator.Instance, samples []sample) {
	hosts := map[string]int{}
	all := 0
	for i := range samples {
		if v := samples[i].doc.Meta.Get(lint.RoleCanonical).Value(); v.Len() > 0 {
			if h := generator.HostOf(v.Plain()); h != "" {
				hosts[h]++
				all++
			}
		}
	}
	for h, n := range hosts {
		if n >= 2 && 2*n > all {
			site.AddHost("https://"+h, "canonical addresses")
		}
	}
}
