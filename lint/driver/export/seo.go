package export

import (
	"strconv"
	"strings"
)

// Fields in which plugins for search engines keep what a post says in results: Yoast, Rank Math,
// All in One SEO, SEOPress and The SEO Framework.
var (
	titleKeys       = []string{"_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title", "_seopress_titles_title", "_genesis_title"}
	descriptionKeys = []string{"_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_aioseop_description", "_seopress_titles_desc", "_genesis_description"}
	phraseKeys      = []string{"_yoast_wpseo_focuskw", "rank_math_focus_keyword", "_seopress_analysis_target_kw"}
)

// slimKey is the field in which Slim SEO keeps everything, as a list serialised by PHP.
const slimKey = "slim_seo"

// search fills in what a post says in search results.
func (p *page) search(it *item) {
	excerpt := it.encoded("excerpt")
	slim := it.meta(slimKey)
	p.title = first(filled(first(it.meta(titleKeys...), serialised(slim, "title")), it.Title, excerpt), it.Title)
	p.description = first(filled(first(it.meta(descriptionKeys...), serialised(slim, "description")), it.Title, excerpt), excerpt)
	p.keyphrase = strings.TrimSpace(firstOf(it.meta(phraseKeys...)))
	p.hidden = it.meta("_yoast_wpseo_meta-robots-noindex") == "1" || it.meta("_genesis_noindex") == "1" ||
		it.meta("_aioseop_noindex") == "on" || it.meta("_seopress_robots_index") == "yes" ||
		strings.Contains(it.meta("rank_math_robots"), `"noindex"`) || serialised(slim, "noindex") == "1"
}

// variable matches what a plugin replaces in a field: “%%title%%”, “%title%”, “#post_title”.
var variable = compiled(`%%?([a-z_]+)(?:\([^)%]*\))?%%?|#((?:post|page|site|separator|tagline|author|category|current|custom_field|tax_name|permalink)(?:_[a-z]+)*)\b`)

// mostField is the maximum length of a field in bytes. No search result shows a tenth of it.
const mostField = 2000

// filled replaces the variables in a field that are about the post; it returns "" if there are
// others. The name of the site is left out, since the plugin appends it to the titles of all posts.
func filled(field, title, excerpt string) string {
	if len(field) > mostField {
		return ""
	}
	known := true
	text := variable().ReplaceAllStringFunc(field, func(match string) string {
		switch name := strings.Trim(match, "%#"); strings.TrimPrefix(name, "post_") {
		case "title":
			return title
		case "excerpt", "excerpt_only", "wc_shortdesc":
			return excerpt
		case "sep", "separator", "separator_sa", "sitename", "sitetitle", "site_title", "sitedesc", "site_description", "tagline", "page", "pagenumber", "pagetotal":
			return ""
		}
		known = false
		return ""
	})
	if !known {
		return ""
	}
	if text != field {
		text = strings.Trim(text, " -–—|·•»:")
	}
	return text
}

// serialised returns the value of a string, number or boolean in a list serialised by PHP:
// a:1:{s:5:"title";s:3:"abc";}.
func serialised(list, key string) string {
	_, rest, found := strings.Cut(list, `s:`+strconv.Itoa(len(key))+`:"`+key+`";`)
	if !found || len(rest) < 2 {
		return ""
	}
	length, value, found := strings.Cut(rest[2:], `:"`)
	if rest[0] != 's' || !found {
		value, _, _ = strings.Cut(rest[2:], ";")
		return value
	}
	n, err := strconv.Atoi(length)
	if err != nil || n < 0 || n > len(value) {
		return ""
	}
	return value[:n]
}
