package template

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// maskDollar masks a formula between single or double dollar signs. Single ones follow the
// rules of Pandoc (MANUAL, “tex_math_dollars”): no white space directly inside either
// sign, no digit after the second. This excludes most prices; further checks exclude
// the others, shell variables and the like.
func maskDollar(m *masker) {
	start := m.at
	n := scan.RunLength(m.src, start, '$')
	m.at = start + n
	if n == 2 {
		maskDisplay(m, start, closeDollars)
		return
	}
	if n > 2 || start > m.from && scan.IsAlphanumeric(m.src[start-1]) {
		return
	}
	limit := m.paragraph(start)
	for i := start + 1; i < limit; i++ {
		k := bytes.IndexByte(m.src[i:limit], '$')
		if k < 0 {
			return
		}
		if i += k; m.src[i-1] == '\\' {
			continue
		}
		if isInlineFormula(m, start, i) {
			addFormula(m, start, i+1)
		}
		return
	}
}

// isInlineFormula reports whether src[start:end+1], which begins and ends with a dollar sign, is
// a formula.
func isInlineFormula(m *masker, start, end int) bool {
	body := m.src[start+1 : end]
	if len(body) == 0 || scan.IsHTMLSpace(body[0]) || scan.IsHTMLSpace(body[len(body)-1]) || body[0] == '{' || body[0] == '(' && body[len(body)-1] != ')' && !command(body) {
		return false
	}
	if after := end + 1; after < len(m.src) && (scan.IsAlphanumeric(m.src[after]) || bytes.IndexByte([]byte("${(/"), m.src[after]) >= 0) {
		return false
	}
	return plausible(body)
}

// command reports whether a text contains a command of TeX: a backslash and a letter. In a shell,
// $(…) runs a program, and a backslash precedes punctuation.
func command(body []byte) bool {
	k := bytes.IndexByte(body, '\\')
	return k >= 0 && k+1 < len(body) && scan.IsAlphanumeric(body[k+1])
}

// plausible reports whether the text of a formula is not prose: if it contains a
// mathematical symbol, it may contain anything except tags and two sentences; otherwise
// it must be a number or a name.
func plausible(body []byte) bool {
	if bytes.Contains(body, []byte("</")) || bytes.IndexByte(body, '`') >= 0 {
		return false
	}
	if bytes.HasPrefix(body, []byte("latex ")) { // WordPress
		return true
	}
	digit := '0' <= body[0] && body[0] <= '9'
	if bytes.ContainsAny(body, `\^_=`) {
		return proseWords(body) < 5 && (!digit || proseWords(body) == 0)
	}
	if bytes.ContainsAny(body, "+<>|*/") && !digit {
		return proseWords(body) == 0
	}
	return bytes.IndexByte(body, ' ') < 0 && (!digit || !bytes.ContainsAny(body, "-–/")) ||
		!digit && proseWords(body) == 0
}

// proseWords returns the largest number of consecutive words of three letters or more;
// commands do not count.
func proseWords(body []byte) (most int) {
	count, n, command := 0, 0, false
	for i := 0; i <= len(body); i++ {
		if i < len(body) && (scan.IsAlphanumeric(body[i]) || body[i] >= 0x80) {
			n++
			continue
		}
		if n >= 3 && !command {
			count++
			most = max(most, count)
		} else if n > 0 {
			count = 0
		}
		if n, command = 0, i < len(body) && body[i] == '\\'; i < len(body) && body[i] != ' ' && body[i] != '\n' && body[i] != ',' {
			count = 0
		}
	}
	return most
}

// maskDisplay masks a display formula. It may contain blank lines if its opening delimiter
// is alone on its line.
func maskDisplay(m *masker, start int, c closer) bool {
	limit := m.paragraph(start)
	from := start + len(closers[c])
	if m.startsLine(start) && m.endsLine(from) {
		limit = len(m.src)
	}
	end := m.find(from, limit, c)
	if end < 0 || end-start > longestFormula || len(bytes.TrimSpace(m.src[from:end-len(closers[c])])) == 0 {
		return false
	}
	addFormula(m, start, end)
	return true
}

// longestFormula is the maximum number of bytes between the delimiters of a formula.
const longestFormula = 1 << 13

