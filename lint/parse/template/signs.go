package template

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// signs is the set of kinds of markup that a draft may contain. Most drafts contain
// none or one, and the scanner does not search for the others.
type signs uint16

const (
	signTag       signs = 1 << iota // {{ {% {#
	signAttribute                   // {: {. {key= {@ {! {>> {-- {~~
	signDollar                      // $…$
	signBackslash                   // \( \[ \begin
	signPercent                     // %% %[
	signBracket                     // [name key="…"] [/name]
	signERB                         // <%
	signLine                        // at the beginning of a line: ::: !!! @name(
	signComponent                   // ={ in the tag of a component
	signRaw                         // </style> </script> </pre> </svg> </math>
)

// signsOf returns the kinds of markup whose first characters occur in s and matter in
// its format.
func signsOf(s []byte, o Options) signs {
	found := braceSigns(s, o) | bracketSign(s) | angleSigns(s, o)
	if o.Format == lint.PlainText {
		return found
	}
	if k := bytes.IndexByte(s, '$'); k >= 0 && bytes.IndexByte(s[k+1:], '$') >= 0 {
		found |= signDollar
	}
	found |= backslashSign(s)
	if o.Format == lint.Markdown {
		if !o.MDX && bytes.Contains(s, []byte("={")) {
			found |= signComponent
		}
		found |= percentSign(s) | lineSign(s)
	}
	return found
}

// braceSigns tells template tags from lists of attributes by the byte after the brace.
func braceSigns(s []byte, o Options) (found signs) {
	wanted := signTag
	if o.Format == lint.Markdown && !o.MDX {
		wanted |= signAttribute
	}
	for found != wanted {
		i := bytes.IndexByte(s, '{')
		if i < 0 || i+1 == len(s) {
			break
		}
		switch c := s[i+1]; {
		case c == '{' || c == '%':
			found |= signTag
		case c == '#':
			found |= wanted
		case bytes.IndexByte([]byte(":.= -/@!>~"), c) >= 0 || scan.IsAlphanumeric(c):
			found |= signAttribute & wanted
		}
		s = s[i+1:]
	}
	return found
}

// angleSigns checks for tags of ERB and, in Markdown, for the ends of elements that are not prose.
func angleSigns(s []byte, o Options) (found signs) {
	for {
		i := bytes.IndexByte(s, '<')
		if i < 0 || i+1 == len(s) {
			return found
		}
		switch tag := s[i:]; {
		case tag[1] == '%':
			found |= signERB
		case o.Format == lint.Markdown && (tag[1] == '/' && endsRaw(tag) || tag[1] == 'd' && bytes.HasPrefix(tag, []byte(mermaid))):
			found |= signRaw
		}
		s = s[i+1:]
	}
}

func endsRaw(tag []byte) bool {
	for _, c := range [...]closer{closeStyle, closeScript, closePre, closeSVG, closeMath, closeCode, closeFormula} {
		if bytes.HasPrefix(tag, []byte(closers[c])) {
			return true
		}
	}
	return false
}

// backslashSign checks for a backslash that may open a formula or a command of LaTeX.
func backslashSign(s []byte) signs {
	for {
		i := bytes.IndexByte(s, '\\')
		if i < 0 || i+1 == len(s) {
			return 0
		}
		s = s[i+1:]
		if s[0] == '(' || s[0] == '[' {
			return signBackslash
		}
		n := 0
		for n < len(s) && 'a' <= s[n]|0x20 && s[n]|0x20 <= 'z' {
			n++
		}
		if n > 1 && n < len(s) && (s[n] == '{' || s[n] == '[') {
			return signBackslash
		}
	}
}

// percentSign checks for Obsidian comments and for addresses to embed.
func percentSign(s []byte) signs {
	for {
		i := bytes.IndexByte(s, '%')
		if i < 0 || i+1 == len(s) {
			return 0
		}
		if s = s[i+1:]; s[0] == '%' || s[0] == '[' {
			return signPercent
		}
	}
}

// bracketSign checks for a tag in brackets: a closing tag, a name with a value, or [%.
func bracketSign(s []byte) signs {
	for {
		i := bytes.IndexByte(s, '[')
		if i < 0 {
			return 0
		}
		s = s[i+1:]
		if len(s) > 1 && (s[0] == '/' && scan.IsAlphanumeric(s[1]) || s[0] == '%') {
			return signBracket
		}
		k := 0
		if k < len(s) && s[k] == '!' {
			k++
		}
		n := bracketName(s, k)
		if n > k && n < len(s) && (s[n] == ' ' || s[n] == '\n') {
			for n+1 < len(s) && (s[n+1] == ' ' || s[n+1] == '\t') {
				n++
			}
			if key := attributeName(s, n+1); key > n+1 && key < len(s) && s[key] == '=' {
				return signBracket
			}
		}
	}
}

// lineSigns are the bytes that can begin a line of markup.
var lineSigns = [256]bool{':': true, '!': true, '?': true, '=': true, '@': true, '.': true, '<': true, '\\': true, '[': true,
	'-': true, ';': true, '*': true, '%': true, '+': true, '/': true, '#': true}

// lineSign checks for a line that begins like markup.
func lineSign(s []byte) signs {
	for len(s) > 0 {
		i := 0
		for i < len(s) && (s[i] == ' ' || s[i] == '\t' || s[i] == '>') {
			i++
		}
		if i < len(s) && lineSigns[s[i]] && beginsDirective(s[i:]) {
			return signLine
		}
		k := bytes.IndexByte(s[i:], '\n')
		if k < 0 {
			break
		}
		s = s[i+k+1:]
	}
	return 0
}

// beginsDirective reports whether s begins with the characters of a directive.
func beginsDirective(s []byte) bool {
	for _, sign := range [...]string{"::", "!!!", "???", "===", "=CODE", "<<< ", "[!", ".. ", "*[", "% ", "+++ {", "///", "#+"} {
		if sign[0] == s[0] && bytes.HasPrefix(s, []byte(sign)) {
			return true
		}
	}
	if s[0] == '-' || s[0] == ';' {
		_, is := scissors(s[:min(len(s), 16)])
		return is
	}
	if s[0] == ':' {
		return len(s) > 2 && 'A' <= s[1] && s[1] <= 'Z' // a drawer
	}
	return len(s) > 2 && (s[0] == '@' || s[0] == '\\') && scan.IsAlphanumeric(s[1])
}

// stops returns the bytes at which a scan for these kinds of markup stops.
func (found signs) stops() (at [256]bool) {
	for _, c := range []byte("\n`{<\\") {
		at[c] = true
	}
	at['$'] = found&signDollar != 0
	at['['] = found&signBracket != 0
	at['%'] = found&signPercent != 0
	return at
}
