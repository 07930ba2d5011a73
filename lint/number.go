package lint

import "strconv"

// Thousands returns a number as messages and reports write it, with a comma before each three
// digits: 40,036. Data for programs has plain digits.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
