package declaration

import (
	"errors"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/expression"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/house/phrase"
)

// Source is a file with rules, and the defaults that it sets for them.
type Source struct {
	File     string // as messages show it
	Ships    bool   // it is a pack that ships with the program
	Basis    lint.Basis
	Severity lint.Severity
	Language []strict.Text
}

// Files are the files of the repository that a rule may name.
type Files interface {
	// Inside returns a path relative to the root of the repository; ok is false if it leads out.
	Inside(name string) (rel string, ok bool)
	// Open returns the content of a file, given such a path.
	Open(rel string) ([]byte, error)
	// Shown returns such a path as messages show it.
	Shown(rel string) string
}

// Shared is what the rules of a configuration share while they are read.
type Shared struct {
	Index *phrase.Index
	Files Files
	Later bool // long lists are read when the first draft is checked

	phrases  int                // of all rules so far
	forms    int                // of these phrases, about
	patterns int                // of all rules so far
	sayings  map[string]sayings // by group
}

// NewShared returns what rules share before the first one is read.
func NewShared(files Files) *Shared {
	return &Shared{Index: phrase.New(), Files: files, sayings: map[string]sayings{}}
}

// Compiler turns one declaration into a checker. Kinds report mistakes to it, read keys that
// several kinds share through it, and set the properties of the rule in it.
type Compiler struct {
	*strict.Decoder
	*Shared
	From   *Source
	Name   string
	At     *yaml.Node // the name
	Common *Common
	Unread bool // some keys could not be read, so that what seems to be missing may be there

	Summary  string
	Digest   string        // of the files that the rule names
	Severity lint.Severity // the worst of its parts, if they have their own
	Articles bool          // it is about articles as a whole
	Needs    []lint.Need
	Known    []string // the languages that the kind knows, if not all
	Scope    passage.Scope
	Phrases  []string // as listed
	Notes    []string // about what the rule does not find, for its author

	group string  // of rules whose replacements are compared
	from  *origin // of its replacements

	Deferrable bool // its phrases are in a list that may be read later
	Settled    bool // its phrases have been compared with those of other rules before
}

// FailIn reports an error that has a place of its own in a file, if it is one.
func FailIn(d *strict.Decoder, file string, err error) bool {
	var p strict.Problem
	if !errors.As(err, &p) {
		return false
	}
	p.File = file
	d.Problems = append(d.Problems, p)
	return true
}

// OneLine checks a text that must fit on one line, and returns it.
func OneLine(d *strict.Decoder, t strict.Text, longest int) string {
	s := oneSpaced(t.Value)
	switch {
	case t.Node == nil:
	case s == "":
		d.Fail(t.Node, "this text is empty; write one, or delete it")
	case len(s) > longest:
		d.Fail(t.Node, "%s is too long; %d bytes are the most", strict.Quoted(s), longest)
	case strict.Printable(s) != s:
		d.Fail(t.Node, "%s has characters that cannot be shown; take them out", strict.Quoted(s))
	}
	return s
}

// oneSpaced returns a text with one space between words. Most texts are written so, and are
// returned without a copy.
func oneSpaced(s string) string {
	before := byte(' ')
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == ' ' && before == ' ' {
			return strings.Join(strings.Fields(s), " ")
		}
		before = s[i]
	}
	return strings.TrimSuffix(s, " ")
}

// Replacement reads what to write instead of a match, with placeholders. Spaces count: those at its ends
// keep words apart. It returns nil if there is none.
func (c *Compiler) Replacement(t strict.Text, placeholders ...string) *finding.Template {
	if t.Node == nil {
		return nil
	}
	text := strings.ReplaceAll(strings.Trim(t.Value, "\r\n"), "\n", " ")
	if strings.TrimSpace(text) != "" { // spaces alone are what to write instead of other spaces
		OneLine(c.Decoder, t, LongMessage)
	}
	return finding.Parse(text, placeholders, func(format string, args ...any) { c.Fail(t.Node, format, args...) })
}

