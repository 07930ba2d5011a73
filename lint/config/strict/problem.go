package strict

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
)

// Problem is one mistake in a configuration file. Line and Column start at 1; columns count
// code points.
type Problem struct {
	File         string
	Line, Column int
	Message      string
}

// Error returns the problem as file:line:column: message.
func (p Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// Problems are all mistakes in a configuration file, in order of position. As an error, it
// has one line per problem.
type Problems []Problem

// Error returns all problems, one per line.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i := range p {
		lines[i] = p[i].Error()
	}
	return strings.Join(lines, "\n")
}

// Tidy sorts problems by position and removes duplicates: a mistake in a base layer is found
// again for each override.
func (p Problems) Tidy() Problems {
	slices.SortStableFunc(p, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, a.Column-b.Column, strings.Compare(a.Message, b.Message))
	})
	return slices.Compact(p)
}

// shownName is the number of code points of a name that messages show. Longer names are not
// compared with others: they are hardly typing errors, and it would be slow.
const shownName = 60

// Quoted puts a name from a file in quotation marks, truncated and without control
// characters.
func Quoted(s string) string {
	end := ""
	n := 0
	for i := range s {
		if n++; n > shownName {
			s, end = s[:i], "…"
			break
		}
	}
	return "“" + Printable(s) + end + "”"
}

// Printable escapes control characters.
func Printable(s string) string {
	if !strings.ContainsFunc(s, unprintable) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if unprintable(r) {
			b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unprintable(r rune) bool { return !unicode.IsPrint(r) }

// Nearest returns the element of names that name was probably meant to be: the one with the
// smallest edit distance, up to a third of its length, or "".
func Nearest(name string, names []string) string {
	if len(name) > 4*shownName {
		return ""
	}
	best, limit := "", max(2, len(name)/3)+1
	if len(name) < 4 {
		limit = 2
	}
	folded := strings.ToLower(strings.ReplaceAll(name, "_", "-"))
	for _, n := range names {
		if d := levenshtein.ComputeDistance(folded, strings.ReplaceAll(n, "_", "-")); d < limit {
			best, limit = n, d
		}
	}
	return best
}

// Unknown returns the message about an unknown name, with the most similar known one:
// “unknown profile “newz”; did you mean “news”?”. If there are only a few allowed names, it
// lists them.
func Unknown(what, name string, names []string) string {
	return "unknown " + what + " " + Quoted(name) + Remedy(name, names)
}

// Remedy returns the end of the message about an unknown name; see [Unknown].
func Remedy(name string, names []string) string {
	const listed = 20
	near := Nearest(name, names)
	s, end := "", "."
	if near != "" {
		s, end = "; did you mean "+Quoted(near)+"?", ""
	}
	switch {
	case len(names) == 0:
		return "; there is none here"
	case len(names) <= listed:
		s += end + " Allowed: " + strings.Join(names, ", ")
	}
	return s
}
