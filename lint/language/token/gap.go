package token

// Adjacent reports whether words with this gap between them are adjacent: it contains only white
// space, hyphens, quotation marks and apostrophes.
func Adjacent(gap string) bool {
	if gap == " " {
		return true
	}
	for _, r := range gap {
		switch r {
		case ' ', '-', '\u2010', '\u2011', '\u00a0', '\n', '\t', '"', '“', '”', '\'', '’', '‘', '–':
		default:
			return false
		}
	}
	return true
}

// IsHyphen reports whether a gap is exactly one hyphen.
func IsHyphen(gap string) bool { return gap == "-" || gap == "\u2010" || gap == "\u2011" }
