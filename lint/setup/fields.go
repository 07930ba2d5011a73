package setup

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// article is the content of an article in the sample.
type article struct {
	doc    *lint.Document
	fields map[string]string // folded names of fields with a value -> name as written
	roles  map[lint.Role]string
	images []string // files named in tags that copychief does not know
}

// read reads a sample of the articles, spread evenly over all of them.
func (l *looker) read(ctx context.Context) {
	n := len(l.Articles)
	size := min(n, sampleSize)
	for i := range size {
		if ctx.Err() != nil {
			return
		}
		name := l.Articles[i*n/size]
		if content := l.content(name, articleSize, true); content != nil {
			if a := parsed(name, content); a != nil {
				l.sample = append(l.sample, *a)
			}
		}
	}
	l.Read = len(l.sample)
}

// parsed parses an article; it returns nil if the parser fails.
func parsed(name string, content []byte) (a *article) {
	defer func() {
		if recover() != nil {
			a = nil
		}
	}()
	format, _ := parse.FormatOf(name)
	doc := parse.As(name, content, format, parse.Options{})
	a = &article{doc: doc, fields: map[string]string{}, roles: map[lint.Role]string{}}
	if doc.Meta.Format == lint.HTMLHead {
		return a // its fields are those of HTML
	}
	for i := range doc.Meta.Fields {
		if f := &doc.Meta.Fields[i]; f.Value().Len() > 0 && plainName(f.Name) {
			a.fields[fold(f.Name)] = f.Name
		}
	}
	for role := range lint.Role(lint.Roles) {
		if f := doc.Meta.Get(role); f.Value().Len() > 0 && plainName(f.Name) {
			a.roles[role] = f.Name
		}
	}
	return a
}

// plainName reports whether the name of a field can be written to a configuration.
func plainName(name string) bool {
	return name != "" && len(name) <= 60 && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") == ""
}

// fold normalises the name of a field for comparison.
func fold(name string) string {
	return strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(name))
}

// aliases returns folded names of fields that copychief does not recognise by default,
// because they are rare or mean something else on other sites. If articles use them, the
// survey suggests them.
func aliases(role lint.Role) []string {
	switch role {
	case lint.RoleTitle:
		return []string{"pagetitle", "seotitletag", "browsertitle", "htmltitle", "metatitletag", "name", "heading"}
	case lint.RoleDescription:
		return []string{"metadesc", "desc", "pagedescription", "searchdescription", "seodesc", "standfirst", "teaser", "abstract", "lede", "lead", "intro", "blurb", "synopsis", "snippet"}
	case lint.RoleKeyphrase:
		return []string{"focuskw", "focuskeyword", "targetkeyword", "primarykeyword", "mainkeyword", "primarykeyphrase", "seokeyword", "yoast.focuskw", "seo.keyword"}
	case lint.RoleDate:
		return []string{"pubdatetime", "publishedon", "publishedtime", "datetime", "publicationdate", "datepublished", "posted", "postdate", "created", "createdat", "createdon", "datecreated"}
	case lint.RoleUpdated:
		return []string{"moddatetime", "lastupdated", "lastupdate", "lastupdate.date", "lastmodifiedon", "revised", "reviewed", "datemodified", "updatedon", "modifiedat"}
	case lint.RoleAuthors:
		return []string{"writer", "writers", "by", "contributors", "postauthor", "reporter", "reporters", "authorname"}
	case lint.RoleTags:
		return []string{"topics", "labels", "subjects", "categories", "category"}
	case lint.RoleImage:
		return []string{"heroimage", "heroimage.src", "hero.image", "hero.src", "bannerimage", "banner", "headerimage", "header.image", "header.teaser", "featureimage", "featureimg", "featuredimg", "coverimage", "cover.image", "leadimage", "mainimage", "socialimage", "shareimage", "cardimage", "previewimage", "thumb", "photo", "img", "feature"}
	case lint.RoleImageAlt:
		return []string{"heroimagealt", "heroimage.alt", "hero.alt", "banneralt", "headerimagealt", "coverimagealt", "cover.alt", "leadimagealt", "socialimagealt", "imagealttext", "imagedescription", "featureimagealt", "thumbalt", "photoalt", "imgalt", "alt"}
	case lint.RoleCanonical:
		return []string{"canonicallink", "originalurl", "canonicalhref"}
	case lint.RoleSources:
		return []string{"citations", "refs", "bibliography", "furtherreading"}
	default:
		return nil
	}
}

// fields finds out which fields have which role, and which have none.
func (l *looker) fields(context.Context) {
	played := map[string]bool{}
	for role := range lint.Role(lint.Roles) {
		f := l.field(role)
		if len(f.Names) == 0 {
			continue
		}
		l.Fields = append(l.Fields, f)
		for _, n := range f.Names {
			played[fold(n)] = true
		}
	}
	slices.SortFunc(l.Fields, func(a, b Field) int { return int(a.Role) - int(b.Role) })
	counted := map[string]int{}
	for i := range l.sample {
		for folded, name := range l.sample[i].fields {
			if !played[folded] && !played[l.headOf(folded)] && !own(folded) {
				counted[name]++
			}
		}
	}
	maps.DeleteFunc(counted, func(_ string, n int) bool { return n < 2 && n*4 < l.Read })
	l.Unused = slices.SortedFunc(maps.Keys(counted), func(a, b string) int {
		return cmp.Or(counted[b]-counted[a], strings.Compare(a, b))
	})
}

// headOf returns the top-level name of a nested one.
func (*looker) headOf(name string) string {
	head, _, _ := strings.Cut(name, ".")
	return head
}

// own reports whether a field is only for the site generator.
func own(folded string) bool {
	switch folded {
	case "layout", "template", "type", "kind", "permalink", "slug", "url", "aliases", "redirectfrom", "redirectto", "weight", "order", "toc", "menu", "id",
		"published", "unpublish", "publishdate", "expirydate", "comments", "math", "sidebar", "sidebarposition", "sidebarlabel",
		"hidetitle", "pagination", "outputs", "cascade", "eleventyexcludefromcollections", "eleventynavigation", "parent", "navorder", "pin", "featured":
		return true
	}
	return strings.HasPrefix(folded, "eleventynavigation.") || strings.HasPrefix(folded, "menu.") || strings.HasPrefix(folded, "cascade.")
}

// field returns the names of fields for a role: those that copychief recognises, and others
// in articles without these.
func (l *looker) field(role lint.Role) Field {
	f := Field{Role: role}
	usual := map[string]int{}
	also := map[string]int{}
	for i := range l.sample {
		a := &l.sample[i]
		if name, ok := a.roles[role]; ok {
			usual[name]++
			f.Articles++
			continue
		}
		for _, alias := range aliases(role) {
			if name, ok := a.fields[alias]; ok {
				also[name]++
				f.Articles++
				break
			}
		}
	}
	f.Names = byCount(usual)
	for _, name := range byCount(also) {
		// Fewer than one article in twenty are taken for a mistake.
		if n := also[name]; n >= 2 && 20*n >= l.Read {
			f.Names, f.Own = append(f.Names, name), true
		} else {
			f.Articles -= n
		}
	}
	return f
}

// byCount returns names, most frequent first. If a name has several spellings, it returns
// the most frequent one.
func byCount(counted map[string]int) (names []string) {
	all := slices.SortedFunc(maps.Keys(counted), func(a, b string) int {
		return cmp.Or(counted[b]-counted[a], strings.Compare(a, b))
	})
	seen := map[string]bool{}
	for _, n := range all {
		if !seen[fold(n)] {
			seen[fold(n)] = true
			names = append(names, n)
		}
	}
	return names
}