// SeverityOf reads a severity.
func SeverityOf(d *strict.Decoder, t strict.Text) lint.Severity {
	s, ok := lint.ParseSeverity(t.Value)
	if !ok {
		d.Fail(t.Node, "%s", strict.Unknown("severity", t.Value, []string{"off", "advice", "warning", "error"}))
	}
	return s
}

// Message reads the message of the rule. The placeholders that it may contain depend on the kind.
// It returns nil if the rule has none.
func (c *Compiler) Message(placeholders ...string) *finding.Template {
	return c.Template(c.Common.Message, placeholders...)
}

// Template reads a text with placeholders; it returns nil if there is none.
func (c *Compiler) Template(t strict.Text, placeholders ...string) *finding.Template {
	if t.Node == nil {
		return nil
	}
	return finding.Parse(OneLine(c.Decoder, t, LongMessage), placeholders, func(format string, args ...any) { c.Fail(t.Node, format, args...) })
}

// Pattern compiles a regular expression that is searched for; it returns nil if it cannot be.
func (c *Compiler) Pattern(t strict.Text) *regexp.Regexp {
	expr := c.Expression(t)
	if expr != nil && expr.MatchString("") {
		c.RejectEmpty(t)
		return nil
	}
	return expr
}

// RejectEmpty reports a pattern that matches the empty text.
func (c *Compiler) RejectEmpty(t strict.Text) {
	c.Fail(t.Node, "the pattern matches no text at all, so it would match everywhere; take out a * or a ?")
}

// Expression compiles a regular expression of limited size; it returns nil if it cannot be.
func (c *Compiler) Expression(t strict.Text) *regexp.Regexp {
	if t.Node == nil && c.Unread {
		return nil
	}
	if t.Node == nil || t.Value == "" {
		c.Fail(c.At, "rule %s: “pattern” is empty; write a regular expression", strict.Quoted(c.Name))
		return nil
	}
	expr, problem := expression.Compile(t.Value)
	if problem != "" {
		c.Fail(t.Node, "%s", strict.Printable(problem))
	}
	return expr
}

// CountPattern counts the patterns that all texts are searched for, and reports if there are too many.
func (c *Compiler) CountPattern(t strict.Text) {
	if c.patterns++; c.patterns == mostPatterns+1 {
		c.Fail(t.Node, "the rules have more than %d patterns; use “phrases” for words", mostPatterns)
	}
}

// Fixing reads what the rule says about its fixes.
func (c *Compiler) Fixing(f Fixing) phrase.Fixing {
	t := f.Fix
	allowed := []string{"safe", "unsafe", "none"}
	if t.Node != nil && !passage.Contains(allowed, t.Value) {
		c.Fail(t.Node, "%s", strict.Unknown("kind of fix", t.Value, allowed))
	}
	switch strings.ToLower(t.Value) {
	case "safe":
		return phrase.FixSafe
	case "unsafe":
		return phrase.FixUnsafe
	case "none":
		return phrase.FixNone
	}
	return phrase.FixCertain
}

// OneOf returns a value that must be one of several.
func (c *Compiler) OneOf(t strict.Text, what string, allowed []string, key string) string {
	switch {
	case t.Node == nil || t.Value == "":
		c.Fail(c.At, "rule %s: “%s” is empty. Allowed: %s", strict.Quoted(c.Name), key, strings.Join(allowed, ", "))
	case !slices.Contains(allowed, t.Value):
		c.Fail(t.Node, "%s", strict.Unknown(what, t.Value, allowed))
	default:
		return t.Value
	}
	return ""
}

// Number reads a number; usual is the one if there is none.
func (c *Compiler) Number(t strict.Text, usual float64) float64 {
	if t.Node == nil {
		return usual
	}
	n, err := strconv.ParseFloat(t.Value, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		c.Fail(t.Node, "%s is not a number; write one, such as 8", strict.Quoted(t.Value))
		return usual
	}
	return n
}
