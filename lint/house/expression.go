package house

import (
	"regexp"
	"regexp/syntax"

	"github.com/copychief/copychief/lint/config/strict"
)

// readPattern compiles a regular expression that is searched for.
func readPattern(c *compiler, t strict.Text) *regexp.Regexp {
	expr := readExpression(c, t)
	if expr != nil && expr.MatchString("") {
		rejectEmpty(c, t)
		return nil
	}
	return expr
}

func rejectEmpty(c *compiler, t strict.Text) {
	c.Fail(t.Node, "the pattern matches no text at all, so it would match everywhere; take out a * or a ?")
}

// readExpression compiles a regular expression of limited size. The error says in plain words
// what is wrong with it.
func readExpression(c *compiler, t strict.Text) *regexp.Regexp {
	switch {
	case t.Node == nil || t.Value == "":
		c.Fail(c.at, "rule %s: “pattern” is empty; write a regular expression", strict.Quoted(c.name))
		return nil
	case len(t.Value) > longPattern:
		c.Fail(t.Node, "the pattern has %d bytes, and %d are the most; make several rules of it", len(t.Value), longPattern)
		return nil
	}
	parsed, err := syntax.Parse(t.Value, syntax.Perl)
	if err != nil {
		c.Fail(t.Node, "the pattern cannot be read: %s", strict.Printable(plainly(err)))
		return nil
	}
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil || len(prog.Inst) > patternSize {
		c.Fail(t.Node, "the pattern is too large once its repetitions are written out; use smaller numbers in braces")
		return nil
	}
	expr, err := regexp.Compile(t.Value)
	if err != nil {
		c.Fail(t.Node, "the pattern cannot be read: %s", strict.Printable(err.Error()))
		return nil
	}
	return expr
}

// plainly words an error of the parser of expressions.
func plainly(err error) string {
	e, ok := err.(*syntax.Error) //nolint:errorlint // the parser returns no other
	if !ok {
		return err.Error()
	}
	switch e.Code {
	case syntax.ErrMissingParen, syntax.ErrUnexpectedParen:
		return "the round brackets do not match; write \\( for one that is meant as such"
	case syntax.ErrMissingBracket:
		return "a square bracket is not closed; write \\[ for one that is meant as such"
	case syntax.ErrMissingRepeatArgument:
		return "“" + e.Expr + "” has nothing before it to repeat; write \\" + e.Expr + " for the sign itself"
	case syntax.ErrInvalidPerlOp:
		return "“" + e.Expr + "” is not supported (no looking ahead or back); use “except” for texts that are right"
	case syntax.ErrInvalidEscape:
		return "“" + e.Expr + "” stands for nothing here (there is no referring back to a group); write \\\\ for the sign \\"
	case syntax.ErrInvalidRepeatSize:
		return "“" + e.Expr + "” repeats too often; 1000 times are the most"
	case syntax.ErrInvalidNamedCapture:
		return "“" + e.Expr + "” is no name of a group; write (?P<name>…) with letters and digits, each name once"
	case syntax.ErrInvalidCharRange:
		return "the range “" + e.Expr + "” ends before it begins; turn it round, or write \\- for a hyphen"
	default:
		return e.Code.String() + ": “" + e.Expr + "”"
	}
}