// addFormula adds a formula, which is not read as words. A formula between blank lines is
// a block like code; any other is part of the sentence around it, even if it is on
// separate lines.
func addFormula(m *masker, start, end int) {
	span := lint.Span{Start: start, End: end}
	t := Tag{Span: span, inline: true}
	if m.startsLine(start) && m.endsLine(end) && m.src[start+1] != '(' && apart(m, start, end) {
		t.Kind, t.Body, t.inline = Code, span, false
	}
	m.tags = append(m.tags, t)
	m.at = end
}

// apart reports whether the lines before and after [start, end) are blank.
func apart(m *masker, start, end int) bool {
	line := bytes.LastIndexByte(m.src[m.from:start], '\n') + m.from
	if line > m.from && !m.startsLine(line) {
		return false
	}
	return m.endsLine(scan.NextLine(m.src, end))
}

// maskBackslash masks a formula that opens with a backslash, or skips a backslash and the
// character that it escapes.
func maskBackslash(m *masker) {
	start := m.at
	if m.found&signBackslash != 0 && (maskBrackets(m, start) || maskMacro(m, start)) {
		return
	}
	m.at++
	if m.at < len(m.src) && (m.src[m.at] == '`' || m.src[m.at] == '$' || m.src[m.at] == '[' || m.src[m.at] == '\\') {
		m.at++
	}
}

// maskBrackets masks \( … \), \[ … \], both with escaped backslashes, and \begin{…} …
// \end{…}. In Markdown a backslash may also escape the bracket of a parenthesis, so a
// formula must contain a mathematical symbol or no space.
func maskBrackets(m *masker, start int) bool {
	s := m.src[start:]
	if bytes.HasPrefix(s, []byte(`\begin{`)) {
		return maskEnvironment(m, start)
	}
	n := scan.RunLength(s, 0, '\\')
	if n > 2 || n >= len(s) || s[n] != '(' && s[n] != '[' {
		return false
	}
	closing := string(s[:n]) + map[byte]string{'(': ")", '[': "]"}[s[n]]
	limit := m.paragraph(start)
	if m.startsLine(start) && m.endsLine(start+n+1) {
		limit = min(len(m.src), start+longestFormula)
	}
	from := start + n + 1
	m.budget -= 16
	if from >= limit || m.budget < 0 {
		return false
	}
	k := bytes.Index(m.src[from:limit], []byte(closing))
	if k < 0 {
		m.budget -= limit - from
		return false
	}
	if body := m.src[from : from+k]; !mathematical(body, s[n] == '(') && (m.o.Format == lint.Markdown || proseWords(body) > 2) {
		return false
	}
	addFormula(m, start, from+k+len(closing))
	return true
}

// mathematical reports whether the text between escaped brackets is a formula.
func mathematical(body []byte, round bool) bool {
	body = bytes.TrimSpace(body)
	if len(body) == 0 || bytes.Contains(body, []byte("](")) || proseWords(body) >= 5 {
		return false
	}
	if bytes.ContainsAny(body, "^=+<>{}") {
		return true
	}
	for i, c := range body {
		if (c == '\\' || c == '_') && i+1 < len(body) && scan.IsAlphanumeric(body[i+1]) {
			return true
		}
	}
	if bytes.IndexByte(body, ' ') < 0 {
		return round && len(body) < 3
	}
	return symbols(body)
}

// symbols reports whether a text consists of single letters, numbers and operators, as
// "a b + 2 c" does.
func symbols(body []byte) bool {
	letters := 0
	for word := range bytes.FieldsFuncSeq(body, func(r rune) bool { return r < 0x80 && !scan.IsAlphanumeric(byte(r)) }) {
		if len(word) == 1 && word[0] > '9' {
			letters++
		} else if len(bytes.Trim(word, "0123456789")) > 0 {
			return false
		}
	}
	return letters > 1
}

// maskEnvironment masks \begin{name} … \end{name}.
func maskEnvironment(m *masker, start int) bool {
	from := start + len(`\begin{`)
	n := bytes.IndexByte(m.src[from:min(len(m.src), from+32)], '}')
	if n < 1 || m.budget < 0 {
		return false
	}
	closing := append([]byte(`\end{`), m.src[from:from+n+1]...)
	limit := min(len(m.src), from+longestFormula)
	k := bytes.Index(m.src[from:limit], closing)
	if k < 0 {
		m.budget -= limit - from
		return false
	}
	addFormula(m, start, from+k+len(closing))
	return true
}
