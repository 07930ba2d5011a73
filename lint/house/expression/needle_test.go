package expression

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// What is found around the needles is what the expression finds in the whole text.
func TestNothingIsMissedAroundNeedles(t *testing.T) {
	texts := []string{
		"Between 3 and BETWEEN 4-5, between 60", "May 3, June 4 and may, mayor, May 31", "5 percent and 6per cent, 7.5 percent",
		"SKI and \u017fki \u212a", "$ 3, £ 4 and €5", "xyy 3yyyy é", "7:00 am, 12:00pm: 17:00 am", "aabb " + strings.Repeat("word ", 100) + "May 1",
		"été May 2 é7:00 amé", "",
	}
	for expr, want := range map[string]string{
		`(?i)between \d+`:                    "between ",
		`\b(?:May|Dec) \d{1,2}\b`:            "May |Dec ",
		`\d+ ?(?:percent|per cent)`:          "percent|per cent",
		`\d+`:                                "",
		`(?i)ski`:                            "",
		`a?b*c?`:                             "",
		`(?i)k`:                              "",
		`[$£€] \d`:                           "$|£|€",
		`(?:x|\d)y{2,}`:                      "",
		`\b(?P<hour>1[0-2]|[1-9]):00 ?[ap]m`: ":00",
		`\b(?P<m>June|July|March|May) \d`:    "June |July |March |May ",
		`^May \d`:                            "May ",
	} {
		n, fold, reach := needlesOf(expr)
		if got := strings.Join(n, "|"); got != want {
			t.Errorf("%s: %q, want %q", expr, got, want)
		}
		w := NewSearch(regexp.MustCompile(expr))
		if w.fold != fold || w.reach != reach {
			t.Errorf("%s: %v, %d", expr, w.fold, w.reach)
		}
		for _, text := range texts {
			got, all := w.In(text, AppendNumbers(nil, text)), w.expr.FindAllStringSubmatchIndex(text, -1)
			if fmt.Sprint(got) != fmt.Sprint(all) && len(got)+len(all) > 0 {
				t.Errorf("%s in %q: %v, want %v", expr, text, got, all)
			}
			if len(all) > 0 && !w.required.in(text) {
				t.Errorf("%s is not tried on %q, where it matches", expr, text)
			}
		}
	}
}

// A text that lacks a required byte has no match, whatever the expression.
func FuzzRequired(f *testing.F) {
	for _, expr := range []string{`(?i)s\d+`, `[k-m]x|\dé`, `(?:a|b)+c?`, `(?i)ſ|K\W`, `[^a]\x{10000}`, `\pN-\pL`} {
		f.Add(expr, "Sſ7 kx lx 4é abc K! \U00010000 ٣-é")
	}
	f.Fuzz(func(t *testing.T, pattern, text string) {
		expr, err := regexp.Compile(pattern)
		if err != nil || !utf8.ValidString(text) {
			return
		}
		found := expr.FindString(text)
		if all := NewSearch(expr).In(text, AppendNumbers(nil, text)); found != "" && len(all) == 0 {
			t.Errorf("%s is not tried on %q in %q", pattern, found, text)
		}
		if found != "" && !requiredOf(pattern).in(text) {
			t.Errorf("%s matches %q in %q", pattern, found, text)
		}
	})
}
