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

// article is one that was looked into.
type article struct {
	doc    *lint.Document
	fields map[string]string // folded names that have a value -> the name as written
	roles  map[lint.Role]string
	images []string // files that tags name which copychief does not know by itself
}

// read looks into a sample of the articles, spread evenly over all of them.
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

// parsed parses an article; nil where the parser fails.
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
		return a // its names are those of HTML
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

// plainName reports whether a name of a field is one that may be written down.
func plainName(name string) bool {
	return name != "" && len(name) <= 60 && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") == ""
}

// fold brings a field name into the form in which names are compared.
func fold(name string) string {
	return strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(name))
}

// aliases are names, folded, that sites give to fields and that copychief does not
// look for by itself: they are too rare, or mean something else elsewhere. A survey
// that finds them proposes them.
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
		return []string{"topics", "labels", "subjects", "taxonomies.tags", "categories", "category"}
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

// fields tells which names play which role, and which play none.
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

// headOf returns the name of which a nested one is a part.
func (*looker) headOf(name string) string {
	head, _, _ := strings.Cut(name, ".")
	return head
}

// own reports whether a field is the generator's own affair.
func own(folded string) bool {
	switch folded {
	case "layout", "template", "type", "kind", "permalink", "slug", "url", "aliases", "redirectfrom", "redirectto", "weight", "order", "toc", "menu", "id",
		"published", "unpublish", "publishdate", "expirydate", "comments", "math", "sidebar", "sidebarposition", "sidebarlabel",
		"hidetitle", "pagination", "outputs", "cascade", "eleventyexcludefromcollections", "eleventynavigation", "parent", "navorder", "pin", "featured":
		return true
	}
	return strings.HasPrefix(folded, "eleventynavigation.") || strings.HasPrefix(folded, "menu.") || strings.HasPrefix(folded, "cascade.")
}

// field tells which names play a role: those that copychief takes by itself, and
// further ones that stand in articles where these do not.
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
		// One article in twenty is a habit; fewer are a slip.
		if n := also[name]; n >= 2 && 20*n >= l.Read {
			f.Names, f.Own = append(f.Names, name), true
		} else {
			f.Articles -= n
		}
	}
	return f
}

// byCount returns names, the most frequent first. Of several spellings of one name
// the most frequent stands for all.
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
