package demand

import (
	"fmt"
	"math"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/resolve"
)

// fieldTest is what the values of a field must be, or must not be.
type fieldTest struct {
	name     string
	kind     string // type of the values; "" for any
	values   []string
	pattern  *regexp.Regexp
	shown    string // the pattern as declared
	min, max float64
	optional bool
}

func fieldTypes() []string {
	return []string{"text", "date", "list", "number", "boolean", "url", "path"}
}

// newFieldTest compiles the test of a field.
func newFieldTest(c *declaration.Compiler, s *subjectSchema, required bool) *fieldTest {
	f := &fieldTest{name: strings.TrimSpace(s.Field.Value), optional: s.Optional, min: math.Inf(-1), max: math.Inf(1)}
	if f.name == "" {
		c.Fail(s.Field.Node, "the name of the field is missing")
	}
	if s.Type.Node != nil {
		f.kind = c.OneOf(s.Type, "type", fieldTypes(), "type")
	}
	for _, t := range s.Values {
		f.values = append(f.values, t.Value)
	}
	if s.Pattern.Node != nil {
		f.shown = s.Pattern.Value
		if f.pattern = c.Pattern(s.Pattern); f.pattern != nil {
			f.pattern = regexp.MustCompile(`^(?:` + s.Pattern.Value + `)$`)
		}
	}
	f.min, f.max = readBound(c, f, s.Min, f.min), readBound(c, f, s.Max, f.max)
	if f.kind == "path" && required {
		c.Needs = append(c.Needs, lint.NeedsFiles)
	}
	return f
}

// readBound reads a minimum or maximum: a number or, for dates, a date.
func readBound(c *declaration.Compiler, f *fieldTest, t strict.Text, usual float64) float64 {
	if t.Node == nil || f.kind != "date" {
		return c.Number(t, usual)
	}
	day, ok := dayOf(t.Value)
	if !ok {
		c.Fail(t.Node, "%s is not a date; write one such as 2026-01-31", strict.Quoted(t.Value))
	}
	return float64(day.Unix())
}

// dayOf reads a date that begins with year, month and day in figures.
func dayOf(s string) (time.Time, bool) {
	const form = "2006-01-02"
	if len(s) < len(form) {
		return time.Time{}, false
	}
	day, err := time.Parse(form, strings.ReplaceAll(s[:len(form)], "/", "-"))
	rest := s[len(form):]
	return day, err == nil && (rest == "" || strings.IndexByte("T ", rest[0]) >= 0)
}

// tests reports whether the test is about values, not only about whether the field is there.
func (f *fieldTest) tests() bool {
	return len(f.values) > 0 || f.pattern != nil || !math.IsInf(f.min, -1) || !math.IsInf(f.max, 1)
}

// problem is what is wrong with a value.
type problem struct {
	span           lint.Span
	found, message string
}

// problems returns what is wrong with the values of the field in a draft.
func (f *fieldTest) problems(p *lint.Pass) (all []problem) {
	field := passage.FieldOf(p.Doc, f.name)
	if f.kind == "list" {
		n := float64(len(field.Values))
		if n < f.min || n > f.max {
			all = append(all, problem{field.Whole, "", fmt.Sprintf("The field “%s” has %s; %s", f.name, counted(n, "entry", "entries"), f.bounds(finding.Number))})
		}
	}
	for _, v := range field.Values {
		if m := f.wrong(p, v.Plain()); m != "" && !v.Blank() {
			span := v.All()
			if !v.Placed() {
				span = field.Whole
			}
			all = append(all, problem{span, v.Plain(), m})
		}
	}
	return all
}

// wrong returns what is wrong with one value, or "".
func (f *fieldTest) wrong(p *lint.Pass, value string) string {
	shown := "“" + lint.Clip(40, value) + "” in the field “" + f.name + "” "
	if !f.isType(p, value) {
		return shown + noType(f.kind)
	}
	switch {
	case len(f.values) > 0 && !passage.Contains(f.values, value):
		return shown + "is not allowed; write one of " + finding.Few(f.values)
	case f.pattern != nil && !f.pattern.MatchString(value):
		return shown + "does not have the form " + lint.Clip(40, f.shown)
	case f.kind == "list":
		return ""
	}
	if n := f.amount(value); n < f.min || n > f.max {
		switch f.kind {
		case "number":
			return shown + "is out of bounds; " + f.bounds(finding.Number)
		case "date":
			return shown + "is out of bounds; " + f.bounds(func(n float64) string { return time.Unix(int64(n), 0).UTC().Format("2006-01-02") })
		}
		return fmt.Sprintf("The field “%s” has %s; %s", f.name, counted(n, "character", "characters"), f.bounds(finding.Number))
	}
	return ""
}

// fits reports whether a value is one that the test describes, for fields that are
// forbidden.
func (f *fieldTest) fits(value string) bool {
	n := f.amount(value)
	return (len(f.values) == 0 || passage.Contains(f.values, value)) && (f.pattern == nil || f.pattern.MatchString(value)) && n >= f.min && n <= f.max
}

// amount is the number that minimum and maximum are about.
func (f *fieldTest) amount(value string) float64 {
	switch f.kind {
	case "number":
		n, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return math.NaN()
		}
		return n
	case "date":
		day, _ := dayOf(value)
		return float64(day.Unix())
	}
	return float64(utf8.RuneCountInString(value))
}

// counted returns a number with its noun.
func counted(n float64, one, several string) string {
	if n == 1 {
		return "1 " + one
	}
	return finding.Number(n) + " " + several
}

func (f *fieldTest) bounds(show func(float64) string) string {
	switch {
	case math.IsInf(f.max, 1):
		return "the house asks for at least " + show(f.min)
	case math.IsInf(f.min, -1):
		return "the house allows " + show(f.max) + " at most"
	}
	return "the house allows " + show(f.min) + " to " + show(f.max)
}

// isType reports whether a value is of the type of the field.
func (f *fieldTest) isType(p *lint.Pass, value string) bool {
	switch f.kind {
	case "date":
		_, ok := dayOf(value)
		return ok
	case "number":
		_, err := strconv.ParseFloat(value, 64)
		return err == nil
	case "boolean":
		return value == "true" || value == "false"
	case "url":
		u, err := url.Parse(value)
		return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
	case "path":
		return resolve.File(p, resolve.Path(value)) != resolve.Missing
	}
	return true
}

// noType says that a value is not of a type.
func noType(kind string) string {
	switch kind {
	case "date":
		return "is not a date as year-month-day; write one such as 2026-01-31"
	case "number":
		return "is not a number"
	case "boolean":
		return "is neither true nor false"
	case "url":
		return "is not an address; begin it with https://"
	case "path":
		return "names a file that does not exist"
	}
	return "is not of the type " + kind
}
