package site

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// instalments reports whether two pages are instalments of one series: a monthly call or a
// yearly report has the same title and the same description each time, and its date
// distinguishes the pages. Their paths differ only in numbers, one of which is a year or names a version:
// events/2026-05-02-call.md and events/2026-06-06-call.md, v16/install.md and v18/install.md.
func instalments(a, b *lint.Page) bool {
	x, dated := withoutNumbers(a.Path)
	y, other := withoutNumbers(b.Path)
	return x == y && a.Path != b.Path && (dated && other || hasVersion(a.Path) && hasVersion(b.Path))
}

// withoutNumbers removes the digits of a path and reports whether four of them were a year.
func withoutNumbers(path string) (rest string, dated bool) {
	var b strings.Builder
	digits := 0
	for i := range len(path) {
		if c := path[i]; c >= '0' && c <= '9' {
			digits++
			continue
		}
		dated = dated || isYear(path[i-digits:i])
		digits = 0
		b.WriteByte(path[i])
	}
	return b.String(), dated || isYear(path[len(path)-digits:])
}

// hasVersion reports whether a folder of a path is named after a version: “v16”, “version-2.1”,
// “3.x”. A number alone may be anything.
func hasVersion(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(folder string) bool {
		number := strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(folder), "version-"), "v")
		if number == "" || number[0] < '0' || number[0] > '9' || strings.Trim(number, "0123456789.x") != "" {
			return false
		}
		return len(number) < len(folder) || strings.Contains(number, ".")
	})
}

func isYear(digits string) bool {
	return len(digits) == 4 && (strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20"))
}
