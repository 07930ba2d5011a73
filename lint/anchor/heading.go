package anchor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/copychief/copychief/lint"
)

// headed reports whether a generator may make one of the wanted ids of a heading.
func headed(heading string, wanted []string, styles []lint.IDStyle) bool {
	heading = plain(heading)
	trimmed := strings.TrimLeftFunc(heading, func(r rune) bool { return !unicode.IsLetter(r) }) // kramdown begins with a letter
	for _, id := range wanted {
		if spells(heading, id, styles) || trimmed != "" && trimmed != heading && spells(trimmed, id, styles) {
			return true
		}
	}
	return false
}

// plain returns a heading without attributes in braces, and with an object in place of
// each emoji shortcode, which generators spell out or drop.
func plain(heading string) string {
	if i := strings.LastIndexByte(heading, '{'); i > 0 && strings.HasSuffix(heading, "}") {
		heading = heading[:i]
	}
	for {
		start := strings.IndexByte(heading, ':')
		if start < 0 {
			return heading
		}
		n := strings.IndexFunc(heading[start+1:], func(r rune) bool {
			return r != '_' && r != '+' && r != '-' && !unicode.IsLower(r) && !unicode.IsDigit(r)
		})
		if n < 2 || heading[start+1+n] != ':' {
			return strings.Replace(heading, ":", " ", 1)
		}
		heading = heading[:start] + string(lint.Object) + heading[start+n+2:]
	}
}

// spells reports whether an id, of letters and digits alone, is one of the ways to spell a
// heading. It goes through the heading and keeps, for each character, how much of the id
// may be spelled by then.
func spells(heading, id string, styles []lint.IDStyle) bool {
	at := make([]bool, len(id)+1)
	at[0] = true
	letters := false
	for _, r := range heading {
		ways, anything := waysOf(r, styles)
		if ways == nil && !anything {
			continue
		}
		letters = true
		next := make([]bool, len(id)+1)
		reached := false
		for i, ok := range at {
			if !ok {
				continue
			}
			if anything {
				for k := i; k <= len(id); k++ {
					next[k] = true
				}
				reached = true
				break
			}
			for _, w := range ways {
				if strings.HasPrefix(id[i:], w) {
					next[i+len(w)], reached = true, true
				}
			}
		}
		if !reached {
			return false
		}
		at = next
	}
	return letters && at[len(id)]
}

// waysOf returns how a character of a heading may be spelled in an id; nil where it leaves
// nothing behind. Anything may stand for an emoji or an object and, where the site's
// generator transliterates, for a letter of another script.
func waysOf(r rune, styles []lint.IDStyle) (ways []string, anything bool) {
	switch {
	case r < utf8.RuneSelf:
		return asciiWays(r), false
	case r == lint.Object, unicode.Is(unicode.So, r), unicode.Is(unicode.Sk, r), unicode.Is(unicode.Sm, r), unicode.Is(unicode.Sc, r),
		unicode.Is(unicode.Co, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Mn, r) && r >= 0xFE00:
		return nil, true
	case !unicode.IsLetter(r) && !unicode.IsNumber(r):
		return nil, false
	}
	r = unicode.ToLower(r)
	ways = append(ways, string(r), "")
	ways = append(ways, latin(r)...)
	base := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(string(r)))
	ways = append(ways, base)
	if !unicode.Is(unicode.Latin, r) && transliterates(styles) {
		return nil, true
	}
	return ways, false
}

// asciiWays returns how a character of ASCII may be spelled.
func asciiWays(r rune) []string {
	switch r {
	case '&':
		return []string{"", "and", "amp", "n"}
	case '+':
		return []string{"", "plus"}
	case '@':
		return []string{"", "at"}
	case '%':
		return []string{"", "percent"}
	case '$':
		return []string{"", "dollar"}
	case '<', '>':
		return []string{"", "less", "greater", "lt", "gt"}
	case '|':
		return []string{"", "or"}
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return []string{string(unicode.ToLower(r))}
	}
	return nil
}

// latin returns how letters are spelled whose form in ASCII is not the letter below
// their mark.
func latin(r rune) []string {
	switch r {
	case 'ä', 'æ':
		return []string{"ae"}
	case 'ö', 'œ', 'ø':
		return []string{"oe", "o"}
	case 'ü':
		return []string{"ue"}
	case 'å':
		return []string{"aa"}
	case 'ß':
		return []string{"ss"}
	case 'ł':
		return []string{"l"}
	case 'đ', 'ð':
		return []string{"d", "dj"}
	case 'þ':
		return []string{"th"}
	case 'ı':
		return []string{"i"}
	case 'ħ':
		return []string{"h"}
	}
	return nil
}

// transliterates reports whether a generator spells other scripts in Latin letters.
func transliterates(styles []lint.IDStyle) bool {
	return slices.ContainsFunc(styles, func(s lint.IDStyle) bool {
		return s == lint.IDZola || s == lint.IDSlugify || s == lint.IDWordPress || s == lint.IDDocutils || s == lint.IDHexo
	})
}
