package plain

import "bytes"

// marker returns the length of a list marker including the white space after it, or 0.
func marker(line []byte) (n int, numbered bool) {
	for n < len(line) && n < 2 && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	switch {
	case n > 0:
		if n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0, false
		}
		n, numbered = n+1, true
	default:
		if n = bullet(line); n == 0 {
			return 0, false
		}
	}
	k := n
	for k < len(line) && (line[k] == ' ' || line[k] == '\t') {
		k++
	}
	if k == n || k == len(line) {
		return 0, false
	}
	return k, numbered
}

// bullet returns the length of a bullet at the beginning of a line, or 0.
func bullet(line []byte) int {
	if line[0] == '-' || line[0] == '*' {
		return 1
	}
	for _, sign := range [...]string{"•", "◦", "▪", "‣", "●", "·"} {
		if bytes.HasPrefix(line, []byte(sign)) {
			return len(sign)
		}
	}
	return 0
}

// loneMarker reports whether a line consists of a bullet. Text copied from web pages
// often has bullets on separate lines.
func loneMarker(line []byte) bool { return bullet(line) == len(line) }

// quoteMark returns the length of the markers of a quoted line including the white
// space between and after them.
func quoteMark(line []byte) (n int) {
	for n < len(line) && (line[n] == '>' || line[n] == ' ' || line[n] == '\t') {
		n++
	}
	return n
}

// isRule reports whether a line is only a divider: three or more of the same character,
// with or without spaces.
func isRule(line []byte) bool {
	sign, count := line[0], 0
	if sign != '-' && sign != '*' && sign != '_' && sign != '=' && sign != '~' && sign != '#' {
		return false
	}
	for _, c := range line {
		switch c {
		case sign:
			count++
		case ' ', '\t':
		default:
			return false
		}
	}
	return count >= 3
}
