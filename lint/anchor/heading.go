package anchor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/copychief/copychief/lint"
)

// headed reports whether a generator may make one of the wanted ids from a heading.
func headed(heading string, wanted []string, styles []lint.IDStyle) bool {
	heading = plain(heading)
	trimmed := unnumbered(heading)
	for _, id := range wanted {
		if spells(heading, id, styles) || trimmed != "" && trimmed != heading && spells(trimmed, id, styles) {
			return true
		}
	}
	return false
}

// plain returns a heading without attributes in braces, and with an object character for
// each emoji shortcode, since generators either spell these out or remove them.
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

// spells reports whether an id of letters and digits is a possible spelling of a heading.
// It goes through the characters of the heading and tracks which prefixes of the id they
// may spell.
func spells(heading, id string, styles []lint.IDStyle) bool {
	at := make([]bool, len(id)+1)
	at[0] = true
	letters := false
	for _, r := range heading {
		ways, anything := waysOf(r)
		if ways == nil && !anything {
			continue
		}
		foreign := !anything && r >= unicode.MaxASCII && !unicode.Is(unicode.Latin, r) && transliterates(styles)
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
			if foreign {
				for n := range romanised(r, id[i:]) {
					next[i+n], reached = true, true
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

// waysOf returns the possible spellings of a character of a heading in an id, or nil if it
// is removed; for those of letters of other scripts in Latin letters, see [romanised].
// anything means that any text may replace the character: an emoji or an object.
func waysOf(r rune) (ways []string, anything bool) {
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
	return append(ways, base), false
}

// asciiWays returns the possible spellings of an ASCII character.
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

// latin returns the usual ASCII spellings of letters for which removing the accent is not
// enough.
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

// transliterates reports whether one of the styles transliterates other scripts into Latin
// letters. An unknown generator may do so.
func transliterates(styles []lint.IDStyle) bool {
	return len(styles) == 0 || slices.ContainsFunc(styles, func(s lint.IDStyle) bool {
		return s == lint.IDZola || s == lint.IDSlugify || s == lint.IDWordPress || s == lint.IDDocutils || s == lint.IDHexo
	})
}
