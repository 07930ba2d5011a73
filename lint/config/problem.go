package config

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
)

// Problem is one mistake in a configuration file. Line and Column count from 1,
// columns in code points.
type Problem struct {
	File         string
	Line, Column int
	Message      string
}

// Error returns the problem as file:line:column: message.
func (p Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// Problems is everything wrong with a configuration file, in order of place. It
// is an error of one line a problem.
type Problems []Problem

// Error returns all problems, a line each.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i := range p {
		lines[i] = p[i].Error()
	}
	return strings.Join(lines, "\n")
}

// tidy sorts problems by place and drops repeated ones: a mistake in a base layer
// shows up again under every override.
func (p Problems) tidy() Problems {
	slices.SortStableFunc(p, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, a.Column-b.Column, strings.Compare(a.Message, b.Message))
	})
	return slices.Compact(p)
}

// shownName is how many code points of a name from a file a message shows; longer
// ones are no typing errors, and comparing them costs the product of lengths.
const shownName = 60

// quoted puts a name from a file between quotation marks, cut and without
// anything that a terminal would act on.
func quoted(s string) string {
	end := ""
	n := 0
	for i := range s {
		if n++; n > shownName {
			s, end = s[:i], "…"
			break
		}
	}
	return "“" + printable(s) + end + "”"
}

// printable shows what a terminal would act on as escapes.
func printable(s string) string {
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

// Nearest returns the name of names that name was probably meant to be: the one
// with the fewest edits, a third of its length at most. It returns "" where none
// is near.
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

// Unknown words the message about a name that is not there, with the nearest of those
// that are: “unknown profile “newz”; did you mean “news”?”. The names that are allowed
// are listed where there are only so many.
func Unknown(what, name string, names []string) string {
	return "unknown " + what + " " + quoted(name) + remedy(name, names)
}

// remedy ends a message about a name: with the nearest, and with all.
func remedy(name string, names []string) string {
	const listed = 16
	near := Nearest(name, names)
	s, end := "", "."
	if near != "" {
		s, end = "; did you mean "+quoted(near)+"?", ""
	}
	switch {
	case len(names) == 0:
		return "; there is none here"
	case len(names) <= listed:
		s += end + " Allowed: " + strings.Join(names, ", ")
	}
	return s
}
