package scan

// IsSpace reports whether c is ASCII white space other than a form feed.
func IsSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// IsHTMLSpace reports whether c is white space in HTML.
func IsHTMLSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
}

// AppendLower appends name in lower case to buf.
func AppendLower(buf, name []byte) []byte {
	for _, c := range name {
		buf = append(buf, Lower(c))
	}
	return buf
}

// Lower returns an ASCII letter in lower case, and any other byte as it is.
func Lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// AllSpace reports whether s consists of white space.
func AllSpace(s []byte) bool {
	for _, c := range s {
		if !IsHTMLSpace(c) {
			return false
		}
	}
	return true
}

// IsAlphanumeric reports whether c is an ASCII letter or digit.
func IsAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
