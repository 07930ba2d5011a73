// Package tracking finds what an address has besides the page it points to: query parameters
// that record where a reader came from, and redirects through other sites.
//
// The trade-off: parameters and services are known by name, and only those with no other
// purpose, so new ones are missed and no parameter that a page needs is reported.
package tracking

import (
	"net/url"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
)

// isTracking reports whether a query parameter only records where a reader came from.
func isTracking(name string) bool {
	name = strings.ToLower(name)
	if isCampaign(name) || strings.HasPrefix(name, "pk_") && len(name) > 6 || strings.HasPrefix(name, "__hs") {
		return true
	}
	switch name {
	case "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "fbclid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id",
		"igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "hsctatracking", "mkt_tok", "vero_id", "vero_conv", "oly_enc_id",
		"oly_anon_id", "ref_src", "_ga", "_gl", "s_cid", "wickedid", "at_medium", "at_campaign":
		return true
	}
	return false
}

// isCampaign reports whether a parameter, in lower case, names a campaign or its channel.
func isCampaign(name string) bool { return strings.HasPrefix(name, "utm_") }

// Parameters returns the edits that remove the tracking parameters of a target, and the name
// of the first; nil if there are none. All other bytes are unchanged. Parameters are kept if
// the target site has agreed on them with the linking one, and in the addresses of archives.
func Parameters(t lint.Text, a *href.URL) (edits []lint.Edit, first string) {
	if a.Query == "" || isArchived(a) || isAgreed(a.Query) {
		return nil, ""
	}
	return remove(t)
}

// isArchived reports whether an address contains that of another page, which an archive
// finds only under the address that it had: web.archive.org/web/2020/https://…
func isArchived(a *href.URL) bool {
	return strings.Contains(a.Path, "/http:/") || strings.Contains(a.Path, "/https:/")
}

func remove(t lint.Text) (edits []lint.Edit, first string) {
	target := t.String()
	mark := strings.IndexByte(target, '?')
	if mark < 0 {
		return nil, ""
	}
	end := len(target)
	if i := strings.IndexByte(target[mark:], '#'); i >= 0 {
		end = mark + i
	}
	cut := func(from, to int) { edits = append(edits, lint.Edit{Span: t.Span(from, to)}) }
	drop, kept := -1, false // where a run of removed parameters begins, including the separator before it
	for at := mark + 1; at <= end; {
		next := end
		if i := strings.IndexByte(target[at:end], '&'); i >= 0 {
			next = at + i
		}
		name, _, _ := strings.Cut(target[at:next], "=")
		switch tracks := isTracking(name); {
		case tracks && drop < 0:
			if drop = at - 1; first == "" {
				first = name
			}
		case !tracks && drop >= 0:
			if kept {
				cut(drop, at-1)
			} else {
				cut(drop+1, at) // the question mark stays
			}
			drop, kept = -1, true
		case !tracks:
			kept = true
		}
		at = next + 1
	}
	if drop >= 0 {
		cut(drop, end)
	}
	return edits, first
}

// isAgreed reports whether the only tracking parameters of a query are those of a campaign that the
// target site has agreed on, which show it who sent the reader. If one of them says that the sender
// is paid or a partner, all of them are.
func isAgreed(query string) bool {
	if isPartnership(query) {
		return true
	}
	for pair := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		if isTracking(name) && (!isCampaign(strings.ToLower(name)) || isChannel(value)) {
			return false
		}
	}
	return true
}

// isPartnership reports whether a parameter names or pays whoever sends readers: utm_medium=affiliate,
// partner=ferry, aff_id=17.
func isPartnership(query string) bool {
	for pair := range strings.SplitSeq(strings.ToLower(query), "&") {
		name, value, _ := strings.Cut(pair, "=")
		switch strings.ReplaceAll(strings.ReplaceAll(name, "_", ""), "-", "") {
		case "aff", "affid", "affiliate", "affiliateid", "aaid", "partner", "partnerid", "ref", "refid", "referral", "referralcode", "irclickid", "clickref":
			if value != "" {
				return true
			}
		}
		if strings.Contains(value, "affiliate") || strings.Contains(value, "partner") || strings.Contains(value, "referral") {
			return true
		}
	}
	return false
}

// isChannel reports whether the value of a parameter of a campaign is empty, or names the
// mail, feed or network from which somebody copied the address.
func isChannel(value string) bool {
	value = strings.ToLower(value)
	return value == "" || value == "copy" || strings.HasPrefix(value, "copy_") || slices.ContainsFunc([]string{
		"mail", "newsletter", "rss", "feed", "social", "twitter", "facebook", "linkedin", "instagram", "whatsapp", "telegram",
		"reddit", "medium.com", "google", "bing", "cpc", "adwords", "organic", "share", "chatgpt", "openai",
	}, func(channel string) bool { return strings.Contains(value, channel) })
}

// isShortener reports whether a host, in lower case, is a URL shortener, which hides the
// target of a link and may shut down.
func isShortener(host string) bool {
	switch host {
	case "bit.ly", "goo.gl", "t.co", "tinyurl.com", "ow.ly", "buff.ly", "is.gd", "lnkd.in", "dlvr.it", "fb.me", "trib.al", "cutt.ly",
		"rebrand.ly", "j.mp", "ift.tt", "shorturl.at", "rb.gy", "go.usa.gov", "1.usa.gov":
		return true
	}
	return false
}

// Detour names the kind of redirect through which an address leads to its page, worded for
// a message, or "". page is the address of the page itself, if the link contains it.
func Detour(a *href.URL) (what, page string) {
	host := strings.ToLower(href.BareHost(a.Host))
	if host == "goo.gl" && strings.HasPrefix(a.Path, "/maps") {
		return "", "" // how Google Maps writes the address of a place
	}
	if isShortener(host) {
		return "the shortener " + host, ""
	}
	google := strings.HasPrefix(host, "google.")
	switch {
	case google && a.Path == "/url":
		return "a redirect of Google", carried(a.Query, "q", "url")
	case a.Under("safelinks.protection.outlook.com"):
		return "a redirect of Outlook", carried(a.Query, "url")
	case a.Path == "/l.php" && a.Under("l.facebook.com"):
		return "a redirect of Facebook", carried(a.Query, "u")
	case a.Path == "/search" && (google || a.Under("bing.com")), len(a.Path) < 2 && a.Query != "" && a.Under("duckduckgo.com"):
		return "a list of search results", ""
	case a.Under("cdn.ampproject.org"), google && strings.HasPrefix(a.Path, "/amp/"), isAMP(a):
		return "an AMP copy", ""
	}
	return "", ""
}

// isAMP reports whether an address follows one of the two patterns that newspapers use for
// the AMP copy of an article.
func isAMP(a *href.URL) bool {
	if strings.HasPrefix(strings.ToLower(a.Host), "amp.") && strings.Count(a.Host, ".") > 1 && len(a.Path) > 1 {
		return true
	}
	path := strings.TrimSuffix(a.Path, "/")
	return strings.HasSuffix(path, "/amp") && strings.Count(path, "/") > 2
}

// carried returns the address that one of several query parameters contains, if it can be
// written into any draft without escapes; otherwise "".
func carried(query string, names ...string) string {
	for pair := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		for _, n := range names {
			if name != n {
				continue
			}
			page, err := url.QueryUnescape(value)
			if _, ok := href.Parse(page); err != nil || !ok || strings.ContainsAny(page, " \t\r\n()<>[]\"'`\\&*_|") {
				return ""
			}
			return page
		}
	}
	return ""
}
