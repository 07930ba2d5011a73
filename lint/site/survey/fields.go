package survey

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/generator"
)

// aliases returns further names (folded) that some sites use for a field. copychief does
// not look for them by default, because they are rare or mean something else on other
// sites. They are tried if drafts have no field with a usual name.
func aliases(role lint.Role) []string {
	switch role {
	case lint.RoleTitle:
		return []string{"pagetitle", "seotitletag", "browsertitle", "htmltitle", "metatitletag", "name", "heading"}
	case lint.RoleDescription:
		return []string{"metadesc", "desc", "pagedescription", "searchdescription", "seodesc", "standfirst", "teaser", "abstract", "lede", "lead", "intro", "blurb", "synopsis", "snippet", "tagline"}
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

// fields determines which field names play which role in the drafts, and which play none.
func (r *Result) fields(site *generator.Instance, samples []sample) {
	played := map[string]bool{}
	for role := range lint.Role(lint.Roles) {
		field := fieldOf(role, samples)
		if len(field.Names) == 0 {
			continue
		}
		r.Fields = append(r.Fields, field)
		for _, n := range field.Names {
			played[generator.Fold(n)] = true
		}
	}
	fieldsByShape(r, samples, played)
	for i := range r.Fields {
		if field := &r.Fields[i]; field.Own {
			look(site, field.Role, field.Names)
		}
	}
	r.unused(samples, played)
}

// look adds names to the list of names to look for, after the usual ones.
func look(site *generator.Instance, role lint.Role, names []string) {
	if site.Names == nil {
		site.Names = parse.Fields{}
	}
	if site.Names[role] == nil {
		site.Names[role] = slices.Clone(parse.DefaultFields()[role])
	}
	for _, n := range names {
		site.Names[role] = generator.AddName(site.Names[role], n)
	}
}

// fieldOf determines which names play a role: the default names, and other names in drafts
// that lack the default ones.
func fieldOf(role lint.Role, samples []sample) Field {
	field := Field{Role: role}
	usual, also := map[string]int{}, map[string]int{}
	for i := range samples {
		s := &samples[i]
		if d := s.doc.Meta.Get(role); d.Value().Len() > 0 && plainName(d.Name) {
			usual[d.Name]++
			field.Articles++
			continue
		}
		for _, alias := range aliases(role) {
			if d := s.field(alias); d != nil && plausible(role, d) {
				also[d.Name]++
				field.Articles++
				break
			}
		}
	}
	field.Names = byCount(usual)
	for _, name := range field.Names {
		field.Own = field.Own || !usualName(role, name)
	}
	for _, name := range byCount(also) {
		// One draft in twenty is a habit; fewer may be mistakes.
		if n := also[name]; n >= 2 && 20*n >= len(samples) {
			field.Names, field.Own = append(field.Names, name), true
		} else {
			field.Articles -= n
		}
	}
	return field
}

// usualName reports whether copychief looks for a name by default, on any site.
func usualName(role lint.Role, name string) bool {
	name = generator.Fold(name)
	return slices.ContainsFunc(parse.DefaultFields()[role], func(n string) bool { return generator.Fold(n) == name })
}

// byCount returns names by frequency, the most frequent first. If a name has several
// spellings, only the most frequent one is returned.
func byCount(counted map[string]int) (names []string) {
	all := slices.SortedFunc(maps.Keys(counted), func(a, b string) int {
		return cmp.Or(counted[b]-counted[a], strings.Compare(a, b))
	})
	seen := map[string]bool{}
	for _, n := range all {
		if !seen[generator.Fold(n)] {
			seen[generator.Fold(n)] = true
			names = append(names, n)
		}
	}
	return names
}

// unused determines which fields play no role, the most frequent first.
func (r *Result) unused(samples []sample, played map[string]bool) {
	counted := map[string]int{}
	for i := range samples {
		for folded, k := range samples[i].names {
			head, _, _ := strings.Cut(folded, ".")
			if !played[folded] && !played[head] && !generatorsOwn(folded) {
				counted[samples[i].doc.Meta.Fields[k].Name]++
			}
		}
	}
	maps.DeleteFunc(counted, func(_ string, n int) bool { return n < 2 && n*4 < len(samples) })
	r.Unused = slices.SortedFunc(maps.Keys(counted), func(a, b string) int {
		return cmp.Or(counted[b]-counted[a], strings.Compare(a, b))
	})
}

// generatorsOwn reports whether a field only controls the generator.
func generatorsOwn(folded string) bool {
	switch folded {
	case "layout", "template", "type", "kind", "permalink", "slug", "url", "aliases", "redirectfrom", "redirectto", "weight", "order", "toc", "menu", "id",
		"published", "unpublish", "publishdate", "expirydate", "comments", "math", "sidebar", "sidebarposition", "sidebarlabel",
		"hidetitle", "pagination", "outputs", "cascade", "eleventyexcludefromcollections", "eleventynavigation", "parent", "navorder", "pin", "featured":
		return true
	}
	return strings.HasPrefix(folded, "eleventynavigation.") || strings.HasPrefix(folded, "menu.") || strings.HasPrefix(folded, "cascade.")
}
